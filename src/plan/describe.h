// SPDX-License-Identifier: Apache-2.0
// What a substitute keeps, gives up and changes, and why it was chosen: short sentences with their figures.
#pragma once

#include "plan/ranking.h"

#include <string>
#include <vector>

namespace detour {

std::vector<std::string> what_it_keeps(const Assessment& assessment, ExerciseId activity, ExerciseId exercise);
/// What is lost, and which sensitive stressor it raises.
std::vector<std::string> what_it_gives_up(const Assessment& assessment, ExerciseId activity, ExerciseId exercise);
/// Culprits first, then every other stressor that changes noticeably.
std::vector<Change> load_changes(const Assessment& assessment, const CulpritsFound& culprits, ExerciseId exercise);
std::vector<Because> why_chosen(const Assessment& assessment, const CulpritsFound& culprits, ExerciseId exercise);

}  // namespace detour
