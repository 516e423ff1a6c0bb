// SPDX-License-Identifier: Apache-2.0
#include "plan/week.h"

#include <algorithm>

namespace detour {
namespace {

constexpr int days_in_week = 7;

/// `wanted` of `count` places, as even as can be.
std::vector<int> spread(int wanted, int count) {
    std::vector<int> places;
    for (int at = 0; at < std::min(wanted, count); ++at) {
        places.push_back(at * count / wanted);
    }
    return places;
}

/// Every so many'th active day, from the turn's own first.
std::vector<int> days_of_turn(const std::vector<int>& active, std::ptrdiff_t turn, std::ptrdiff_t turns, int wanted) {
    std::vector<int> days;
    for (auto at = turn; at < std::ssize(active) && std::ssize(days) < wanted; at += turns) {
        days.push_back(active[static_cast<std::size_t>(at)]);
    }
    if (days.empty()) {
        days.push_back(active.back());
    }
    return days;
}

}  // namespace

std::vector<int> spread_over_week(int days) {
    return spread(std::clamp(days, 1, days_in_week), days_in_week);
}

void fill_week(Program& program) {
    const auto active = spread_over_week(program.days_per_week);
    const auto turns = std::ranges::count_if(program.exercises, &ProgramExercise::takes_turns);
    std::ptrdiff_t turn = 0;
    for (auto& one : program.exercises) {
        const auto wanted = one.dose.days_per_week ? static_cast<int>(one.dose.days_per_week->high) : 1;
        one.days.clear();
        if (one.takes_turns) {
            one.days = days_of_turn(active, turn++, turns, wanted);
            continue;
        }
        for (const auto at : spread(std::max(1, wanted), static_cast<int>(active.size()))) {
            one.days.push_back(active[static_cast<std::size_t>(at)]);
        }
    }
}

}  // namespace detour
