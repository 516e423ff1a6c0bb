// SPDX-License-Identifier: Apache-2.0
#include "read/yaml_reader.h"

#include <catch2/catch.hpp>

#include <random>

using namespace detour;

namespace {

/// Every message about a text that is parsed and then not looked at.
std::string messages_about(const std::string& text) {
    Diagnostics diagnostics;
    parse_yaml({"a.yaml", text}, diagnostics);
    std::string all;
    for (const auto& one : diagnostics) {
        all += format(one);
    }
    return all;
}

template <class Read>
std::string messages_of(const std::string& text, Read read) {
    Diagnostics diagnostics;
    const auto document = parse_yaml({"a.yaml", text}, diagnostics);
    if (document) {
        auto map = document->root().map();
        read(map);
    }
    std::string all;
    for (const auto& one : diagnostics) {
        all += format(one);
    }
    return all;
}

}  // namespace

TEST_CASE("what YAML allows and we do not is refused at its place", "[read][yaml]") {
    CHECK(messages_about("a: 1\nb: 2\na: 3\n") ==
          "a.yaml:3:1: error: duplicate key 'a'\n  a: 3\n  ^\na.yaml:1:1: note: first given here\n");
    CHECK(messages_about("a: &x 1\nb: *x\n") ==
          "a.yaml:1:4: error: anchors (&name) are not allowed\n  a: &x 1\n     ^\n"
          "a.yaml:2:4: error: aliases (*name) are not allowed; write the value again\n  b: *x\n     ^\n");
    CHECK(messages_about("a: !!python/object x\n").starts_with("a.yaml:1:4: error: tags ("));
    CHECK(messages_about("<<: {a: 1}\n") == "a.yaml:1:1: error: merge keys (<<) are not allowed\n  <<: {a: 1}\n  ^\n");
    CHECK(messages_about("a: 1\n---\nb: 2\n") ==
          "a.yaml:3:1: error: a second document starts here; only one is allowed\n  b: 2\n  ^\n");
    CHECK(messages_about("# nothing\n") == "a.yaml: error: the file is empty\n");
    CHECK(messages_about("") == "a.yaml: error: the file is empty\n");
}

TEST_CASE("deep nesting is refused, however deep", "[read][yaml]") {
    CHECK(messages_about("a: " + std::string(16, '[') + std::string(16, ']')).find("nested deeper than 16 levels") !=
          std::string::npos);
    CHECK(messages_about("a: " + std::string(15, '[') + std::string(15, ']')).empty());
    CHECK_FALSE(messages_about(std::string(100000, '[')).empty());
    CHECK_FALSE(messages_about(std::string(100000, '{')).empty());
}

TEST_CASE("a syntax error has a place and a hint", "[read][yaml]") {
    CHECK(messages_about("a: 'open\nb: 2\n") == "a.yaml:1:4: error: this quote is never closed\n  a: 'open\n     ^\n");
    CHECK(messages_about("a: \"it\\\"s\nb: 2\n").starts_with("a.yaml:1:4: error: this quote is never closed\n"));
    CHECK(messages_about("a: 'it''s'\nb: \"say \\\"no\\\"\"\nc: |\n  'block\n").empty());
    CHECK(
        messages_about("a: b: c\n") ==
        "a.yaml:1:5: error: a ': ' stands where none can; is a quote or bracket left open above, or does the text need "
        "quotes?\n  a: b: c\n      ^\n");
}

TEST_CASE("bytes that are no text are refused at their place", "[read][yaml]") {
    CHECK(messages_about("a: 1\nb: caf\xE9\n") ==
          "a.yaml:2:7: error: this is not UTF-8 text; save the file as UTF-8\n");
    CHECK(messages_about(std::string("a: x\0y\n", 7)) ==
          "a.yaml:1:5: error: there is a NUL byte here; this is no text file\n");
    CHECK(messages_about("\xEF\xBB\xBF"
                         "a: 1\r\nb: 2\r\n")
              .empty());
}

TEST_CASE("no bytes break the reader", "[read][yaml]") {
    std::mt19937 random(42);
    const std::string alphabet = "ab: -[]{},'\"\n\t#&*!|>%@`\\01?<\x80\xC3\xA9";
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (int at = 0; at < 40; ++at) {
            text += alphabet[random() % alphabet.size()];
        }
        messages_about(text);
    }
    SUCCEED();
}

TEST_CASE("columns count characters, and an empty value is marked at its key", "[read][yaml]") {
    const auto messages = messages_of("ñandú: {x: y}\nempty:\nlast: 1\n", [](YamlMap& map) {
        map.optional_number("ñandú");
        map.text("empty");
        map.finish();
    });
    CHECK(messages == "a.yaml:1:8: error: expected a number for 'ñandú', found a map\n  ñandú: {x: y}\n         ^\n"
                      "a.yaml:2:1: error: 'empty' has no value; give one or leave the key out\n  empty:\n  ^\n"
                      "a.yaml:3:1: error: unknown key 'last'; expected empty or ñandú\n  last: 1\n  ^\n");
}

TEST_CASE("numbers are decimal and plain", "[read][yaml]") {
    for (const auto* text : {"010", "0x1F", ".inf", "nan", "1e5", "+5", "1_000", "", "-", "1.", "5 kg"}) {
        INFO(text);
        CHECK_FALSE(parse_number(text));
    }
    CHECK(parse_number("-0.5") == -0.5);
    CHECK(parse_number("0") == 0.0);
    CHECK(messages_of("a: \"3\"\nb: 12\nc: 1.5\n",
                      [](YamlMap& map) {
                          map.number("a");
                          map.number("b", {0, 10});
                          map.integer("c", 0, 10);
                      }) == "a.yaml:1:4: error: expected a number for 'a', found '3'\n  a: \"3\"\n     ^\n"
                            "a.yaml:2:4: error: 'b' is 12; expected 0 to 10\n  b: 12\n     ^\n"
                            "a.yaml:3:4: error: expected a whole number for 'c', found '1.5'\n  c: 1.5\n     ^\n");
}

TEST_CASE("a misspelt word is answered with the nearest", "[read][yaml]") {
    CHECK(messages_of("stage: sub-acute\n",
                      [](YamlMap& map) { map.one_of("stage", {"acute", "subacute", "persistent"}); }) ==
          "a.yaml:1:8: error: unknown stage 'sub-acute'; expected acute, subacute or persistent; did you mean "
          "'subacute'?\n  stage: sub-acute\n         ^\n");
}

TEST_CASE("yes, no and unknown are words; true and false are taken for yes and no", "[read][yaml]") {
    const auto messages = messages_of("a: no\nb: \"no\"\nc: true\nd: Unknown\ne: maybe\n", [](YamlMap& map) {
        CHECK(map.optional_answer("a") == "no");
        CHECK(map.optional_answer("b") == "no");
        CHECK(map.optional_answer("c") == "yes");
        CHECK(map.optional_answer("d") == "unknown");
        CHECK_FALSE(map.optional_answer("e"));
    });
    CHECK(messages == "a.yaml:5:4: error: unknown answer 'maybe'; expected yes, no or unknown\n  e: maybe\n     ^\n");
}
