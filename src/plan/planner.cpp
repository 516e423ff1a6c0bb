// SPDX-License-Identifier: Apache-2.0
#include "plan/planner.h"

#include "plan/access.h"
#include "plan/dose.h"
#include "plan/excluded.h"
#include "plan/findings.h"
#include "plan/follow_up.h"
#include "plan/modify.h"
#include "plan/patient_view.h"
#include "plan/program.h"
#include "plan/questions.h"
#include "plan/return_path.h"
#include "plan/triage.h"
#include "plan/views.h"

#include <algorithm>
#include <cmath>

namespace detour {
namespace {

PerStressor<StressorTolerance> tolerance_view(const Tolerance& tolerance) {
    PerStressor<StressorTolerance> view;
    for (const auto stressor : all_stressors) {
        const auto& limit = tolerance.of[stressor];
        const auto cap = limit.cap();
        view[stressor] = {
            limit.tabled, cap ? std::optional(cap->value) : std::nullopt, limit.is_protective(), limit.because};
    }
    return view;
}

std::vector<Culprit> culprit_views(const Assessment& assessment, const CulpritsFound& found) {
    std::vector<Culprit> culprits;
    for (const auto stressor : found.stressors) {
        const auto& load = assessment.catalogue().exercises[found.activity].loads[stressor];
        const auto& limit = assessment.tolerance.of[stressor];
        const auto cap = limit.cap();
        culprits.push_back(
            {stressor, load.interval.best.value, cap ? std::optional(cap->value) : std::nullopt, limit.because});
    }
    return culprits;
}

struct Found {
    Substitution substitution;
    std::vector<ExerciseId> answers;
};

Found find_substitution(const Assessment& assessment, std::size_t at, const ExerciseSet& admissible) {
    const auto& aggravation = assessment.patient.aggravating[at];
    const auto& culprits = assessment.culprits[at];
    const auto& catalogue = assessment.catalogue();
    Found found;
    auto& substitution = found.substitution;
    substitution.activity = view_of(catalogue, assessment.say, aggravation.exercise);
    substitution.for_text = aggravation.written;
    substitution.sure = aggravation.sure;
    for (const auto id : aggravation.sure ? std::vector<ExerciseId>{} : aggravation.candidates) {
        substitution.candidates.emplace_back(catalogue.exercises[id].slug, assessment.say.name(id));
    }
    substitution.culprits = culprit_views(assessment, culprits);
    substitution.pattern = three_causes(assessment, culprits);
    substitution.technique = technique_of(assessment, aggravation.exercise);
    substitution.modify = find_modifications(assessment, aggravation, culprits);
    const auto substitutes = substitutes_among(assessment, culprits, admissible);
    substitution.admissible = static_cast<int>(substitutes.items().size());
    for (const auto& candidate :
         choose_answers(assessment, aggravation.exercise, rank_near(assessment, culprits, substitutes))) {
        found.answers.push_back(candidate.exercise);
        auto alternative = alternative_of(assessment, culprits, candidate);
        alternative.rank = static_cast<int>(found.answers.size());
        substitution.alternatives.push_back(std::move(alternative));
    }
    if (found.answers.empty()) {
        substitution.none_because = why_none(assessment, culprits);
    }
    const auto today = found.answers.empty() ? std::nullopt : std::optional(found.answers.front());
    substitution.return_path = find_return_path(assessment, aggravation, today);
    return found;
}

void write_exercises(Plan& plan, const Assessment& assessment, const PlanOptions& options) {
    const auto admissible = admissible_set(assessment);
    std::vector<Answered> answered;
    for (std::size_t at = 0; at < assessment.patient.aggravating.size(); ++at) {
        auto found = find_substitution(assessment, at, admissible);
        answered.push_back({assessment.patient.aggravating[at], found.answers});
        plan.substitutions.push_back(std::move(found.substitution));
    }
    plan.program = find_program(assessment, answered, admissible);
    if (!plan.program) {
        plan.program_none_because.push_back(assessment.say.at("plan.program.none"));
    }
    auto left_out = find_left_out(assessment, options.all_excluded);
    plan.excluded = std::move(left_out.nearest);
    plan.excluded_counts = std::move(left_out.counts);
}

/// The general signs, then those of the conditions themselves.
void write_warnings(Plan& plan, const Assessment& assessment) {
    const auto& say = assessment.say;
    for (const auto* key : {"saddle", "bladder", "both_legs", "chest"}) {
        plan.emergency_if.push_back(say.at("plan.emergency." + std::string(key)));
    }
    for (const auto* key : {"weak", "fever", "spread", "worse"}) {
        plan.call_if.push_back(say.at("plan.call." + std::string(key)));
    }
    for (const auto& recorded : assessment.patient.conditions) {
        for (const auto& id : assessment.catalogue().conditions[recorded.id].see_urgently) {
            plan.call_if.push_back(say.at("see_urgently." + id));
        }
    }
    if (assessment.patient.pregnancy) {
        plan.call_if.push_back(say.at("plan.call.pregnancy"));
    }
    if (!assessment.patient.surgery.empty()) {
        plan.call_if.push_back(say.at("plan.call.surgery"));
    }
    for (const auto& fired : assessment.rules.fired) {
        const bool is_about_water = fired.rule->kind == RuleKind::pool && !has_pool(assessment);
        if (fired.rule->then.caution && !is_about_water) {
            plan.cautions.push_back(say.at("rule." + fired.rule->id + ".caution"));
        }
    }
}

void write_decision(Plan& plan, Triage triage) {
    plan.decision = triage.decision;
    plan.urgency = triage.urgency;
    plan.decision_because = std::move(triage.because);
    plan.patient_message = std::move(triage.patient_message);
    plan.come_back_when = std::move(triage.come_back_when);
    plan.see_clinician = std::move(triage.see_clinician);
    if (plan.decision == Decision::refer) {
        plan.see_clinician.advised = true;
        plan.see_clinician.urgency = std::max(plan.see_clinician.urgency, plan.urgency);
    }
}

/// Everything that may name an exercise stays out when nobody should exercise.
void write_rest(Plan& plan, const Assessment& assessment, const PlanOptions& options) {
    const bool sends_away = plan.decision == Decision::refer || plan.decision == Decision::hold;
    plan.patient = patient_view(assessment, !sends_away);
    plan.follow_up = find_follow_up(assessment, plan.decision);
    if (sends_away) {
        if (plan.decision == Decision::hold) {
            write_warnings(plan, assessment);
            plan.cautions.clear();
        }
        plan.questions = find_rule_questions(assessment);
        return;
    }
    plan.questions = find_questions(assessment);
    plan.findings = find_findings(assessment);
    plan.tolerance = tolerance_view(assessment.tolerance);
    write_warnings(plan, assessment);
    if (plan.decision == Decision::substitute) {
        write_exercises(plan, assessment, options);
    } else {
        plan.program_none_because.push_back(assessment.say.at("plan.program.soreness"));
    }
}

}  // namespace

Plan make_plan(const Patient& patient, const Knowledge& knowledge, const PlanOptions& options) {
    const auto assessment = assess(patient, knowledge);
    Plan plan;
    plan.version = options.version;
    plan.catalogue_id = knowledge.catalogue.id;
    plan.catalogue_sha256 = knowledge.catalogue.sha256;
    plan.date = patient.date;
    plan.therapist = patient.therapist;
    plan.defaults_used = patient.defaults_used;
    plan.phrases = std::make_shared<const Phrases>(assessment.say.language().phrases);
    write_decision(plan, triage_patient(assessment));
    write_rest(plan, assessment, options);
    // the page of a referral is always printed
    plan.handout_withheld = plan.decision != Decision::refer && !options.draft &&
                            std::ranges::any_of(plan.questions, &Question::must_answer);
    plan.sources = cited_sources(plan, knowledge.catalogue);
    return plan;
}

}  // namespace detour
