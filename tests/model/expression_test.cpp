// SPDX-License-Identifier: Apache-2.0
#include "model/expression.h"

#include <catch2/catch.hpp>

using namespace detour;

namespace {

Expression comparison(std::string field, Operator op, std::vector<Value> operands) {
    return {Expression::Kind::compare, std::move(field), op, std::move(operands), 0, {}};
}

Expression joined(Expression::Kind kind, std::vector<Expression> parts, int at_least = 0) {
    return {kind, "", Operator::present, {}, at_least, std::move(parts)};
}

const auto old = comparison("age", Operator::at_least, {65.0});
const auto feverish = comparison("red_flags.fever_or_infection", Operator::equal, {std::string("yes")});

Facts facts_with(double age) {
    Facts facts;
    facts.set("age", age);
    return facts;
}

}  // namespace

TEST_CASE("what the file does not say is unknown, never no", "[model]") {
    CHECK(evaluate(feverish, facts_with(70)) == Truth::unknown);
    CHECK(evaluate(comparison("red_flags.fever_or_infection", Operator::not_equal, {std::string("yes")}),
                   facts_with(70)) == Truth::unknown);
    CHECK(evaluate(comparison("age", Operator::present, {}), Facts{}) == Truth::no);
}

TEST_CASE("one known answer can settle a combination", "[model]") {
    CHECK(evaluate(joined(Expression::Kind::any, {old, feverish}), facts_with(70)) == Truth::yes);
    CHECK(evaluate(joined(Expression::Kind::any, {old, feverish}), facts_with(40)) == Truth::unknown);
    CHECK(evaluate(joined(Expression::Kind::all, {old, feverish}), facts_with(40)) == Truth::no);
    CHECK(evaluate(joined(Expression::Kind::all, {old, feverish}), facts_with(70)) == Truth::unknown);
    CHECK(evaluate(joined(Expression::Kind::none, {old, feverish}), facts_with(70)) == Truth::no);
    CHECK(evaluate(joined(Expression::Kind::at_least, {old, feverish}, 2), facts_with(40)) == Truth::no);
    CHECK(evaluate(joined(Expression::Kind::at_least, {old, feverish}, 2), facts_with(70)) == Truth::unknown);
}

TEST_CASE("marks, stages and irritability compare in their order", "[model]") {
    Facts facts;
    facts.set("impact", OrderedWord{"moderate", 2});
    CHECK(evaluate(comparison("impact", Operator::at_least, {OrderedWord{"low", 1}}), facts) == Truth::yes);
    CHECK(evaluate(comparison("impact", Operator::more, {OrderedWord{"high", 3}}), facts) == Truth::no);
}

TEST_CASE("a list includes a word or it does not", "[model]") {
    Facts facts;
    facts.set("comorbidities", std::vector<std::string>{"asthma-or-copd"});
    CHECK(evaluate(comparison("comorbidities", Operator::has, {std::string("asthma-or-copd")}), facts) == Truth::yes);
    CHECK(evaluate(comparison("comorbidities", Operator::has, {std::string("obesity")}), facts) == Truth::no);
}

TEST_CASE("an expression can be read aloud", "[model]") {
    CHECK(describe(joined(Expression::Kind::all, {old, joined(Expression::Kind::any, {feverish, old})})) ==
          "age at least 65 and (red_flags.fever_or_infection is yes or age at least 65)");
}
