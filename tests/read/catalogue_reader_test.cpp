// SPDX-License-Identifier: Apache-2.0
#include "read/small_catalogue.h"

using namespace detour;
using namespace detour::test;

namespace {

std::string messages_with(std::string_view file, std::string_view from, std::string_view to) {
    return all_messages(read_catalogue(small_data_but(file, from, to)).diagnostics);
}

bool says(const std::string& messages, std::string_view what) {
    return messages.find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("ids follow slug order, whatever the order of the files", "[read][catalogue]") {
    auto files = small_data();
    std::ranges::reverse(files);
    const auto reversed = read_catalogue(files);
    REQUIRE(reversed.value);
    CHECK(*reversed.value == small_catalogue());
    CHECK(small_catalogue().exercises[ExerciseId{0}].slug == "running-easy");
    CHECK(small_catalogue().sha256.size() == 64);
}

TEST_CASE("a changed letter changes the checksum", "[read][catalogue]") {
    const auto other = read_catalogue(small_data_but("exercises/walking.yaml", "arms swing", "arms swing a little"));
    REQUIRE(other.value);
    CHECK(other.value->sha256 != small_catalogue().sha256);
}

TEST_CASE("tags and matches are computed", "[read][catalogue]") {
    const auto& catalogue = small_catalogue();
    const auto landing = *catalogue.find_tag("landing");
    CHECK(catalogue.has_tag(*catalogue.find_exercise("running-easy"), landing));
    CHECK_FALSE(catalogue.has_tag(*catalogue.find_exercise("walking-easy"), landing));
    CHECK(catalogue.conditions[*catalogue.find_condition("sore-back")].good_for.front().matches == 2);
}

TEST_CASE("an exercise in water knows its land form and place", "[read][catalogue]") {
    const auto& pool = small_catalogue().exercises[*small_catalogue().find_exercise("walking-pool")];
    CHECK(pool.land_form == small_catalogue().find_exercise("walking-easy"));
    CHECK(pool.place == "pool");
}

TEST_CASE("a misspelt key, word and id are each reported at their place", "[read][catalogue]") {
    CHECK(messages_with(
              "exercises/running.yaml", "laterality: alternating\n    traits", "lateralty: alternating\n    traits") ==
          "exercises/running.yaml:21:5: error: 'laterality' is missing\n"
          "    - id: running-easy\n"
          "      ^\n"
          "exercises/running.yaml:26:5: error: unknown key 'lateralty'; did you mean 'laterality'?\n"
          "      lateralty: alternating\n"
          "      ^\n");
    CHECK(messages_with("exercises/running.yaml", "related: [walking]", "related: [waking]") ==
          "exercises/running.yaml:7:11: error: unknown family 'waking'; expected running or walking; did you mean "
          "'walking'?\n"
          "  related: [waking]\n"
          "            ^\n");
    CHECK(messages_with("conditions/sore-back.yaml", "tags: [landing]", "tags: [landin]")
              .find("unknown tag 'landin'; expected landing; did you mean 'landing'?") != std::string::npos);
}

TEST_CASE("an id that exists twice points at the first", "[read][catalogue]") {
    const auto messages = messages_with("exercises/running.yaml", "id: running-middling", "id: walking-easy");
    CHECK(says(messages, "error: exercise 'walking-easy' exists already\n"));
    CHECK(says(messages, "exercises/running.yaml:20:9: note: first defined here\n") == false);
    CHECK(says(messages, "note: first defined here\n"));
}

TEST_CASE("what nobody cites is an error", "[read][catalogue]") {
    CHECK(says(messages_with("evidence/study.yaml",
                             "evidence:\n",
                             "evidence:\n  - {id: idle, source: study, activity: a, quantity: met, value: 1}\n"),
               "evidence/study.yaml:5:10: error: nothing uses evidence row 'idle'\n"));
}

TEST_CASE("a text that is missing, unused or too long is an error", "[read][catalogue]") {
    CHECK(says(messages_with("text/en/small.yaml", "\"return.clean\": \"c\"\n", ""),
               "rules/return_paths.yaml:2:18: error: the text 'return.clean' is missing in text/en\n"));
    CHECK(says(messages_with("text/en/small.yaml", "schema: 1\n", "schema: 1\n\"stray\": \"s\"\n"),
               "text/en/small.yaml:2:1: error: nothing uses the text 'stray'\n"));
    CHECK(
        says(messages_with("text/en/exercises/walking.yaml", "short: \"s\"", "short: \"a name that is much too long\""),
             "error: 'short' is 28 characters long; at most 24 fit\n"));
    CHECK(says(messages_with("text/en/exercises/walking.yaml",
                             "\"Do this.\"",
                             "\"One two three four five six seven eight nine ten eleven twelve thirteen.\""),
               "error: this step has 13 words; at most 12 are read\n"));
    CHECK(says(messages_with("text/en/exercises/running.yaml", "overstriding: {", "overstridng: {"),
               "error: family 'running' names no fault 'overstridng'\n"));
    CHECK(says(messages_with(
                   "text/en/small.yaml", "\"rule.rf-saddle.question\": \"q\"", "\"rule.rf-saddle.question\": \"q {x\""),
               "error: the braces of the placeholders do not match\n"));
}

TEST_CASE("a load that no file gives is an error", "[read][catalogue]") {
    CHECK(says(messages_with("exercises/walking.yaml", "      impact: {evidence: [walk-force]}\n", ""),
               "error: 'walking-easy' gives no load for impact\n"));
}

TEST_CASE("a missing table is named", "[read][catalogue]") {
    auto files = small_data();
    std::erase_if(files, [](const SourceText& file) { return file.name == "rules/search.yaml"; });
    CHECK(says(all_messages(read_catalogue(files).diagnostics),
               "rules/search.yaml: error: this file is missing or cannot be read\n"));
}

TEST_CASE("rules are checked like the rest", "[read][catalogue]") {
    CHECK(says(messages_with(
                   "rules/red_flags.yaml", "then: {decision: refer, urgency: emergency}", "then: {decision: refuse}"),
               "error: unknown decision 'refuse'; expected refer, hold, continue or substitute\n"));
    CHECK(says(messages_with("rules/red_flags.yaml", "age >= 65", "red_flags.night_pan == yes"),
               "unknown field 'red_flags.night_pan'"));
    CHECK(says(messages_with("rules/tags.yaml", "impact >= high", "tags has landing"),
               "error: a tag may not be defined by other tags; use traits and loads\n"));
}

TEST_CASE("words that frighten and long sentences in texts for patients are reported at their place", "[read][text]") {
    CHECK(says(messages_with("text/en/exercises/running.yaml", "what: \"w\"", "what: \"Your disc is crumbling.\""),
               "'crumbl' frightens more than it helps; say sore"));
    CHECK(says(messages_with("text/en/exercises/running.yaml",
                             "what: \"w\"",
                             "what: \"one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
                             "fifteen sixteen\""),
               "a sentence of 16 words; patients read at most 15"));
}

TEST_CASE("a fault of technique without a reason is an error", "[read][catalogue]") {
    CHECK(says(messages_with("rules/technique.yaml", "families: [running]", "families: [walking]"),
               "rules/technique.yaml has no row for the fault 'overstriding' of running"));
}
