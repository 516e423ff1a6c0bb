// SPDX-License-Identifier: Apache-2.0
// The way back to the activity: a short bridge from today's alternative to the foot of the activity's ladder, then the
// ladder (curated, or the levels of its family). None while something bars the activity for good.
#pragma once

#include "plan/alternatives.h"

#include <optional>

namespace detour {

ReturnPath
find_return_path(const Assessment& assessment, const Aggravation& aggravation, std::optional<ExerciseId> today);

}  // namespace detour
