// SPDX-License-Identifier: Apache-2.0
#include "graph/edges.h"

#include <algorithm>
#include <cstdlib>

namespace detour {
namespace {

void add_both(std::vector<Step>& steps, ExerciseId a, ExerciseId b, StepKind kind) {
    steps.push_back({a, b, kind});
    steps.push_back({b, a, kind});
}

/// Levels jump between positions and places, so a family step stays in one place.
void add_family_steps(std::vector<Step>& steps, const Catalogue& catalogue, const Family& family) {
    const auto& members = family.exercises;
    for (std::size_t at = 0; at < members.size(); ++at) {
        const auto& lower = catalogue.exercises[members[at]];
        int next_level = 0;
        for (std::size_t above = at + 1; above < members.size(); ++above) {
            const auto& higher = catalogue.exercises[members[above]];
            if (higher.place != lower.place || higher.level == lower.level) {
                continue;
            }
            if (next_level != 0 && higher.level != next_level) {
                break;
            }
            next_level = higher.level;
            add_both(steps, members[at], members[above], StepKind::family);
        }
    }
}

bool is_like_level(const Exercise& a, const Exercise& b) {
    return std::abs(a.level - b.level) <= 1;
}

/// Forms of one movement in another place: within the family, and in related families of the same main pattern.
void add_environment_steps(std::vector<Step>& steps, const Catalogue& catalogue, ExerciseId id) {
    const auto& exercise = catalogue.exercises[id];
    const auto& family = catalogue.families[exercise.family];
    if (exercise.land_form) {
        add_both(steps, *exercise.land_form, id, StepKind::environment);
    }
    auto families = family.related;
    families.push_back(exercise.family);
    for (const auto other_family : families) {
        const auto& other = catalogue.families[other_family];
        if (other.patterns.front() != family.patterns.front()) {
            continue;
        }
        for (const auto to : other.exercises) {
            const auto& target = catalogue.exercises[to];
            if (to != id && target.environment != exercise.environment && is_like_level(exercise, target)) {
                add_both(steps, id, to, StepKind::environment);
            }
        }
    }
}

void add_neighbours(std::vector<Step>& steps, const Catalogue& catalogue, const Distances& distances, ExerciseId id) {
    std::vector<std::pair<double, ExerciseId>> others;
    for (std::uint16_t at = 0; at < catalogue.exercises.size(); ++at) {
        const ExerciseId other{at};
        if (other != id && catalogue.exercises[other].family != catalogue.exercises[id].family) {
            others.emplace_back(distances.between(id, other), other);
        }
    }
    const auto wanted = std::min(others.size(), static_cast<std::size_t>(catalogue.rules.search.neighbours));
    std::ranges::partial_sort(others, others.begin() + static_cast<std::ptrdiff_t>(wanted));
    for (std::size_t at = 0; at < wanted; ++at) {
        steps.push_back({id, others[at].second, StepKind::neighbour});
    }
}

}  // namespace

std::vector<Step> steps_of(const Catalogue& catalogue, const Distances& distances) {
    std::vector<Step> steps;
    for (const auto& swap : catalogue.swaps) {
        steps.push_back({swap.from, swap.to, StepKind::curated});
    }
    for (const auto& family : catalogue.families) {
        add_family_steps(steps, catalogue, family);
    }
    for (std::uint16_t at = 0; at < catalogue.exercises.size(); ++at) {
        add_environment_steps(steps, catalogue, ExerciseId{at});
        add_neighbours(steps, catalogue, distances, ExerciseId{at});
    }
    std::ranges::sort(steps);
    const auto same_ends = [](const Step& a, const Step& b) { return a.from == b.from && a.to == b.to; };
    steps.erase(std::unique(steps.begin(), steps.end(), same_ends), steps.end());
    return steps;
}

}  // namespace detour
