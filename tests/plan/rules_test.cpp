// SPDX-License-Identifier: Apache-2.0
// What rules do to a plan: explained flags, limits for some exercises, the surgeon's word, steps at a visit.
#include "plan/explain.h"
#include "plan/planner.h"
#include "support/knowledge.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace detour;

namespace {

std::string patient(const std::string& more, const std::string& age = "45") {
    return "schema: 1\ndate: 2026-11-02\npatient: {id: p-1, training: recreational, age: " + age +
           "}\nconditions: [{id: non-specific-low-back-pain, stage: persistent}]\npain: {irritability: moderate, now: "
           "2, new_or_changed: no}\naggravating: [{activity: running, minutes: 30}]\naccess: {equipment: "
           "[stationary-bike, mat], places: [home, outdoors, gym]}\navailability: {days_per_week: 4, minutes_per_day: "
           "40}\n" +
           more;
}

std::string no_flags() {
    return "red_flags: " + test::no_flags() + "\n";
}

bool has_finding(const Plan& plan, const std::string& id) {
    return std::ranges::any_of(plan.findings, [&](const Finding& one) { return one.id == id; });
}

bool offers_family(const Plan& plan, const std::string& family) {
    const auto is_family = [&](const ExerciseView& view) { return view.family == family; };
    const bool instead = std::ranges::any_of(plan.substitutions, [&](const Substitution& one) {
        return std::ranges::any_of(one.alternatives,
                                   [&](const Alternative& other) { return is_family(other.exercise); });
    });
    return instead || (plan.program && std::ranges::any_of(plan.program->exercises, [&](const ProgramExercise& one) {
                           return is_family(one.exercise);
                       }));
}

std::string with_surgery(const std::string& word) {
    return patient(no_flags() + "surgery: [{procedure: laminectomy, date: 2026-03-01, wound_closed: yes, " + word +
                   "}]\n");
}

std::string visited(const std::string& visit) {
    return patient(no_flags() + "visits:\n  - {" + visit + "}\n");
}

std::string step_after(const std::string& visit) {
    return test::plan(visited(visit)).follow_up->decision;
}

const std::string calm =
    "date: 2026-11-09, pain_now: 2, settles_h: 6, distal_response: unchanged, new_weakness: no, log: "
    "[{exercise: walking-comfortable, sessions: 4, minutes: 30, pain_during: ";

}  // namespace

TEST_CASE("old leaking that is recorded and unchanged is shown as explained, new leaking is an emergency",
          "[plan][safety]") {
    auto flags = test::no_flags();
    const std::string no = "bladder_or_bowel_change: no";
    REQUIRE(flags.find(no) != std::string::npos);
    flags.replace(flags.find(no), no.size(), "bladder_or_bowel_change: yes");
    const auto leaking = patient("red_flags: " + flags + "\ncomorbidities: [urinary-incontinence]\n");
    CHECK(test::plan(leaking).decision == Decision::refer);
    const auto old = test::plan(leaking + "answers: {leaking_unchanged: yes}\n");
    CHECK(old.decision == Decision::substitute);
    CHECK(has_finding(old, "rf-ces-bladder-bowel"));
}

TEST_CASE("what a surgeon forbids is left out, what a surgeon allows is shown and changes nothing", "[plan][safety]") {
    const auto before = test::plan(with_surgery("surgeon_forbids: []"));
    REQUIRE(offers_family(before, "walking"));
    CHECK_FALSE(offers_family(test::plan(with_surgery("surgeon_forbids: [walking]")), "walking"));
    const auto early = patient(
        no_flags() +
        "surgery: [{procedure: laminectomy, date: 2026-10-10, wound_closed: yes, surgeon_allows: [running]}]\n");
    const auto allowed = test::plan(early);
    CHECK(has_finding(allowed, "surgeon-allows"));
    CHECK_FALSE(offers_family(allowed, "running"));
}

TEST_CASE("from 65 strength is lighter and longer", "[plan]") {
    const auto old = test::plan(patient(no_flags() + "goals: [{kind: strength}]\n", "70"));
    REQUIRE(old.program);
    for (const auto& one : old.program->exercises) {
        const auto& catalogue = test::knowledge().catalogue;
        const auto& family = catalogue.families[*catalogue.find_family(one.exercise.family)];
        if (family.purposes.front() == "strength" && family.dose_as.empty() && one.dose.reps) {
            CHECK(one.dose.reps->low >= 10);
            CHECK(one.dose.effort_0_10->high <= 6);
        }
    }
}

TEST_CASE("the visit's log decides the step, the strictest first", "[plan]") {
    CHECK(step_after(calm + "2, pain_next_morning: 2}]") == "progress");
    CHECK(step_after(calm + "2, pain_next_morning: 3}]") == "hold");
    CHECK(step_after(calm + "2, pain_next_morning: 5}]") == "regress");
    CHECK(step_after("date: 2026-11-16, pain_now: 6, log: []") == "re-examine");
    CHECK(step_after("date: 2026-11-16, pain_now: 2, settles_h: 40, distal_response: unchanged, log: []") == "regress");
}

TEST_CASE("two steps back in a row switch to the next alternative", "[plan]") {
    const std::string slow = "pain_now: 2, settles_h: 40, distal_response: unchanged, new_weakness: no, log: []}\n";
    const auto plan =
        test::plan(patient(no_flags() + "visits:\n  - {date: 2026-11-09, " + slow + "  - {date: 2026-11-16, " + slow));
    CHECK(plan.follow_up->decision == "switch");
}

TEST_CASE("a step that nothing supports is held", "[plan]") {
    CHECK(step_after("date: 2026-11-16") == "hold");
}

TEST_CASE("the pain that is allowed falls with a fresh operation", "[plan]") {
    const auto calm_pain = [](const std::string& yaml) { return test::plan(yaml).program->pain.go_to; };
    CHECK(calm_pain(with_surgery("surgeon_forbids: []")) == 3);
    const auto early =
        patient(no_flags() + "surgery: [{procedure: laminectomy, date: 2026-09-20, wound_closed: yes}]\n");
    CHECK(calm_pain(early) == 2);
}

TEST_CASE("a hold asks what would end it", "[plan]") {
    const auto plan = test::plan(patient(no_flags() + "comorbidities: [aortic-aneurysm]\n"));
    CHECK(plan.decision == Decision::substitute);
    auto unknown = patient(no_flags() + "comorbidities: [aortic-aneurysm]\n");
    unknown.replace(unknown.find(", new_or_changed: no"), std::string(", new_or_changed: no").size(), "");
    const auto held = test::plan(unknown);
    CHECK(held.decision == Decision::hold);
    CHECK_FALSE(held.questions.empty());
}

TEST_CASE("what brought pain above GO since the last visit waits, and what asks for more of the same",
          "[plan][safety]") {
    const auto& catalogue = test::knowledge().catalogue;
    const auto reason = [&](const std::string& pain, const char* exercise) {
        const auto yaml = visited(calm + pain + ", pain_next_morning: 2}]");
        const auto explained =
            explain_exercise(test::patient(yaml), test::knowledge(), *catalogue.find_exercise(exercise));
        return std::ranges::any_of(explained.against, [](const Objection& one) { return one.rule == "visit-log"; });
    };
    CHECK_FALSE(reason("2", "walking-brisk"));
    CHECK(reason("6", "walking-comfortable"));
    CHECK(reason("6", "walking-brisk"));
    CHECK_FALSE(reason("6", "walking-slow"));
}
