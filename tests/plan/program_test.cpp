// SPDX-License-Identifier: Apache-2.0
// Programs: how many exercises, which doses, on which days, and how much pain.
#include "plan/planner.h"
#include "plan/week.h"
#include "support/knowledge.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace detour;

namespace {

std::string runner(const std::string& irritability, const std::string& pain, const std::string& age = "47") {
    return "schema: 1\npatient: {id: p-1, training: recreational, age: " + age +
           "}\nconditions: [{id: non-specific-low-back-pain, stage: persistent}]\npain: {irritability: " +
           irritability + ", now: " + pain +
           "}\naggravating: [{activity: running, minutes: 30, sessions_per_week: 3}]\naccess: {equipment: "
           "[stationary-bike], places: [home, outdoors]}\navailability: {days_per_week: 4, minutes_per_day: "
           "30}\nred_flags: " +
           test::no_flags() + "\n";
}

Program program(const std::string& yaml) {
    auto plan = test::plan(yaml);
    REQUIRE(plan.program);
    return *plan.program;
}

}  // namespace

TEST_CASE("a program has three or four exercises of different families", "[plan]") {
    const auto made = program(runner("moderate", "2"));
    CHECK(made.exercises.size() >= 2);
    CHECK(made.exercises.size() <= 4);
    std::set<std::string> families;
    for (const auto& one : made.exercises) {
        CHECK(families.insert(one.exercise.family).second);
    }
    CHECK(program(runner("high", "2")).exercises.size() <= 3);
}

TEST_CASE("a program never holds the activity that hurts", "[plan][safety]") {
    for (const auto& one : program(runner("low", "1")).exercises) {
        CHECK(one.exercise.family != "running");
    }
}

TEST_CASE("more irritability never raises the minutes or the effort of an exercise", "[plan][safety]") {
    const auto calm = program(runner("low", "2"));
    const auto sore = program(runner("high", "2"));
    for (const auto& one : sore.exercises) {
        const auto same = std::ranges::find_if(calm.exercises, [&](const ProgramExercise& other) {
            return other.exercise.exercise == one.exercise.exercise;
        });
        if (same == calm.exercises.end() || !one.dose.minutes_per_bout) {
            continue;
        }
        CHECK(one.dose.minutes_per_bout->high <= same->dose.minutes_per_bout->high);
        CHECK(one.dose.effort_0_10->high <= same->dose.effort_0_10->high);
    }
}

TEST_CASE("days and minutes stay within what the patient has", "[plan]") {
    const auto made = program(runner("low", "1"));
    std::set<int> days;
    for (const auto& one : made.exercises) {
        CHECK(one.days.size() <= 4);
        days.insert(one.days.begin(), one.days.end());
        if (one.dose.minutes_per_bout) {
            CHECK(one.dose.minutes_per_bout->high * one.dose.bouts_per_day.value_or(1) <= 30);
        }
    }
    CHECK(days.size() <= 4);
}

TEST_CASE("a dose line fits its place on the card", "[plan]") {
    for (const auto* irritability : {"low", "moderate", "high"}) {
        for (const auto& one : program(runner(irritability, "2")).exercises) {
            CHECK(one.dose.text.size() <= 34);
        }
    }
}

TEST_CASE("an exercise that has fewer days than the patient rests between them", "[plan]") {
    Program program;
    program.days_per_week = 4;
    program.exercises.resize(1);
    program.exercises.front().dose.days_per_week = Range{2, 2};
    fill_week(program);
    CHECK(program.exercises.front().days == std::vector{0, 3});
    program.days_per_week = 5;
    fill_week(program);
    CHECK(program.exercises.front().days == std::vector{0, 4});
}

TEST_CASE("a visit that is due within days is said to the patient", "[plan][safety]") {
    const auto plan = test::plan("schema: 1\ndate: 2026-11-02\npatient: {id: p-1, age: 40}\n"
                                 "conditions: [{id: lumbar-disc-herniation, stage: acute, radicular: yes}]\n"
                                 "pain: {now: 3, leg_now: 7, worst_24h: 8, irritability: high}\n"
                                 "aggravating: [{activity: running}]\nred_flags: " +
                                 test::no_flags() + "\n");
    CHECK(plan.see_clinician.urgency == Urgency::soon);
    CHECK(std::ranges::find(plan.patient_message, plan.phrases->at("plan.substitute.see_soon")) !=
          plan.patient_message.end());
}

TEST_CASE("the days of a week are spread", "[plan]") {
    CHECK(spread_over_week(1) == std::vector{0});
    CHECK(spread_over_week(3) == std::vector{0, 2, 4});
    CHECK(spread_over_week(7) == std::vector{0, 1, 2, 3, 4, 5, 6});
}

TEST_CASE("the pain bar follows irritability, and high pain at rest has none", "[plan]") {
    CHECK(program(runner("low", "1")).pain.go_to == 4);
    CHECK(program(runner("moderate", "2")).pain.go_to == 3);
    CHECK(program(runner("high", "2")).pain.go_to == 2);
    CHECK(program(runner("moderate", "4")).pain.go_to == 4);
    CHECK_FALSE(program(runner("moderate", "6")).pain.has_bar);
}

TEST_CASE("the patient is told to stop at once and to bring symptoms and plan", "[plan]") {
    const auto message = test::plan(runner("moderate", "2")).patient_message;
    CHECK(std::ranges::any_of(message, [](const std::string& text) {
        return text.find("stop at once") != std::string::npos &&
               text.find("what you felt, and bring this plan") != std::string::npos;
    }));
}

TEST_CASE("a visit that stayed in GO progresses, one that flared steps back", "[plan]") {
    const auto visit = [](const std::string& during, const std::string& morning) {
        return runner("moderate", "2") +
               "visits:\n  - {date: 2026-11-09, pain_now: 2, settles_h: 12, distal_response: unchanged, new_weakness: "
               "no, "
               "log: [{exercise: walking-comfortable, sessions: 4, minutes: 20, pain_during: " +
               during + ", pain_next_morning: " + morning + "}]}\n";
    };
    CHECK(test::plan(visit("2", "1")).follow_up->decision == "progress");
    CHECK(test::plan(visit("4", "1")).follow_up->decision == "hold");
    CHECK(test::plan(visit("4", "6")).follow_up->decision == "regress");
}

TEST_CASE("new weakness at a visit refers", "[plan][safety]") {
    const auto plan = test::plan(runner("moderate", "2") + "visits:\n  - {date: 2026-11-16, new_weakness: yes}\n");
    CHECK(plan.decision == Decision::refer);
    CHECK(plan.follow_up->decision == "refer");
    CHECK_FALSE(plan.program);
}
