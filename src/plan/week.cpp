// SPDX-License-Identifier: Apache-2.0
#include "plan/week.h"

#include <algorithm>
#include <iterator>

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

/// The fewest days from one of `days` to the next, the week going round.
int shortest_rest(const std::vector<int>& days) {
    auto shortest = days_in_week;
    for (std::size_t at = 0; at < days.size(); ++at) {
        const auto next = at + 1 < days.size() ? days[at + 1] : days.front() + days_in_week;
        shortest = std::min(shortest, next - days[at]);
    }
    return shortest;
}

/// `wanted` of the active days with the most rest between them; of equals the earliest in the week.
std::vector<int> with_rest_between(const std::vector<int>& active, int wanted) {
    std::vector<int> best(active.begin(), active.begin() + std::min<std::ptrdiff_t>(wanted, std::ssize(active)));
    std::vector<bool> is_taken(active.size(), false);
    std::fill_n(is_taken.begin(), best.size(), true);
    do {
        std::vector<int> days;
        for (std::size_t at = 0; at < active.size(); ++at) {
            if (is_taken[at]) {
                days.push_back(active[at]);
            }
        }
        if (shortest_rest(days) > shortest_rest(best)) {
            best = days;
        }
    } while (std::prev_permutation(is_taken.begin(), is_taken.end()));
    return best;
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
        one.days = with_rest_between(active, std::max(1, wanted));
    }
}

}  // namespace detour
