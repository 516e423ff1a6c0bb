// SPDX-License-Identifier: Apache-2.0
// The graph over the real catalogue: distances, steps, the search of near exercises, the gentlest path.
#include "graph/substitution_graph.h"
#include "support/knowledge.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace detour;
using test::knowledge;

namespace {

ExerciseId id_of(const std::string& slug) {
    const auto found = knowledge().catalogue.find_exercise(slug);
    REQUIRE(found);
    return *found;
}

ExerciseSet everything() {
    return ExerciseSet(knowledge().catalogue.exercises.size(), true);
}

CostModel sensitive_to(Stressor stressor) {
    CostModel costs;
    costs.sensitivity[stressor] = 1;
    return costs;
}

BridgeModel even_steps() {
    BridgeModel model;
    model.unfamiliar = IdVector<ExerciseId, double>(knowledge().catalogue.exercises.size());
    model.per_step = 0.15;
    model.distance = 0.2;
    return model;
}

double rise(ExerciseId from, ExerciseId to, Stressor stressor) {
    const auto& exercises = knowledge().catalogue.exercises;
    return exercises[to].loads[stressor].interval.best.value - exercises[from].loads[stressor].interval.best.value;
}

}  // namespace

TEST_CASE("distances lie between 0 and 1 and are 0 only from a thing to itself", "[graph]") {
    const auto& graph = knowledge().graph;
    const auto running = id_of("running-10-km-h");
    for (const auto to : everything().items()) {
        const auto distance = graph.distance(running, to);
        CHECK(distance >= 0);
        CHECK(distance <= 1);
    }
    CHECK(graph.distance(running, running) == 0);
}

TEST_CASE("a bike is nearer to running than a stretch is", "[graph]") {
    const auto& graph = knowledge().graph;
    const auto running = id_of("running-10-km-h");
    CHECK(graph.distance(running, id_of("stationary-bike-upright")) <
          graph.distance(running, id_of("knee-to-chest-single")));
}

TEST_CASE("a goal brings what trains it nearer, compared with what does not", "[graph]") {
    const auto& graph = knowledge().graph;
    const auto from = id_of("running-10-km-h");
    const auto bike = id_of("stationary-bike-upright");
    const auto stretch = id_of("knee-to-chest-single");
    const std::vector<std::string> aerobic = {"aerobic"};
    const auto plain_gap = graph.distance(from, stretch) - graph.distance(from, bike);
    CHECK(graph.distance(from, stretch, aerobic) - graph.distance(from, bike, aerobic) >= plain_gap);
}

TEST_CASE("no exercise is alone and every step is there once", "[graph]") {
    const auto& steps = knowledge().graph.steps();
    std::vector<bool> left(knowledge().catalogue.exercises.size());
    for (const auto& step : steps) {
        left[step.from.value] = true;
        CHECK(step.from != step.to);
    }
    CHECK(std::ranges::count(left, false) == 0);
    CHECK(std::ranges::adjacent_find(
              steps, [](const Step& a, const Step& b) { return a.from == b.from && a.to == b.to; }) == steps.end());
}

TEST_CASE("family steps stay in one place", "[graph]") {
    const auto& exercises = knowledge().catalogue.exercises;
    for (const auto& step : knowledge().graph.steps()) {
        if (step.kind == StepKind::family) {
            CHECK(exercises[step.from].place == exercises[step.to].place);
        }
    }
}

TEST_CASE("the nearest come nearest first, admissible only, each with its way", "[graph]") {
    const auto from = id_of("running-10-km-h");
    ExerciseSet wanted(knowledge().catalogue.exercises.size());
    wanted.insert(id_of("walking-comfortable"));
    wanted.insert(id_of("stationary-bike-upright"));
    wanted.insert(from);
    const auto reached = knowledge().graph.nearest(from, sensitive_to(Stressor::impact), wanted, 10);
    REQUIRE(reached.size() == 2);
    CHECK(reached[0].cost <= reached[1].cost);
    for (const auto& one : reached) {
        CHECK(one.path.front() == from);
        CHECK(one.path.back() == one.exercise);
    }
}

TEST_CASE("the search stops when it has enough", "[graph]") {
    CHECK(knowledge().graph.nearest(id_of("walking-comfortable"), {}, everything(), 5).size() == 5);
}

TEST_CASE("a sensitive stressor makes the way up dearer and the way down no dearer", "[graph]") {
    const auto& graph = knowledge().graph;
    ExerciseSet running(knowledge().catalogue.exercises.size());
    running.insert(id_of("running-10-km-h"));
    const auto from = id_of("stationary-bike-upright");
    const auto plain = graph.nearest(from, {}, running, 1);
    const auto sore = graph.nearest(from, sensitive_to(Stressor::impact), running, 1);
    REQUIRE(plain.size() == 1);
    REQUIRE(sore.size() == 1);
    CHECK(sore[0].cost > plain[0].cost);
}

TEST_CASE("the gentlest path takes a step between when that makes the rises even", "[graph]") {
    const auto from = id_of("walking-slow");
    const auto to = id_of("running-10-km-h");
    const auto path = knowledge().graph.gentlest_path(from, to, even_steps(), everything());
    CHECK(path.front() == from);
    CHECK(path.back() == to);
    CHECK(path.size() >= 2);
    for (std::size_t at = 1; at < path.size(); ++at) {
        CHECK(rise(path[at], to, Stressor::impact) >= 0);
    }
}

TEST_CASE("a path to itself is one exercise, and with nothing allowed the ends remain", "[graph]") {
    const auto walk = id_of("walking-slow");
    const auto run = id_of("running-10-km-h");
    const ExerciseSet none(knowledge().catalogue.exercises.size());
    CHECK(knowledge().graph.gentlest_path(walk, walk, even_steps(), none) == std::vector{walk});
    CHECK(knowledge().graph.gentlest_path(walk, run, even_steps(), none) == std::vector{walk, run});
}
