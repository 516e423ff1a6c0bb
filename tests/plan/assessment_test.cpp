// SPDX-License-Identifier: Apache-2.0
// Tolerance, culprits and admissibility of one patient over the real knowledge base.
#include "plan/admissible.h"
#include "plan/assessment.h"
#include "plan/explain.h"
#include "support/knowledge.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace detour;

namespace {

std::string disc(const std::string& irritability, const std::string& more = "") {
    return R"(
schema: 1
patient: {id: p-1, age: 47}
conditions: [{id: lumbar-disc-herniation, stage: subacute}]
pain: {now: 2, irritability: )" +
           irritability + R"(}
aggravating: [{activity: running}]
red_flags: )" +
           test::no_flags() + "\n" + more;
}

Assessment assessed(const std::string& yaml) {
    return assess(test::patient(yaml), test::knowledge());
}

std::vector<ExerciseId> admitted(const std::string& yaml) {
    const auto assessment = assessed(yaml);
    std::vector<ExerciseId> list;
    for (const auto id : admissible_set(assessment).items()) {
        if (substitute_objections(assessment, assessment.culprits.front(), id).empty()) {
            list.push_back(id);
        }
    }
    return list;
}

bool is_subset(const std::vector<ExerciseId>& part, const std::vector<ExerciseId>& whole) {
    return std::ranges::includes(whole, part);
}

double cap(const Assessment& assessment, Stressor stressor) {
    const auto value = assessment.tolerance.of[stressor].cap();
    return value ? value->value : 1e9;
}

ExerciseId id_of(const std::string& slug) {
    return *test::knowledge().catalogue.find_exercise(slug);
}

}  // namespace

TEST_CASE("more irritability never raises a cap", "[plan][safety]") {
    const auto low = assessed(disc("low"));
    const auto moderate = assessed(disc("moderate"));
    const auto high = assessed(disc("high"));
    for (const auto stressor : all_stressors) {
        CHECK(cap(moderate, stressor) <= cap(low, stressor));
        CHECK(cap(high, stressor) <= cap(moderate, stressor));
    }
}

TEST_CASE("more irritability admits nothing new", "[plan][safety]") {
    CHECK(is_subset(admitted(disc("high")), admitted(disc("moderate"))));
    CHECK(is_subset(admitted(disc("moderate")), admitted(disc("low"))));
}

TEST_CASE("one more condition admits nothing new", "[plan][safety]") {
    auto two = disc("moderate");
    const auto at = two.find("stage: subacute}]");
    two.replace(at, 17, "stage: subacute}, {id: central-stenosis}]");
    CHECK(is_subset(admitted(two), admitted(disc("moderate"))));
}

TEST_CASE("running hurts a disc by landing or load, not by standing", "[plan]") {
    const auto assessment = assessed(disc("moderate", "tolerated: [{activity: walking, pain: 1}]\n"));
    const auto& culprits = assessment.culprits.front().stressors;
    CHECK(std::ranges::find(culprits, Stressor::impact) != culprits.end());
    CHECK(std::ranges::find(culprits, Stressor::standing) == culprits.end());
}

TEST_CASE("a culprit's cap lies below what provokes", "[plan]") {
    const auto assessment = assessed(disc("low"));
    for (const auto stressor : assessment.culprits.front().stressors) {
        const auto& loads = test::knowledge().catalogue.exercises[assessment.culprits.front().activity].loads;
        CHECK(cap(assessment, stressor) < loads[stressor].interval.best.value);
    }
}

TEST_CASE("what is tolerated lifts no protective cap", "[plan][safety]") {
    const auto fracture = [](const std::string& more) {
        return assessed(R"(
schema: 1
patient: {id: p-3, age: 74}
conditions: [{id: osteoporosis-vertebral-fracture, stage: persistent}]
pain: {irritability: low}
aggravating: [{activity: sit-up}]
)" + more);
    };
    const auto plain = fracture("");
    const auto lifted = fracture("tolerated: [{activity: running, pain: 0}]\n");
    CHECK(plain.tolerance.of[Stressor::impact].protective == lifted.tolerance.of[Stressor::impact].protective);
    CHECK(cap(lifted, Stressor::impact) <= cap(plain, Stressor::impact));
}

TEST_CASE("irritability not given takes moderate caps and the doses of the high row", "[plan]") {
    const auto assessment = assessed(R"(
schema: 1
patient: {id: p-1}
conditions: [{id: lumbar-disc-herniation}]
aggravating: [{activity: running}]
)");
    CHECK(assessment.irritability.for_caps() == Irritability::moderate);
    CHECK(assessment.dose_irritability() == Irritability::high);
}

TEST_CASE("a non-swimmer is never sent to deep water", "[plan][safety]") {
    const auto assessment =
        assessed(disc("low", "access: {places: [home, pool], equipment: [flotation-belt], swims: false}\n"));
    for (const auto id : admissible_set(assessment).items()) {
        CHECK(test::knowledge().catalogue.exercises[id].environment != "pool-deep");
    }
}

TEST_CASE("another level of running is the same movement, a bike is not", "[plan]") {
    const auto& catalogue = test::knowledge().catalogue;
    const auto run = id_of("running-10-km-h");
    CHECK(is_same_movement(catalogue, run, id_of("running-6-km-h")));
    CHECK(is_same_movement(catalogue, run, id_of("treadmill-running-8-km-h")));
    CHECK_FALSE(is_same_movement(catalogue, run, id_of("walking-comfortable")));
    CHECK_FALSE(is_same_movement(catalogue, run, id_of("stationary-bike-upright")));
}

TEST_CASE("the therapist's word keeps an exercise out, and explain says so", "[plan]") {
    const auto patient = test::patient(disc("low", "overrides: {exclude: [walking-comfortable]}\n"));
    const auto explained = explain_exercise(patient, test::knowledge(), id_of("walking-comfortable"));
    CHECK_FALSE(explained.is_admissible);
    CHECK(std::ranges::any_of(explained.against,
                              [](const Objection& one) { return one.kind == ExcludedKind::override_; }));
}

TEST_CASE("explain shows every load and a cost that adds up", "[plan]") {
    const auto patient = test::patient(disc("low"));
    const auto explained = explain_exercise(patient, test::knowledge(), id_of("walking-comfortable"));
    CHECK(explained.loads.size() == all_stressors.size());
    REQUIRE(explained.is_substitute);
    double sum = 0;
    for (std::size_t at = 0; at + 1 < explained.cost.size(); ++at) {
        sum += explained.cost[at].second;
    }
    CHECK(sum == Approx(explained.cost.back().second));
}
