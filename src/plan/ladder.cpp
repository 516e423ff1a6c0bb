// SPDX-License-Identifier: Apache-2.0
#include "plan/ladder.h"

#include "base/has.h"

#include <algorithm>
#include <map>

namespace detour {
namespace {

bool shares(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return std::ranges::any_of(a, [&](const std::string& item) { return has(b, item); });
}

/// More like the target: the same environment, then the more shared equipment and traits.
int likeness(const Exercise& one, const Exercise& target) {
    int points = one.environment == target.environment ? 10 : 0;
    for (const auto& item : one.equipment) {
        points += has(target.equipment, item) ? 1 : -1;
    }
    for (const auto& trait : one.traits) {
        points += has(target.traits, trait) ? 1 : -1;
    }
    return points;
}

/// One exercise a level of the target's family, from above `from_level` up to the target itself.
Steps family_levels(const Catalogue& catalogue, ExerciseId target, int from_level, const ExerciseSet& usable) {
    const auto& wanted = catalogue.exercises[target];
    const bool is_task = catalogue.families[wanted.family].purposes.front() == "daily-task";
    std::map<int, ExerciseId> by_level;
    for (const auto id : catalogue.families[wanted.family].exercises) {
        const auto& one = catalogue.exercises[id];
        const bool other_task = is_task && !wanted.equipment.empty() && !shares(one.equipment, wanted.equipment);
        if (one.level <= from_level || one.level >= wanted.level || !usable.contains(id) || other_task) {
            continue;
        }
        const auto [found, is_new] = by_level.try_emplace(one.level, id);
        if (!is_new && likeness(one, wanted) > likeness(catalogue.exercises[found->second], wanted)) {
            found->second = id;
        }
    }
    Steps steps;
    for (const auto& [level, id] : by_level) {
        steps.push_back({id, std::nullopt, {}, {}});
    }
    steps.push_back({target, std::nullopt, {}, {}});
    return steps;
}

double total_load(const Catalogue& catalogue, ExerciseId id) {
    double sum = 0;
    for (const auto stressor : all_stressors) {
        const auto load = catalogue.exercises[id].loads[stressor].interval.best;
        sum += catalogue.rules.scales.normal_of(stressor, load).value;
    }
    return sum;
}

}  // namespace

const ReturnPathRule* curated_for(const Catalogue& catalogue, ExerciseId activity) {
    for (const auto& path : catalogue.rules.returns.paths) {
        if (has(path.families, catalogue.exercises[activity].family)) {
            return &path;
        }
    }
    return nullptr;
}

Steps ladder_to(const Catalogue& catalogue,
                ExerciseId target,
                const ReturnPathRule* curated,
                const ExerciseSet& usable) {
    if (curated == nullptr) {
        return family_levels(catalogue, target, 0, usable);
    }
    const auto& wanted = catalogue.exercises[target];
    Steps steps;
    int reached = 0;
    for (const auto& step : curated->ladder) {
        const auto& one = catalogue.exercises[step.exercise];
        const bool in_family = one.family == wanted.family;
        if ((in_family && one.level > wanted.level) || (step.exercise != target && !usable.contains(step.exercise))) {
            continue;
        }
        reached = in_family ? std::max(reached, one.level) : reached;
        steps.push_back(step);
    }
    if (!steps.empty() && steps.back().exercise == target) {
        return steps;
    }
    const auto foot = steps.empty() ? 0 : total_load(catalogue, steps.back().exercise);
    for (const auto& step : family_levels(catalogue, target, reached, usable)) {
        if (step.exercise == target || reached > 0 || total_load(catalogue, step.exercise) > foot) {
            steps.push_back(step);
        }
    }
    return steps;
}

}  // namespace detour
