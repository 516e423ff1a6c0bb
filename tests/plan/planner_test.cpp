// SPDX-License-Identifier: Apache-2.0
// Whole plans over the real knowledge base: who is sent away, who carries on, and what stands in for what hurts.
#include "plan/planner.h"
#include "support/knowledge.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace detour;

namespace {

const std::string answered = "red_flags: " + test::no_flags() + "\n";

const std::string runner = R"(
schema: 1
date: 2026-11-02
patient: {id: p-0042, age: 47, training: recreational}
conditions: [{id: lumbar-disc-herniation, stage: subacute}]
pain: {now: 3, irritability: moderate, quality: sharp, settles_after_h: 96, limits_daily_activity: true}
aggravating: [{activity: running, pace_km_h: 10, minutes: 30, sessions_per_week: 3, pain: 6, after_min: 10}]
tolerated: [{activity: walking, minutes: 20, pain: 1}]
access: {equipment: [stationary-bike, mat], places: [home, gym, heated-pool], swims: true}
goals: [{kind: aerobic}]
availability: {days_per_week: 5, minutes_per_day: 40}
)";

const std::string sore = R"(
schema: 1
patient: {id: p-7, age: 30}
conditions: [{id: non-specific-low-back-pain, stage: persistent}]
pain: {now: 2, worst_24h: 3, irritability: low, quality: dull, settles_after_h: 40, limits_daily_activity: false,
       started: next-day, leg_symptoms_spread: false}
aggravating: [{activity: barbell-squat, pain: 2, new_or_increased: true}]
)";

std::string with_yes(const std::string& flag) {
    auto flags = test::no_flags();
    const auto at = flags.find(flag + ": no");
    REQUIRE(at != std::string::npos);
    flags.replace(at, flag.size() + 4, flag + ": yes");
    return runner + "red_flags: " + flags + "\n";
}

bool names_family(const std::vector<Alternative>& list, const std::string& family) {
    return std::ranges::any_of(list, [&](const Alternative& one) { return one.exercise.family == family; });
}

bool is_in_water(const Alternative& one) {
    return one.exercise.environment.find("pool") != std::string::npos;
}

}  // namespace

TEST_CASE("a saddle sign refers as an emergency and names no exercise anywhere", "[plan][safety]") {
    const auto plan = test::plan(with_yes("saddle_numbness"));
    CHECK(plan.decision == Decision::refer);
    CHECK(plan.urgency == Urgency::emergency);
    CHECK(plan.substitutions.empty());
    CHECK_FALSE(plan.program);
    CHECK(plan.excluded.empty());
    CHECK(plan.patient.provokes.empty());
    CHECK(plan.patient.tolerates.empty());
    CHECK(plan.findings.empty());
    CHECK_FALSE(plan.patient_message.empty());
}

TEST_CASE("fever refers the same day at the latest", "[plan][safety]") {
    const auto plan = test::plan(with_yes("fever_or_infection"));
    CHECK(plan.decision == Decision::refer);
    CHECK(plan.urgency >= Urgency::same_day);
}

TEST_CASE("a flag that was examined and cleared cautions and does not refer", "[plan][safety]") {
    auto flags = test::no_flags();
    flags.replace(flags.find("major_trauma: no"), 16, "major_trauma: yes");
    flags.insert(flags.size() - 1, ", cleared: [{flag: major_trauma, date: 2026-10-20, by: physician}]");
    const auto plan = test::plan(runner + "red_flags: " + flags + "\n");
    CHECK(plan.decision == Decision::substitute);
}

TEST_CASE("unanswered flags that matter most withhold the handout, never the search", "[plan][safety]") {
    const auto open = test::plan(runner);
    CHECK(open.handout_withheld);
    REQUIRE_FALSE(open.questions.empty());
    CHECK(open.questions.front().must_answer);
    CHECK_FALSE(open.substitutions.front().alternatives.empty());
    CHECK_FALSE(test::plan(runner + answered).handout_withheld);
}

TEST_CASE("a draft is not withheld", "[plan]") {
    const auto patient = test::patient(runner);
    CHECK_FALSE(make_plan(patient, test::knowledge(), {"0.0.0", false, true}).handout_withheld);
}

TEST_CASE("soreness carries on without substitutes or a program", "[plan]") {
    const auto plan = test::plan(sore + answered);
    CHECK(plan.decision == Decision::continue_);
    CHECK(plan.substitutions.empty());
    CHECK_FALSE(plan.program);
    CHECK_FALSE(plan.patient_message.empty());
}

TEST_CASE("soreness with a flag answered yes is not carried on", "[plan][safety]") {
    auto flags = test::no_flags();
    flags.replace(flags.find("unexplained_weight_loss: no"), 27, "unexplained_weight_loss: yes");
    CHECK(test::plan(sore + "red_flags: " + flags + "\n").decision != Decision::continue_);
}

TEST_CASE("the running example gets a water form and no running on land", "[plan]") {
    const auto plan = test::plan(runner + answered);
    REQUIRE(plan.substitutions.size() == 1);
    const auto& alternatives = plan.substitutions.front().alternatives;
    CHECK(alternatives.size() == 5);
    CHECK(std::ranges::any_of(alternatives, is_in_water));
    CHECK_FALSE(names_family(alternatives, "running"));
    CHECK_FALSE(names_family(alternatives, "treadmill-running"));
    CHECK_FALSE(names_family(alternatives, "hill-running"));
}

TEST_CASE("the running example gets the stationary bike that it prefers", "[plan][!mayfail]") {
    const auto plan = test::plan(runner + "overrides: {prefer: [stationary-bike-upright]}\n" + answered);
    CHECK(names_family(plan.substitutions.front().alternatives, "stationary-cycling"));
}

TEST_CASE("an ordinary runner's back gets the bike for the run", "[plan]") {
    const auto plan = test::plan(R"(
schema: 1
patient: {id: p-6, age: 34, training: trained}
conditions: [{id: non-specific-low-back-pain, stage: persistent}]
pain: {now: 1, irritability: low, quality: aching, settles_after_h: 10, limits_daily_activity: true}
aggravating: [{activity: running, minutes: 40, sessions_per_week: 3, pain: 4, after_min: 15}]
access: {equipment: [stationary-bike], places: [home, outdoors]}
)" + answered);
    const auto& substitution = plan.substitutions.front();
    CHECK(names_family(substitution.alternatives, "stationary-cycling"));
    CHECK_FALSE(substitution.modify.empty());
}

TEST_CASE("the answers come from different families, ranked from 1", "[plan]") {
    const auto plan = test::plan(runner + answered);
    std::vector<std::string> families;
    int rank = 0;
    for (const auto& one : plan.substitutions.front().alternatives) {
        CHECK(one.rank == ++rank);
        CHECK(std::ranges::find(families, one.exercise.family) == families.end());
        families.push_back(one.exercise.family);
    }
}

TEST_CASE("every alternative is lower than the activity on every culprit", "[plan][safety]") {
    const auto plan = test::plan(runner + answered);
    const auto& substitution = plan.substitutions.front();
    REQUIRE_FALSE(substitution.culprits.empty());
    for (const auto& one : substitution.alternatives) {
        for (const auto& culprit : substitution.culprits) {
            CHECK(one.exercise.loads[culprit.stressor].interval.best.value < culprit.value);
        }
    }
}

TEST_CASE("a patient without a pool is never sent to one", "[plan][safety]") {
    const auto plan = test::plan(R"(
schema: 1
patient: {id: p-8}
conditions: [{id: non-specific-low-back-pain}]
aggravating: [{activity: running}]
access: {places: [home, outdoors]}
)" + answered);
    CHECK(std::ranges::none_of(plan.substitutions.front().alternatives, is_in_water));
}

TEST_CASE("the warmth of a heated pool is named as extra ease", "[plan]") {
    const auto plan = test::plan(runner + answered);
    const auto& alternatives = plan.substitutions.front().alternatives;
    const auto wet = std::ranges::find_if(alternatives, is_in_water);
    REQUIRE(wet != alternatives.end());
    CHECK(
        std::ranges::any_of(wet->why, [](const Because& why) { return why.text.find("warmth") != std::string::npos; }));
}

TEST_CASE("all three causes are printed", "[plan]") {
    CHECK(test::plan(runner + answered).substitutions.front().pattern.size() == 3);
}

TEST_CASE("sit-ups are not taken up again after a vertebral fracture", "[plan][safety]") {
    const auto plan = test::plan(R"(
schema: 1
patient: {id: p-3, age: 74}
conditions: [{id: osteoporosis-vertebral-fracture, stage: persistent}]
pain: {now: 2, irritability: low}
aggravating: [{activity: sit-up}]
)" + answered);
    const auto& path = plan.substitutions.front().return_path;
    CHECK(path.kind == ReturnKind::barred);
    CHECK(path.stages.empty());
    CHECK_FALSE(names_family(plan.substitutions.front().alternatives, "crunch"));
    CHECK_FALSE(names_family(plan.substitutions.front().alternatives, "curl-up"));
}

TEST_CASE("the way back starts at today's alternative and ends at the activity", "[plan]") {
    const auto plan = test::plan(runner + answered);
    const auto& substitution = plan.substitutions.front();
    const auto& stages = substitution.return_path.stages;
    REQUIRE(stages.size() > 2);
    CHECK(stages.front().exercise.exercise == substitution.alternatives.front().exercise.exercise);
    CHECK(stages.back().exercise.exercise == "running-10-km-h");
}

TEST_CASE("the same patient gives the same plan", "[plan]") {
    const auto first = test::plan(runner + answered);
    const auto second = test::plan(runner + answered);
    const auto& one = first.substitutions.front();
    const auto& other = second.substitutions.front();
    REQUIRE(one.alternatives.size() == other.alternatives.size());
    for (std::size_t at = 0; at < one.alternatives.size(); ++at) {
        CHECK(one.alternatives[at].exercise.exercise == other.alternatives[at].exercise.exercise);
        CHECK(one.alternatives[at].why == other.alternatives[at].why);
    }
    CHECK(first.questions == second.questions);
    CHECK(first.excluded == second.excluded);
    CHECK(first.sources == second.sources);
}

TEST_CASE("what is cited can be looked up", "[plan]") {
    const auto plan = test::plan(runner + answered);
    for (const auto& reason : plan.substitutions.front().alternatives.front().why) {
        for (const auto& source : reason.sources) {
            CHECK(std::ranges::any_of(plan.sources, [&](const CitedSource& one) { return one.id == source; }));
        }
    }
}

TEST_CASE("twenty left out, nearest first, unless all are asked for", "[plan]") {
    const auto patient = test::patient(runner + answered);
    const auto few = make_plan(patient, test::knowledge(), {"0.0.0", false, false});
    const auto all = make_plan(patient, test::knowledge(), {"0.0.0", true, false});
    CHECK(few.excluded.size() <= 20);
    CHECK(all.excluded.size() > few.excluded.size());
    int counted = 0;
    for (const auto& [kind, count] : all.excluded_counts) {
        counted += count;
    }
    CHECK(counted == static_cast<int>(all.excluded.size()));
}
