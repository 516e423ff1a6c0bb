// SPDX-License-Identifier: Apache-2.0
// The rungs up to an activity: the curated way of data/rules/return_paths.yaml if its family has one, else its own
// levels.
#pragma once

#include "graph/exercise_set.h"
#include "model/catalogue.h"

#include <vector>

namespace detour {

using Steps = std::vector<LadderStep>;

/// Null if no curated way names the activity's family.
const ReturnPathRule* curated_for(const Catalogue& catalogue, ExerciseId activity);

/// Lightest first, the target last; of the rest only what is in `usable`. A curated way ends at or below the target;
/// its end is filled up from the target's family. Never empty.
Steps ladder_to(const Catalogue& catalogue,
                ExerciseId target,
                const ReturnPathRule* curated,
                const ExerciseSet& usable);

}  // namespace detour
