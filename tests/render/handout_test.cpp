// SPDX-License-Identifier: Apache-2.0
#include "model/phrase_keys.h"
#include "render/clinician_sheet.h"
#include "render/handout.h"
#include "render/markdown.h"
#include "support/sample_plan.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace detour;

namespace {

template <class T>
std::vector<T> blocks_of(const Document& document) {
    std::vector<T> found;
    for (const auto& section : document.sections) {
        for (const auto& block : section.blocks) {
            if (const auto* one = std::get_if<T>(&block)) {
                found.push_back(*one);
            }
        }
    }
    return found;
}

std::string text_of(const Document& document) {
    return render_markdown(document);
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a referral is one page without a picture, an exercise, a dose or a log", "[render][safety]") {
    const auto document = write_handout(test::sample_referral(), {});
    const auto text = text_of(document);
    CHECK(document.sections.size() == 1);
    CHECK(blocks_of<ExerciseCard>(document).empty());
    CHECK(blocks_of<SwapStrip>(document).empty());
    CHECK(blocks_of<WeekTable>(document).empty());
    CHECK(blocks_of<LogTable>(document).empty());
    CHECK(blocks_of<Ladder>(document).empty());
    CHECK_FALSE(has(text, "bike"));
    CHECK_FALSE(has(text, "20 minutes"));
    CHECK(has(text, "Go to the emergency department now."));
    CHECK(has(text, "555-0100"));
}

TEST_CASE("a hold says what must be true to come back, and names no exercise", "[render][safety]") {
    const auto document = write_handout(test::sample_hold(), {});
    CHECK(has(text_of(document), "your fever has been gone for two days"));
    CHECK(blocks_of<ExerciseCard>(document).empty());
}

TEST_CASE("the clinician sheet of a referral names no exercise", "[render][safety]") {
    CHECK_FALSE(has(text_of(write_clinician_sheet(test::sample_referral(), {})), "bike-upright"));
    CHECK_FALSE(has(text_of(write_clinician_sheet(test::sample_referral(), {})), "Exercise bike"));
}

TEST_CASE("each exercise has a row in the week and a card with the same number", "[render]") {
    const auto document = write_handout(test::sample_plan(5), {});
    const auto week = blocks_of<WeekTable>(document).at(0);
    const auto cards = blocks_of<ExerciseCard>(document);
    REQUIRE(week.rows.size() == 5);
    REQUIRE(cards.size() == 5);
    for (std::size_t i = 0; i < cards.size(); ++i) {
        CHECK(week.rows[i].number == cards[i].number);
        CHECK(week.rows[i].name == cards[i].name);
    }
}

TEST_CASE("the first page holds the week, the pain bar and the warning signs", "[render][safety]") {
    const auto document = write_handout(test::sample_plan(), {});
    const auto& blocks = document.sections.at(0).blocks;
    CHECK(std::ranges::any_of(blocks, [](const Block& block) { return std::holds_alternative<WeekTable>(block); }));
    CHECK(std::ranges::any_of(blocks, [](const Block& block) { return std::holds_alternative<PainScale>(block); }));
    CHECK(std::ranges::any_of(blocks, [](const Block& block) { return std::holds_alternative<StopBox>(block); }));
}

TEST_CASE("with high pain at rest there is no bar, but a call first", "[render][safety]") {
    auto plan = test::sample_plan();
    plan.program->pain.has_bar = false;
    const auto document = write_handout(plan, {});
    CHECK(blocks_of<PainScale>(document).empty());
    CHECK(has(text_of(document), plan.phrases->at("pain.review-first")));
}

TEST_CASE("where GO is followed by STOP there is no slow zone", "[render]") {
    auto plan = test::sample_plan();
    plan.program->pain.slow_to = plan.program->pain.go_to;
    CHECK(blocks_of<PainScale>(write_handout(plan, {})).at(0).slow_down == PainScale::Zone{});
}

TEST_CASE("the strip shows alternatives that the cards explain, two at most", "[render]") {
    const auto strip = blocks_of<SwapStrip>(write_handout(test::sample_plan(1), {})).at(0);
    REQUIRE(strip.instead.size() == 1);
    CHECK(strip.instead[0].caption == "Do this: exercise bike");
    CHECK(blocks_of<SwapStrip>(write_handout(test::sample_plan(3), {})).at(0).instead.size() == 2);
}

TEST_CASE("a card carries the whole dose: bouts a day, rounds with their hold, each side", "[render][safety]") {
    auto plan = test::sample_plan(3);
    plan.program->exercises[0].dose.bouts_per_day = 2;
    plan.program->exercises[0].dose.text = "15 minutes twice a day, 4 days a week";
    const auto cards = blocks_of<ExerciseCard>(write_handout(plan, {}));
    CHECK(cards.at(0).dose == "15 minutes twice a day, 4 days a week.");
    CHECK(cards.at(1).dose.empty());
    CHECK(cards.at(2).dose == "Each side: 2 rounds of 8 times, hold 8 s, 5 days a week.");
}

TEST_CASE("the strip shows an alternative being done, not how it begins", "[render]") {
    const auto plan = test::sample_plan();
    auto substitution = plan.substitutions[0];
    std::ranges::reverse(substitution.alternatives);
    auto turned = plan;
    turned.substitutions = {substitution};
    const auto strip = blocks_of<SwapStrip>(write_handout(turned, {})).at(0);
    const auto cards = blocks_of<ExerciseCard>(write_handout(turned, {}));
    REQUIRE(cards.at(2).picture.frames.size() == 2);
    REQUIRE(strip.instead.at(0).picture.frames.size() == 1);
    CHECK(strip.instead[0].picture.frames[0] == cards[2].picture.frames[1]);
    CHECK(strip.instead[0].picture.labels.empty());
}

TEST_CASE("a referral gives its order once, with no next visit and no empty box", "[render][safety]") {
    auto plan = test::sample_referral();
    plan.patient_message.push_back(plan.phrases->at("refer.order.emergency"));
    plan.emergency_if.clear();
    plan.call_if.clear();
    const auto document = write_handout(plan, {});
    const auto text = text_of(document);
    const auto first = text.find("Go to the emergency department now");
    REQUIRE(first != std::string::npos);
    CHECK(text.find("Go to the emergency department now", first + 1) == std::string::npos);
    CHECK_FALSE(has(text, "Next visit"));
    CHECK_FALSE(has(text, "Closed?"));
    CHECK(blocks_of<StopBox>(document).empty());
}

TEST_CASE("a hold has the warning signs that its plan gives", "[render][safety]") {
    const auto plan = test::sample_hold();
    const auto boxes = blocks_of<StopBox>(write_handout(plan, {}));
    REQUIRE(boxes.size() == 1);
    CHECK(boxes[0].groups.at(0).items == plan.emergency_if);
}

TEST_CASE("soreness is explained once", "[render]") {
    auto plan = test::sample_soreness();
    CHECK_FALSE(has(text_of(write_handout(plan, {})), plan.phrases->at("handout.soreness")));
    plan.patient_message.clear();
    CHECK(has(text_of(write_handout(plan, {})), plan.phrases->at("handout.soreness")));
}

TEST_CASE("what the surgeon wrote is on the handout, word for word", "[render][safety]") {
    auto plan = test::sample_plan();
    plan.patient.surgery = {"discectomy, 8 weeks ago; the surgeon wrote: no lifting over 5 kg"};
    CHECK(has(text_of(write_handout(plan, {})), plan.patient.surgery[0] + "."));
}

TEST_CASE("the clinician sheet carries pain, examination, surgery and the patient's words", "[render]") {
    auto plan = test::sample_plan();
    plan.patient.pain = "back 3, leg 2, worst 6 of 10";
    plan.patient.exam = "straight leg raise negative";
    plan.patient.surgery = {"microdiscectomy L5/S1"};
    const auto text = text_of(write_clinician_sheet(plan, {}));
    CHECK(has(text, "Pain: back 3, leg 2, worst 6 of 10"));
    CHECK(has(text, "Exam: straight leg raise negative"));
    CHECK(has(text, "Surgery: microdiscectomy L5/S1"));
    CHECK(has(text, plan.patient.words));
}

TEST_CASE("equal reasons and shared conditions of return stand once on the clinician sheet", "[render]") {
    auto plan = test::sample_plan();
    plan.decision_because = {{"the same reason", {}}, {"the same reason", {}}};
    const auto document = write_clinician_sheet(plan, {});
    const auto lists = blocks_of<ItemList>(document);
    const auto because = std::ranges::find_if(lists, [](const ItemList& list) { return list.lead == "Because"; });
    REQUIRE(because != lists.end());
    CHECK(std::ranges::count(because->items, "the same reason") == 1);
    const auto tables = blocks_of<Table>(document);
    const auto stages =
        std::ranges::find_if(tables, [](const Table& table) { return table.header.front() == "Stage"; });
    REQUIRE(stages != tables.end());
    CHECK(has(stages->rows.at(0).at(3), "two sessions in a row stayed within GO"));
    CHECK(stages->rows.at(1).at(4) == "–");
    CHECK(stages->rows.at(1).at(3) == "ten minutes of step 2 went well.");
}

TEST_CASE("the ladder starts where the patient is", "[render]") {
    const auto rungs = blocks_of<Ladder>(write_handout(test::sample_plan(), {})).at(0).rungs;
    REQUIRE(rungs.size() == 4);
    CHECK(rungs[0].here);
    CHECK(rungs[0].name == "Exercise bike, sitting upright");
    CHECK_FALSE(rungs[3].here);
    CHECK(rungs[3].name == "Running, 10 km/h");
}

TEST_CASE("a barred way back shows no ladder", "[render][safety]") {
    auto plan = test::sample_plan();
    plan.substitutions[0].return_path.kind = ReturnKind::barred;
    CHECK(blocks_of<Ladder>(write_handout(plan, {})).empty());
}

TEST_CASE("a plan without a program says whom to call", "[render]") {
    auto plan = test::sample_plan();
    plan.program.reset();
    const auto document = write_handout(plan, {});
    CHECK(blocks_of<ExerciseCard>(document).empty());
    CHECK(has(text_of(document), plan.phrases->at("handout.no-program")));
}

TEST_CASE("an exercise without a figure has a card without a picture", "[render]") {
    auto plan = test::sample_plan();
    plan.program->exercises[0].exercise.figure = nullptr;
    CHECK(blocks_of<ExerciseCard>(write_handout(plan, {})).at(0).picture.frames.empty());
}

TEST_CASE("a draft is marked, a handout is not", "[render]") {
    RenderOptions draft;
    draft.draft = true;
    CHECK(write_handout(test::sample_plan(), draft).draft_mark == "DRAFT, NOT REVIEWED");
    CHECK(write_handout(test::sample_plan(), {}).draft_mark.empty());
}

TEST_CASE("the clinician sheet never names the patient", "[render][safety]") {
    for (const auto& plan : {test::sample_plan(), test::sample_referral(), test::sample_hold()}) {
        const auto document = write_clinician_sheet(plan, {});
        CHECK_FALSE(has(text_of(document) + document.title + document.head + document.footer, "Maria"));
    }
}

TEST_CASE("questions that withhold the handout come before the decision", "[render][safety]") {
    const auto document = write_clinician_sheet(test::sample_withheld(), {});
    const auto& blocks = document.sections.at(0).blocks;
    REQUIRE(std::holds_alternative<AskBox>(blocks.at(1)));
    const auto& box = std::get<AskBox>(blocks.at(1));
    CHECK(box.questions.size() == 2);
    CHECK(box.lead == test::sample_phrases()->at("sheet.withheld"));
    CHECK(std::holds_alternative<DecisionStrip>(blocks.at(2)));
}

TEST_CASE("culprits come first in the table of loads", "[render]") {
    const auto tables = blocks_of<Table>(write_clinician_sheet(test::sample_plan(), {}));
    const auto loads = std::ranges::find_if(tables, [](const Table& table) { return !table.caption.empty(); });
    REQUIRE(loads != tables.end());
    CHECK(loads->rows.front().front() == "Impact, x body weight: culprit");
    CHECK(loads->rows.front()[2] == "2.4 (2 to 2.9) S");
    CHECK(loads->rows.size() == all_stressors.size());
}

TEST_CASE("the labels of the pages are those that code asks for", "[render]") {
    std::set<std::string> labels;
    for (const auto& [key, text] : test::sample_phrases()->all()) {
        labels.insert(key);
    }
    const auto keys = phrases_of_rendering();
    CHECK(std::set<std::string>(keys.begin(), keys.end()) == labels);
}
