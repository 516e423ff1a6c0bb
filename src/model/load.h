// SPDX-License-Identifier: Apache-2.0
// Loads of one exercise on the ten stressors, and the scale on which they are compared.
#pragma once

#include "base/interval.h"
#include "base/quantity.h"
#include "model/stressor.h"

#include <string>
#include <vector>

namespace detour {

/// How an interval was inferred, strongest first.
enum class Grade { measured, scaled, analogue, judged };
std::string_view id_of(Grade grade);
/// M, S, A, J.
char letter_of(Grade grade);

struct LoadEstimate {
    Interval<Load> interval;
    Grade grade = Grade::judged;
    std::vector<std::string> evidence;  ///< ids of the rows that it rests on; empty if judged
    std::string reason;                 ///< judged, analogue: why; scaled: the formula's id and what it is applied to
    bool operator==(const LoadEstimate&) const = default;
};

using LoadProfile = PerStressor<LoadEstimate>;

/// data/rules/scales.yaml: the common scale of all stressors.
struct Scales {
    EnumArray<Mark, Normal> normal;
    PerStressor<EnumArray<Mark, Interval<Load>>> bands;

    /// Linear between the bands' `best`, 0 below the first, 1 above the last.
    Normal normal_of(Stressor stressor, Load load) const;
    /// The first mark whose `high` is not below `load`; very_high above all.
    Mark mark_of(Stressor stressor, Load load) const;
    /// The most that a cap of this mark allows: the band's `high`; infinite for very_high.
    Load cap_at(Stressor stressor, Mark mark) const;
    /// The load whose normal form is `normal` (inverse of normal_of).
    Load load_at(Stressor stressor, Normal normal) const;
    bool operator==(const Scales&) const = default;
};

}  // namespace detour
