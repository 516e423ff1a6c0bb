// SPDX-License-Identifier: Apache-2.0
// Exercises as a graph: what is near an activity for this patient, and the gentlest way between two exercises.
// Built once from the catalogue, never written again, shared by all threads.
#pragma once

#include "graph/cost_model.h"
#include "graph/edges.h"
#include "graph/exercise_set.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace detour {

/// An exercise that a search reached: at which cost, and over which steps (both ends included).
struct Reached {
    ExerciseId exercise;
    Cost cost;
    std::vector<ExerciseId> path;
    bool operator==(const Reached&) const = default;
};

class SubstitutionGraph {
public:
    explicit SubstitutionGraph(const Catalogue& catalogue);

    /// At most `at_most` exercises of `admissible` nearest to `from`, which is never among them; nearest first, ties by
    /// id. Admissibility filters the answers, not the way to them. One Dijkstra search that stops when it has enough.
    std::vector<Reached>
    nearest(ExerciseId from, const CostModel& costs, const ExerciseSet& admissible, std::size_t at_most) const;

    /// From `from` to `to` over exercises of `allowed` (both ends always are), in steps as small and even as possible;
    /// no step bears more of anything than the heavier of both ends. Both ends included; never empty.
    std::vector<ExerciseId>
    gentlest_path(ExerciseId from, ExerciseId to, const BridgeModel& costs, const ExerciseSet& allowed) const;

    /// How much of `from`'s training `to` fails to keep, 0 to 1.
    double distance(ExerciseId from, ExerciseId to, const std::vector<std::string>& goals = {}) const;
    /// Every step of the graph, by from and to.
    const std::vector<Step>& steps() const;

    struct Impl;

private:
    std::shared_ptr<const Impl> impl_;
};

}  // namespace detour
