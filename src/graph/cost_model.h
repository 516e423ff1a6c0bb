// SPDX-License-Identifier: Apache-2.0
// What a step of the graph costs one patient. Weights are computed on the fly from these few numbers, so that one
// immutable graph serves everybody.
#pragma once

#include "base/id.h"
#include "model/exercise.h"

#include <string>
#include <vector>

namespace detour {

/// For the search of alternatives: going down in load is free, going up costs by sensitivity.
struct CostModel {
    PerStressor<double> sensitivity{};  ///< 0 (does not matter) to 1 (high)
    std::vector<std::string> goals;     ///< purposes that the patient trains for
    bool operator==(const CostModel&) const = default;
};

/// For the way back: the square of each rise, so that even steps win.
struct BridgeModel {
    PerStressor<double> sensitivity{};  ///< 0 to 3, as tabled
    IdVector<ExerciseId, double> unfamiliar;
    double per_step = 0;
    double distance = 0;
    double unfamiliarity = 0;
    double relief_undone = 0;  ///< times the load let go that the target needs again
};

}  // namespace detour
