// SPDX-License-Identifier: Apache-2.0
// Which exercise fills a slot of the program.
#pragma once

#include "plan/program.h"

#include <string>

namespace detour {

struct Chosen {
    ExerciseId exercise;
    std::string role;
};

/// In the order of the slots; never two of one family.
std::vector<Chosen>
choose_exercises(const Assessment& assessment, const std::vector<Answered>& answered, const ExerciseSet& admissible);

}  // namespace detour
