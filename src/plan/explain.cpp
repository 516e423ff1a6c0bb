// SPDX-License-Identifier: Apache-2.0
#include "plan/explain.h"

#include "plan/describe.h"
#include "plan/triage.h"
#include "plan/views.h"

#include <algorithm>

namespace detour {
namespace {

std::vector<ExplainedLoad> loads_of(const Assessment& assessment, ExerciseId id) {
    const auto& catalogue = assessment.catalogue();
    std::vector<ExplainedLoad> loads;
    for (const auto stressor : all_stressors) {
        ExplainedLoad one;
        one.stressor = stressor;
        one.load = catalogue.exercises[id].loads[stressor];
        const auto& limit = assessment.tolerance.of[stressor];
        const auto cap = limit.cap();
        one.cap = cap ? std::optional(cap->value) : std::nullopt;
        one.is_within = is_within_cap(assessment, id, stressor);
        one.is_culprit = limit.is_culprit;
        if (!assessment.culprits.empty()) {
            const auto activity = assessment.culprits.front().activity;
            one.activity = catalogue.exercises[activity].loads[stressor].interval.best.value;
            one.lower = lower_on(catalogue, id, activity, stressor);
        }
        loads.push_back(std::move(one));
    }
    return loads;
}

std::vector<std::pair<std::string, double>> named(const CostTerms& terms) {
    return {{"distance", terms.distance},
            {"residual", terms.residual},
            {"evidence", terms.evidence},
            {"curated", terms.curated},
            {"cautions", terms.cautions},
            {"tier", terms.tier},
            {"unfamiliar", terms.unfamiliar},
            {"eased", terms.eased},
            {"preferred", terms.preferred},
            {"probable", terms.probable},
            {"sum", terms.total()}};
}

std::vector<CitedSource> sources_of(const Explanation& explanation, const Catalogue& catalogue) {
    Plan cited;
    for (const auto& one : explanation.against) {
        cited.decision_because.push_back({one.reason, one.sources});
    }
    for (const auto& one : explanation.in_favour) {
        cited.decision_because.push_back(one);
    }
    return cited_sources(cited, catalogue);
}

void weigh_as_substitute(Explanation& explanation, const Assessment& assessment, ExerciseId id) {
    if (assessment.culprits.empty()) {
        return;
    }
    const auto& culprits = assessment.culprits.front();
    explanation.activity = assessment.say.name(culprits.activity);
    auto against = substitute_objections(assessment, culprits, id, Ask::all);
    explanation.is_substitute = explanation.is_admissible && against.empty() && id != culprits.activity;
    std::ranges::move(against, std::back_inserter(explanation.against));
    explanation.in_favour = why_chosen(assessment, culprits, id);
    if (explanation.is_substitute) {
        const auto certainty = lower_on_all(assessment.catalogue(), id, culprits.activity, culprits.stressors)
                                   .value_or(Certainty::probable);
        explanation.cost = named(cost_terms(assessment, culprits.activity, id, certainty));
    }
}

}  // namespace

Explanation explain_exercise(const Patient& patient, const Knowledge& knowledge, ExerciseId id) {
    const auto assessment = assess(patient, knowledge);
    Explanation explanation;
    explanation.exercise = view_of(knowledge.catalogue, assessment.say, id);
    explanation.decision = triage_patient(assessment).decision;
    explanation.against = objections(assessment, id, Ask::all);
    explanation.is_admissible = explanation.against.empty();
    explanation.loads = loads_of(assessment, id);
    for (const auto* bar : cautions_of(assessment, id)) {
        explanation.cautions.push_back(bar->reason);
    }
    weigh_as_substitute(explanation, assessment, id);
    explanation.sources = sources_of(explanation, knowledge.catalogue);
    return explanation;
}

}  // namespace detour
