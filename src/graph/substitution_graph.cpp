// SPDX-License-Identifier: Apache-2.0
// The search of alternatives: Dijkstra over the steps with this patient's weights as a function property map.
#include "graph/substitution_graph.h"

#include "base/contract.h"
#include "graph/graph_impl.h"

#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/property_map/function_property_map.hpp>

#include <algorithm>

namespace detour {
namespace {

using Vertex = boost::graph_traits<StepGraph>::vertex_descriptor;
using Edge = boost::graph_traits<StepGraph>::edge_descriptor;

/// Thrown by the visitor: Boost.Graph has no other way to stop a search early.
struct Enough {};

ExerciseId id_of(Vertex vertex) {
    return ExerciseId{static_cast<std::uint16_t>(vertex)};
}

IdVector<ExerciseId, PerStressor<double>> normals_of(const Catalogue& catalogue) {
    IdVector<ExerciseId, PerStressor<double>> normals;
    for (const auto& exercise : catalogue.exercises) {
        PerStressor<double> row;
        for (const auto stressor : all_stressors) {
            const auto best = exercise.loads[stressor].interval.best;
            row[stressor] = catalogue.rules.scales.normal_of(stressor, best).value;
        }
        normals.push_back(row);
    }
    return normals;
}

StepGraph graph_of(const std::vector<Step>& steps, std::size_t vertices) {
    std::vector<std::pair<std::size_t, std::size_t>> ends;
    for (const auto& step : steps) {
        ends.emplace_back(step.from.value, step.to.value);
    }
    return {boost::edges_are_sorted, ends.begin(), ends.end(), vertices};
}

/// The way up in load costs what it costs this patient; the way down is free.
double rise_cost(const PerStressor<double>& from, const PerStressor<double>& to, const CostModel& costs) {
    double sum = 0;
    for (const auto stressor : all_stressors) {
        sum += costs.sensitivity[stressor] * std::max(0.0, to[stressor] - from[stressor]);
    }
    return sum;
}

class CollectAdmissible : public boost::default_dijkstra_visitor {
public:
    CollectAdmissible(std::vector<ExerciseId>& found, const ExerciseSet& wanted, ExerciseId from, std::size_t at_most)
        : found_(&found), wanted_(&wanted), from_(from), at_most_(at_most) {}

    void examine_vertex(Vertex vertex, const StepGraph&) {
        if (found_->size() == at_most_) {
            throw Enough{};
        }
        if (id_of(vertex) != from_ && wanted_->contains(id_of(vertex))) {
            found_->push_back(id_of(vertex));
        }
    }

private:
    std::vector<ExerciseId>* found_;
    const ExerciseSet* wanted_;
    ExerciseId from_;
    std::size_t at_most_;
};

std::vector<ExerciseId> path_to(ExerciseId from, ExerciseId to, const std::vector<Vertex>& predecessors) {
    std::vector<ExerciseId> path = {to};
    while (path.back() != from) {
        path.push_back(id_of(predecessors[path.back().value]));
    }
    std::ranges::reverse(path);
    return path;
}

}  // namespace

SubstitutionGraph::Impl::Impl(const Catalogue& catalogue)
    : distances(catalogue), steps(steps_of(catalogue, distances)), normals(normals_of(catalogue)),
      graph(graph_of(steps, catalogue.exercises.size())) {}

SubstitutionGraph::SubstitutionGraph(const Catalogue& catalogue) : impl_(std::make_shared<const Impl>(catalogue)) {}

double SubstitutionGraph::distance(ExerciseId from, ExerciseId to, const std::vector<std::string>& goals) const {
    return impl_->distances.between(from, to, goals);
}

const std::vector<Step>& SubstitutionGraph::steps() const {
    return impl_->steps;
}

std::vector<Reached> SubstitutionGraph::nearest(ExerciseId from,
                                                const CostModel& costs,
                                                const ExerciseSet& admissible,
                                                std::size_t at_most) const {
    const auto& graph = impl_->graph;
    expects(from.value < num_vertices(graph), "the search starts at an exercise of the catalogue");
    const auto weight = [&](const Edge& edge) {
        const auto u = id_of(source(edge, graph));
        const auto v = id_of(target(edge, graph));
        return impl_->distances.between(u, v, costs.goals) + rise_cost(impl_->normals[u], impl_->normals[v], costs);
    };
    std::vector<Vertex> predecessors(num_vertices(graph));
    std::vector<double> cost(num_vertices(graph));
    std::vector<ExerciseId> found;
    try {
        const auto index = get(boost::vertex_index, graph);
        boost::dijkstra_shortest_paths(
            graph,
            vertex(from.value, graph),
            boost::weight_map(boost::make_function_property_map<Edge>(weight))
                .predecessor_map(boost::make_iterator_property_map(predecessors.begin(), index))
                .distance_map(boost::make_iterator_property_map(cost.begin(), index))
                .visitor(CollectAdmissible(found, admissible, from, at_most)));
    } catch (const Enough&) {
        // the answers are complete
    }
    std::vector<Reached> reached;
    for (const auto id : found) {
        reached.push_back({id, Cost{cost[id.value]}, path_to(from, id, predecessors)});
    }
    std::ranges::sort(reached, {}, [](const Reached& one) { return std::pair(one.cost, one.exercise); });
    return reached;
}

}  // namespace detour
