// SPDX-License-Identifier: Apache-2.0
// Which exercises are one step apart, and why. The steps alone, without any cost: costs belong to a patient.
#pragma once

#include "graph/distance.h"

#include <vector>

namespace detour {

/// Why two exercises are neighbours; the strongest reason first.
enum class StepKind { curated, family, environment, neighbour };

struct Step {
    ExerciseId from;
    ExerciseId to;
    StepKind kind = StepKind::neighbour;
    auto operator<=>(const Step&) const = default;
};

/// Every step once, by from and to; of several reasons the strongest. Quadratic in the catalogue's size.
std::vector<Step> steps_of(const Catalogue& catalogue, const Distances& distances);

}  // namespace detour
