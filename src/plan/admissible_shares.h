// SPDX-License-Identifier: Apache-2.0
// A check of the caps as a whole: in how many conditions and stages do good general exercises stay admissible? A cap
// table that is too strict forbids walking; one that is too lax lets everybody run.
#pragma once

#include "base/enum_array.h"
#include "plan/knowledge.h"

#include <vector>

namespace detour {

struct AdmissibleShare {
    ExerciseId exercise;
    EnumArray<Irritability, double> percent;  ///< of all pairs of a condition and a stage
};

/// For every exercise of `staples` (data/rules/program.yaml): a patient with one condition and nothing else, who can
/// go everywhere and use everything.
std::vector<AdmissibleShare> admissible_shares(const Knowledge& knowledge);

}  // namespace detour
