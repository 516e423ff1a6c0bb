// SPDX-License-Identifier: Apache-2.0
#include "plan/describe.h"

#include "base/has.h"
#include "base/text.h"
#include "plan/views.h"

#include <algorithm>
#include <cmath>

namespace detour {
namespace {

const Family& family_of(const Assessment& assessment, ExerciseId id) {
    return assessment.catalogue().families[assessment.catalogue().exercises[id].family];
}

double best(const Assessment& assessment, ExerciseId id, Stressor stressor) {
    return assessment.catalogue().exercises[id].loads[stressor].interval.best.value;
}

double normal(const Assessment& assessment, ExerciseId id, Stressor stressor) {
    const Load load{best(assessment, id, stressor)};
    return assessment.catalogue().rules.scales.normal_of(stressor, load).value;
}

std::vector<std::string> purpose_names(const Assessment& assessment, const std::vector<std::string>& purposes) {
    std::vector<std::string> names;
    for (const auto& purpose : purposes) {
        names.push_back(assessment.say.at("plan.purpose." + purpose));
    }
    return names;
}

/// The purposes of the activity, parted by whether the exercise has them.
std::vector<std::string> purposes_of(const Assessment& assessment, ExerciseId activity, ExerciseId id, bool kept) {
    std::vector<std::string> list;
    for (const auto& purpose : compared_purposes(assessment.catalogue(), activity)) {
        if (has(compared_purposes(assessment.catalogue(), id), purpose) == kept) {
            list.push_back(purpose);
        }
    }
    return list;
}

bool shares_pattern(const Assessment& assessment, ExerciseId a, ExerciseId b) {
    const auto& patterns = family_of(assessment, a).patterns;
    return std::ranges::any_of(patterns,
                               [&](const std::string& one) { return has(family_of(assessment, b).patterns, one); });
}

/// Share of the activity's muscle work that the exercise also does, 0 to 1.
double muscles_kept(const Assessment& assessment, ExerciseId activity, ExerciseId id) {
    double used = 0;
    double kept = 0;
    for (const auto& use : family_of(assessment, activity).muscles) {
        used += use.weight;
        for (const auto& other : family_of(assessment, id).muscles) {
            kept += other.muscle == use.muscle ? std::min(use.weight, other.weight) : 0;
        }
    }
    return used > 0 ? kept / used : 0;
}

std::string change_text(const Assessment& assessment, Stressor stressor, double from, double to) {
    return assessment.say.with("plan.change",
                               {{"stressor", assessment.say.stressor(stressor)},
                                {"from", number_text(from)},
                                {"to", assessment.say.load(stressor, to)}});
}

Because lower_reason(const Assessment& assessment, const CulpritsFound& culprits, ExerciseId id) {
    const auto& catalogue = assessment.catalogue();
    Because because;
    std::vector<std::string> changes;
    std::set<std::string> sources;
    for (const auto stressor : culprits.stressors) {
        changes.push_back(change_text(
            assessment, stressor, best(assessment, culprits.activity, stressor), best(assessment, id, stressor)));
        for (const auto exercise : {culprits.activity, id}) {
            const auto cited = sources_of(catalogue, catalogue.exercises[exercise].loads[stressor]);
            sources.insert(cited.begin(), cited.end());
        }
    }
    because.text = assessment.say.with("plan.why.lower", {{"changes", join(changes, "; ")}});
    because.sources.assign(sources.begin(), sources.end());
    return because;
}

void add_water_reasons(std::vector<Because>& why, const Assessment& assessment, ExerciseId id) {
    const auto& exercise = assessment.catalogue().exercises[id];
    if (exercise.immersion.empty()) {
        return;
    }
    why.push_back({assessment.say.at("plan.why.water"), {}});
    if (exercise.place == "heated-pool" || can_be_heated(assessment, id)) {
        why.push_back({assessment.say.at("plan.why.warm"), {}});
    }
}

}  // namespace

std::vector<std::string> what_it_keeps(const Assessment& assessment, ExerciseId activity, ExerciseId id) {
    std::vector<std::string> texts;
    for (const auto& name : purpose_names(assessment, purposes_of(assessment, activity, id, true))) {
        texts.push_back(name);
    }
    if (shares_pattern(assessment, activity, id)) {
        texts.push_back(assessment.say.at("plan.keeps.pattern"));
    }
    const auto percent = std::round(100 * muscles_kept(assessment, activity, id));
    if (percent > 0) {
        texts.push_back(assessment.say.with("plan.keeps.muscles", {{"percent", number_text(percent, 0)}}));
    }
    return texts;
}

std::vector<std::string> what_it_gives_up(const Assessment& assessment, ExerciseId activity, ExerciseId id) {
    auto texts = purpose_names(assessment, purposes_of(assessment, activity, id, false));
    if (!shares_pattern(assessment, activity, id)) {
        texts.push_back(assessment.say.at("plan.gives_up.pattern"));
    }
    const auto& rules = assessment.catalogue().rules.search;
    for (const auto stressor : all_stressors) {
        const bool matters = assessment.tolerance.of[stressor].tabled >= Sensitivity::moderate;
        const auto rise = normal(assessment, id, stressor) - normal(assessment, activity, stressor);
        if (matters && rise >= rules.lower_normal) {
            const auto change =
                change_text(assessment, stressor, best(assessment, activity, stressor), best(assessment, id, stressor));
            texts.push_back(assessment.say.with("plan.gives_up.raises", {{"change", change}}));
        }
    }
    return texts;
}

std::vector<Change> load_changes(const Assessment& assessment, const CulpritsFound& culprits, ExerciseId id) {
    std::vector<Change> changes;
    for (const auto stressor : culprits.stressors) {
        changes.push_back({stressor, best(assessment, culprits.activity, stressor), best(assessment, id, stressor)});
    }
    for (const auto stressor : all_stressors) {
        const bool listed = std::ranges::find(culprits.stressors, stressor) != culprits.stressors.end();
        const auto step = normal(assessment, id, stressor) - normal(assessment, culprits.activity, stressor);
        if (!listed && std::abs(step) >= assessment.catalogue().rules.search.lower_normal) {
            changes.push_back(
                {stressor, best(assessment, culprits.activity, stressor), best(assessment, id, stressor)});
        }
    }
    return changes;
}

std::vector<Because> why_chosen(const Assessment& assessment, const CulpritsFound& culprits, ExerciseId id) {
    const auto& say = assessment.say;
    std::vector<Because> why;
    if (!culprits.stressors.empty()) {
        why.push_back(lower_reason(assessment, culprits, id));
    }
    if (const auto* swap = curated_swap(assessment.catalogue(), culprits.activity, id)) {
        why.push_back({swap->reason, swap->sources});
    }
    if (const auto evidence = best_evidence(assessment, id); evidence.row != nullptr) {
        why.push_back({evidence.row->says, evidence.row->support.sources});
    }
    if (is_eased_or_tolerated(assessment, id)) {
        why.push_back({say.at("plan.why.tolerated"), {}});
    }
    if (is_preferred(assessment, id)) {
        why.push_back({say.at("plan.why.preferred"), {}});
    }
    add_water_reasons(why, assessment, id);
    return why;
}

}  // namespace detour
