// SPDX-License-Identifier: Apache-2.0
// A program of few exercises: the best alternative first, then the slots of data/rules/program.yaml in their order,
// each with its dose, and the therapist's own.
#pragma once

#include "plan/alternatives.h"

#include <optional>
#include <vector>

namespace detour {

/// The answers of one activity, for which the program stands in.
struct Answered {
    Aggravation aggravation;
    std::vector<ExerciseId> answers;  ///< best first
};

/// Nothing if no exercise is left.
std::optional<Program>
find_program(const Assessment& assessment, const std::vector<Answered>& answered, const ExerciseSet& admissible);

}  // namespace detour
