// SPDX-License-Identifier: Apache-2.0
#include "read/expression_reader.h"

#include <catch2/catch.hpp>

using namespace detour;

namespace {

const ExpressionFields fields = {{{"age", FieldKind::number, ""},
                                  {"sex", FieldKind::word, ""},
                                  {"impact", FieldKind::mark, ""},
                                  {"stage", FieldKind::stage, ""},
                                  {"traits", FieldKind::list, ""}},
                                 {{"sex", {"female", "male"}}}};

struct Outcome {
    std::optional<Expression> expression;
    std::string messages;
};

Outcome read(const std::string& text) {
    Diagnostics diagnostics;
    const auto document = parse_yaml({"a.yaml", "when: " + text + "\n"}, diagnostics);
    REQUIRE(document);
    auto map = document->root().map();
    Outcome outcome{read_expression(*map.find("when"), fields), ""};
    for (const auto& one : diagnostics) {
        outcome.messages += one.message + "\n";
    }
    return outcome;
}

}  // namespace

TEST_CASE("comparisons and groups are read as they say", "[read][expression]") {
    CHECK(read("always").expression == Expression{});
    CHECK(describe(*read("\"age >= 65\"").expression) == "age at least 65");
    CHECK(describe(*read("{all: [\"sex == female\", {at_least: {count: 1, of: [\"age < 20\", \"traits has fast\"]}}]}")
                        .expression) == "sex is female and (at least 1 of: age below 20, traits includes fast)");
    CHECK(describe(*read("\"stage in [acute, subacute]\"").expression) == "stage is one of acute, subacute");
    CHECK(describe(*read("{none: [\"age present\"]}").expression) == "none of: age is given");
}

TEST_CASE("marks and stages compare by rank", "[read][expression]") {
    const auto expression = read("\"impact >= very-high\"").expression;
    REQUIRE(expression);
    CHECK(expression->operands.front() == Value{OrderedWord{"very-high", 4}});
}

TEST_CASE("a fault in an expression is named, with the nearest field", "[read][expression]") {
    CHECK(read("\"agee >= 65\"").messages ==
          "unknown field 'agee'; expected age, sex, impact, stage or traits; did you mean 'age'?\n");
    CHECK(read("\"age >= old\"").messages == "expected a number to compare with 'age', found 'old'\n");
    CHECK(read("\"age has 3\"").messages == "'age' is a number, which 'has' does not compare\n");
    CHECK(read("\"traits == fast\"").messages == "'traits' is a list, which '==' does not compare\n");
    CHECK(read("\"age => 3\"").messages == "expected == != < <= > >= in has or present after 'age', found '=>'\n");
    CHECK(read("\"sex in female\"").messages == "expected a list [a, b] after 'in'\n");
    CHECK(read("\"sex == femal\"").messages ==
          "unknown word for 'sex': 'femal'; expected female or male; did you mean 'female'?\n");
    CHECK(read("\"impact >= hih\"").messages == "expected a mark to compare with 'impact', found 'hih'\n");
    CHECK(read("\"age present now\"").messages == "nothing may follow 'present', found 'now'\n");
    CHECK(read("{all: []}").messages == "'all' has no parts\n");
    CHECK(read("{at_least: {count: 3, of: [\"age > 1\"]}}").messages == "'count' is 3, but there are only 1 parts\n");
    CHECK(read("{both: [\"age > 1\"]}").messages == "unknown when 'both'; expected all, any, none or at_least\n");
}
