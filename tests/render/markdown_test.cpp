// SPDX-License-Identifier: Apache-2.0
#include "render/markdown.h"

#include <catch2/catch.hpp>

using namespace detour;

namespace {

Document document_of(Block block) {
    Document document;
    document.kind = PageKind::clinician;
    document.footer = "foot";
    document.sections = {{true, false, {std::move(block)}}};
    return document;
}

}  // namespace

TEST_CASE("a table cell cannot break the table", "[render][markdown]") {
    const Table table{"", {"a|b", "c"}, {{"1\n2", "*"}}, {1, 1}, true};
    CHECK(render_markdown(document_of(table)) == "| a\\|b | c |\n| --- | --- |\n| 1 2 | \\* |\n\nfoot\n");
}

TEST_CASE("a card is a heading, its dose, its steps and when to stop", "[render][markdown]") {
    ExerciseCard card;
    card.number = 2;
    card.name = "Walking";
    card.facts = {{"Time", "20 minutes"}};
    card.steps = {"Walk tall."};
    card.stop_lead = "Stop if";
    card.stop_if = "it hurts.";
    CHECK(render_markdown(document_of(card)) ==
          "### 2. Walking\n\n- Time: 20 minutes\n\n1. Walk tall.\n\n**Stop if** it hurts.\n\nfoot\n");
}

TEST_CASE("the mark of a draft comes first", "[render][markdown]") {
    auto document = document_of(Paragraph{"text", Paragraph::Weight::plain, ""});
    document.draft_mark = "DRAFT";
    CHECK(render_markdown(document) == "**DRAFT**\n\ntext\n\nfoot\n");
}
