// SPDX-License-Identifier: Apache-2.0
// Numbers that know what they measure. Only operations that mean something exist: loads of different stressors
// never add up; they meet as `Normal` (0 to 1 on one scale) and then as `Cost`.
#pragma once

#include <compare>

namespace detour {

/// A number in one unit. `Unit` is a tag; conversions are named functions.
template <class Unit>
struct Quantity {
    double value = 0;
    auto operator<=>(const Quantity&) const = default;
};

/// Load on one stressor, in that stressor's unit (see `unit_of`).
using Load = Quantity<struct LoadTag>;
/// A load on the common scale, 0 (nothing) to 1 (very high).
using Normal = Quantity<struct NormalTag>;
/// Ranking cost; smaller is better, may be negative.
using Cost = Quantity<struct CostTag>;
/// Energy cost, multiples of resting metabolism.
using Mets = Quantity<struct MetsTag>;
using Kilograms = Quantity<struct KilogramsTag>;
using Minutes = Quantity<struct MinutesTag>;

constexpr Cost operator+(Cost a, Cost b) {
    return {a.value + b.value};
}
constexpr Cost operator-(Cost a, Cost b) {
    return {a.value - b.value};
}
constexpr Cost& operator+=(Cost& a, Cost b) {
    a.value += b.value;
    return a;
}
constexpr Cost operator*(double weight, Normal load) {
    return {weight * load.value};
}
constexpr Normal operator-(Normal a, Normal b) {
    return {a.value - b.value};
}

}  // namespace detour
