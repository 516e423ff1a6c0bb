// SPDX-License-Identifier: Apache-2.0
// Why and why not, for one exercise: every reason against it with its rule, its loads against the caps and against the
// activity that hurts, and the terms of its cost.
#pragma once

#include "plan/planner.h"
#include "plan/ranking.h"

#include <optional>
#include <string>
#include <vector>

namespace detour {

struct ExplainedLoad {
    Stressor stressor = Stressor::compression;
    LoadEstimate load;
    std::optional<double> cap;
    bool is_within = true;
    std::optional<double> activity;  ///< what the first aggravating activity bears
    std::optional<Certainty> lower;  ///< than that activity; nothing: not lower
    bool is_culprit = false;
};

struct Explanation {
    ExerciseView exercise;
    Decision decision = Decision::substitute;  ///< with hold and refer nothing is used, whatever follows
    bool is_admissible = false;                ///< for this patient
    bool is_substitute = false;                ///< for the first aggravating activity
    std::string activity;                      ///< its name
    std::vector<Objection> against;
    std::vector<Because> in_favour;
    std::vector<ExplainedLoad> loads;
    std::vector<std::string> cautions;
    std::vector<std::pair<std::string, double>> cost;  ///< terms by name, weighted; last the sum
    std::vector<CitedSource> sources;
};

Explanation explain_exercise(const Patient& patient, const Knowledge& knowledge, ExerciseId exercise);

}  // namespace detour
