// SPDX-License-Identifier: Apache-2.0
// Three numbers: the lowest, the best and the highest credible value. Comparing two intervals has exactly two
// meanings here, and each has a name.
#pragma once

namespace detour {

/// Keeps low <= best <= high.
template <class T>
struct Interval {
    T low{};
    T best{};
    T high{};
    bool operator==(const Interval&) const = default;
};

template <class T>
constexpr bool is_ordered(const Interval<T>& interval) {
    return interval.low <= interval.best && interval.best <= interval.high;
}

/// Nothing in `a` exceeds anything in `b`.
template <class T>
constexpr bool is_surely_lower(const Interval<T>& a, const Interval<T>& b) {
    return a.high <= b.low && a.best < b.best;
}

}  // namespace detour
