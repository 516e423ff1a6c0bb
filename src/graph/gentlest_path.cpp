// SPDX-License-Identifier: Apache-2.0
// The bridge of a way back. The families in question are few, so every pair of their exercises may be a step; the
// square of each rise makes several small steps cheaper than one large one. A largest-rise rule over the whole graph
// wanders.
#include "graph/graph_impl.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>

#include <algorithm>

namespace detour {
namespace {

using Bridge = boost::adjacency_list<boost::vecS,
                                     boost::vecS,
                                     boost::directedS,
                                     boost::no_property,
                                     boost::property<boost::edge_weight_t, double>>;
using Loads = PerStressor<double>;

/// Numbers of a table are compared with room for rounding.
constexpr double rounding = 1e-9;

bool is_within(const Loads& loads, const Loads& one_end, const Loads& other_end) {
    return std::ranges::all_of(all_stressors, [&](Stressor stressor) {
        return loads[stressor] <= std::max(one_end[stressor], other_end[stressor]) + rounding;
    });
}

double weighted_rise(const Loads& from, const Loads& to, const PerStressor<double>& sensitivity) {
    double sum = 0;
    for (const auto stressor : all_stressors) {
        const auto weight = std::max(1.0, sensitivity[stressor]) / static_cast<double>(Sensitivity::high);
        sum += weight * std::max(0.0, to[stressor] - from[stressor]);
    }
    return sum;
}

/// Load let go in this step that the target asks for again.
double relief_undone(const Loads& from, const Loads& to, const Loads& target) {
    double sum = 0;
    for (const auto stressor : all_stressors) {
        const auto needed = std::min(from[stressor], target[stressor]);
        sum += std::max(0.0, needed - to[stressor]);
    }
    return sum;
}

}  // namespace

std::vector<ExerciseId> SubstitutionGraph::gentlest_path(ExerciseId from,
                                                         ExerciseId to,
                                                         const BridgeModel& costs,
                                                         const ExerciseSet& allowed) const {
    if (from == to) {
        return {from};
    }
    const auto& normals = impl_->normals;
    std::vector<ExerciseId> stops = {from, to};
    for (const auto id : allowed.items()) {
        if (id != from && id != to && is_within(normals[id], normals[from], normals[to])) {
            stops.push_back(id);
        }
    }
    Bridge bridge(stops.size());
    for (std::size_t a = 0; a < stops.size(); ++a) {
        for (std::size_t b = 1; b < stops.size(); ++b) {
            if (a == b) {
                continue;
            }
            const auto& u = normals[stops[a]];
            const auto& v = normals[stops[b]];
            const auto rise = weighted_rise(u, v, costs.sensitivity);
            const auto weight = rise * rise + costs.per_step +
                                costs.distance * impl_->distances.between(stops[a], stops[b]) +
                                costs.unfamiliarity * costs.unfamiliar[stops[b]] +
                                costs.relief_undone * relief_undone(u, v, normals[to]);
            add_edge(a, b, weight, bridge);
        }
    }
    std::vector<std::size_t> predecessors(stops.size());
    boost::dijkstra_shortest_paths(bridge,
                                   0,
                                   boost::predecessor_map(boost::make_iterator_property_map(
                                       predecessors.begin(), get(boost::vertex_index, bridge))));
    std::vector<ExerciseId> path;
    for (std::size_t at = 1; at != 0; at = predecessors[at]) {
        path.push_back(stops[at]);
    }
    path.push_back(from);
    std::ranges::reverse(path);
    return path;
}

}  // namespace detour
