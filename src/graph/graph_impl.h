// SPDX-License-Identifier: Apache-2.0
// The hidden body of the graph: only the .cpp files of this folder see it.
#pragma once

#include "graph/substitution_graph.h"

#include <boost/graph/compressed_sparse_row_graph.hpp>

namespace detour {

using StepGraph = boost::compressed_sparse_row_graph<boost::directedS>;

struct SubstitutionGraph::Impl {
    explicit Impl(const Catalogue& catalogue);

    Distances distances;
    std::vector<Step> steps;
    IdVector<ExerciseId, PerStressor<double>> normals;  ///< each load on the common scale
    StepGraph graph;
};

}  // namespace detour
