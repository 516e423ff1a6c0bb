// SPDX-License-Identifier: Apache-2.0
#include "plan/modify.h"

#include "base/text.h"
#include "plan/describe.h"
#include "plan/dose.h"
#include "plan/views.h"

#include <algorithm>
#include <cmath>

namespace detour {
namespace {

const Family& family_of(const Catalogue& catalogue, ExerciseId id) {
    return catalogue.families[catalogue.exercises[id].family];
}

bool is_task(const Catalogue& catalogue, ExerciseId id) {
    return family_of(catalogue, id).purposes.front() == "daily-task";
}

/// Steps with landings can be mixed with easy steps: run and walk in turn.
bool can_alternate(const Catalogue& catalogue, ExerciseId id) {
    return family_of(catalogue, id).patterns.front() == "gait" &&
           catalogue.mark_of(id, Stressor::impact) >= Mark::moderate;
}

Alternative base_of(const Assessment& assessment, const CulpritsFound& culprits, ExerciseId id) {
    Alternative modification;
    modification.exercise = view_of(assessment.catalogue(), assessment.say, id);
    modification.keeps = what_it_keeps(assessment, culprits.activity, id);
    modification.change = load_changes(assessment, culprits, id);
    for (const auto* bar : cautions_of(assessment, id)) {
        modification.cautions.push_back(bar->reason);
    }
    return modification;
}

/// The same activity for two thirds of the time to onset.
void add_shorter(std::vector<Alternative>& list,
                 const Assessment& assessment,
                 const Aggravation& aggravation,
                 const CulpritsFound& culprits) {
    const auto& rules = assessment.catalogue().rules.dose;
    if (!aggravation.after_min) {
        return;
    }
    const auto minutes = std::floor(*aggravation.after_min * rules.modify_onset_share);
    if (minutes < rules.floor_minutes) {
        return;
    }
    auto shorter = base_of(assessment, culprits, culprits.activity);
    shorter.change.clear();
    shorter.dose.minutes_per_bout = Range{minutes, minutes};
    write_text(shorter.dose, assessment.say);
    const Values values = {{"minutes", number_text(minutes)}, {"onset", number_text(*aggravation.after_min)}};
    shorter.why.push_back({assessment.say.with("plan.modify.shorter", values), rules.sources});
    list.push_back(std::move(shorter));
}

void add_intervals(std::vector<Alternative>& list, const Assessment& assessment, const CulpritsFound& culprits) {
    const auto& catalogue = assessment.catalogue();
    const auto& run_walk = catalogue.rules.dose.run_walk;
    if (run_walk.empty() || !can_alternate(catalogue, culprits.activity)) {
        return;
    }
    auto alternating = base_of(assessment, culprits, culprits.activity);
    alternating.change.clear();
    alternating.dose.intervals = intervals_text(assessment.say, run_walk);
    write_text(alternating.dose, assessment.say);
    alternating.why.push_back({assessment.say.at("plan.modify.intervals"), catalogue.rules.dose.sources});
    list.push_back(std::move(alternating));
}

double load_left(const Assessment& assessment, const CulpritsFound& culprits, ExerciseId id) {
    const auto& catalogue = assessment.catalogue();
    double sum = 0;
    for (const auto stressor : culprits.stressors) {
        const auto load = catalogue.exercises[id].loads[stressor].interval.best;
        sum += catalogue.rules.scales.normal_of(stressor, load).value;
    }
    return sum;
}

/// A task done with a tool is not another task without it.
bool uses_same_tools(const Catalogue& catalogue, ExerciseId id, ExerciseId activity) {
    const auto& tools = catalogue.exercises[activity].equipment;
    const auto& own = catalogue.exercises[id].equipment;
    const auto is_shared = [&](const std::string& tool) { return std::ranges::find(own, tool) != own.end(); };
    return !is_task(catalogue, activity) || tools.empty() || std::ranges::any_of(tools, is_shared);
}

/// The same movement bearing less of the culprits, at hand wherever the activity itself was.
std::optional<ExerciseId> lightest_form(const Assessment& assessment, const CulpritsFound& culprits) {
    const auto& catalogue = assessment.catalogue();
    std::optional<ExerciseId> lightest;
    auto least = load_left(assessment, culprits, culprits.activity);
    for (const auto id : family_of(catalogue, culprits.activity).exercises) {
        const bool at_hand = is_at_hand_for(assessment, id, culprits.activity);
        const auto left = load_left(assessment, culprits, id);
        if (id != culprits.activity && at_hand && uses_same_tools(catalogue, id, culprits.activity) &&
            !contraindication(assessment, id) && left < least) {
            lightest = id;
            least = left;
        }
    }
    return lightest;
}

void add_lighter(std::vector<Alternative>& list, const Assessment& assessment, const CulpritsFound& culprits) {
    const auto& catalogue = assessment.catalogue();
    const auto id = lightest_form(assessment, culprits);
    const bool must_be_done = is_task(catalogue, culprits.activity);
    if (!id) {
        return;
    }
    const auto certainty = lower_on_all(catalogue, *id, culprits.activity, culprits.stressors);
    if (!certainty && !must_be_done) {
        return;
    }
    auto lighter = base_of(assessment, culprits, *id);
    lighter.certainty = certainty.value_or(Certainty::probable);
    lighter.dose = dose_for(assessment, *id);
    lighter.why.push_back({assessment.say.at(must_be_done ? "plan.modify.task" : "plan.modify.level"), {}});
    list.push_back(std::move(lighter));
}

}  // namespace

std::string intervals_text(const Say& say, const std::vector<double>& intervals) {
    return say.with("plan.dose.intervals",
                    {{"easy", number_text(intervals.at(0))},
                     {"hard", number_text(intervals.at(1))},
                     {"times", number_text(intervals.at(2))}});
}

std::vector<Alternative>
find_modifications(const Assessment& assessment, const Aggravation& aggravation, const CulpritsFound& culprits) {
    std::vector<Alternative> list;
    const bool is_first_offer = assessment.irritability.known() == Irritability::low;
    const bool must_be_done = is_task(assessment.catalogue(), culprits.activity);
    if (!is_first_offer && !must_be_done) {
        return list;
    }
    if (is_first_offer && !contraindication(assessment, culprits.activity)) {
        add_shorter(list, assessment, aggravation, culprits);
        add_intervals(list, assessment, culprits);
    }
    add_lighter(list, assessment, culprits);
    for (std::size_t at = 0; at < list.size(); ++at) {
        list[at].rank = static_cast<int>(at) + 1;
    }
    return list;
}

}  // namespace detour
