// SPDX-License-Identifier: Apache-2.0
#include "model/expression.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace detour {
namespace {

Truth negated(Truth truth) {
    switch (truth) {
        case Truth::no:
            return Truth::yes;
        case Truth::yes:
            return Truth::no;
        case Truth::unknown:
            return Truth::unknown;
    }
    return Truth::unknown;
}

Truth truth_of(bool claim) {
    return claim ? Truth::yes : Truth::no;
}

std::optional<double> rank_of(const Value& value) {
    if (const auto* number = std::get_if<double>(&value)) {
        return *number;
    }
    if (const auto* word = std::get_if<OrderedWord>(&value)) {
        return word->rank;
    }
    return std::nullopt;
}

bool is_equal(const Value& fact, const Value& operand) {
    const auto* list = std::get_if<std::vector<std::string>>(&fact);
    const auto* word = std::get_if<std::string>(&operand);
    if (list != nullptr && word != nullptr) {
        return std::ranges::find(*list, *word) != list->end();
    }
    const auto a = rank_of(fact);
    const auto b = rank_of(operand);
    if (a && b) {
        return !(*a < *b) && !(*b < *a);
    }
    return fact == operand;
}

bool is_ordered_so(const Value& fact, Operator op, const Value& operand) {
    const auto a = rank_of(fact);
    const auto b = rank_of(operand);
    if (!a || !b) {
        return false;
    }
    switch (op) {
        case Operator::less:
            return *a < *b;
        case Operator::at_most:
            return *a <= *b;
        case Operator::more:
            return *a > *b;
        case Operator::at_least:
            return *a >= *b;
        case Operator::equal:
        case Operator::not_equal:
        case Operator::in:
        case Operator::has:
        case Operator::present:
            return false;
    }
    return false;
}

Truth compare(const Expression& expression, const Facts& facts) {
    const auto* fact = facts.find(expression.field);
    if (expression.op == Operator::present) {
        return truth_of(fact != nullptr);
    }
    if (fact == nullptr) {
        return Truth::unknown;
    }
    const auto equal = [&](const Value& operand) { return is_equal(*fact, operand); };
    switch (expression.op) {
        case Operator::equal:
        case Operator::has:
        case Operator::in:
            return truth_of(std::ranges::any_of(expression.operands, equal));
        case Operator::not_equal:
            return truth_of(std::ranges::none_of(expression.operands, equal));
        case Operator::less:
        case Operator::at_most:
        case Operator::more:
        case Operator::at_least:
            return truth_of(is_ordered_so(*fact, expression.op, expression.operands.front()));
        case Operator::present:
            break;
    }
    return Truth::unknown;
}

Truth any_of(const std::vector<Expression>& parts, const Facts& facts) {
    auto answer = Truth::no;
    for (const auto& part : parts) {
        answer = std::max(answer, evaluate(part, facts));
    }
    return answer;
}

Truth all_of(const std::vector<Expression>& parts, const Facts& facts) {
    auto answer = Truth::yes;
    for (const auto& part : parts) {
        answer = std::min(answer, evaluate(part, facts));
    }
    return answer;
}

Truth at_least_of(const Expression& expression, const Facts& facts) {
    int yes = 0;
    int open = 0;
    for (const auto& part : expression.parts) {
        const auto truth = evaluate(part, facts);
        yes += truth == Truth::yes ? 1 : 0;
        open += truth == Truth::unknown ? 1 : 0;
    }
    if (yes >= expression.at_least) {
        return Truth::yes;
    }
    return yes + open >= expression.at_least ? Truth::unknown : Truth::no;
}

std::string_view text_of(Operator op) {
    constexpr std::array<std::string_view, 9> texts = {
        "is", "is not", "below", "at most", "above", "at least", "is one of", "includes", "is given"};
    return texts.at(static_cast<std::size_t>(op));
}

std::string text_of(const Value& value) {
    if (const auto* number = std::get_if<double>(&value)) {
        return number_text(*number);
    }
    if (const auto* ordered = std::get_if<OrderedWord>(&value)) {
        return ordered->word;
    }
    if (const auto* list = std::get_if<std::vector<std::string>>(&value)) {
        return join(*list, ", ");
    }
    return std::get<std::string>(value);
}

void collect_fields(const Expression& expression, std::set<std::string>& fields) {
    if (expression.kind == Expression::Kind::compare) {
        fields.insert(expression.field);
    }
    for (const auto& part : expression.parts) {
        collect_fields(part, fields);
    }
}

std::string describe_parts(const Expression& expression, std::string_view joint) {
    std::vector<std::string> texts;
    for (const auto& part : expression.parts) {
        const bool simple = part.kind == Expression::Kind::compare || part.parts.size() == 1;
        texts.push_back(simple ? describe(part) : "(" + describe(part) + ")");
    }
    return join(texts, joint);
}

std::string describe_comparison(const Expression& expression) {
    std::vector<std::string> operands;
    for (const auto& operand : expression.operands) {
        operands.push_back(text_of(operand));
    }
    auto text = expression.field + " " + std::string(text_of(expression.op));
    return operands.empty() ? text : text + " " + join(operands, ", ");
}

}  // namespace

const Value* Facts::find(std::string_view field) const {
    const auto found = values_.find(field);
    return found == values_.end() ? nullptr : &found->second;
}

Truth evaluate(const Expression& expression, const Facts& facts) {
    switch (expression.kind) {
        case Expression::Kind::always:
            return Truth::yes;
        case Expression::Kind::compare:
            return compare(expression, facts);
        case Expression::Kind::all:
            return all_of(expression.parts, facts);
        case Expression::Kind::any:
            return any_of(expression.parts, facts);
        case Expression::Kind::none:
            return negated(any_of(expression.parts, facts));
        case Expression::Kind::at_least:
            return at_least_of(expression, facts);
    }
    return Truth::unknown;
}

std::vector<std::string> fields_of(const Expression& expression) {
    std::set<std::string> fields;
    collect_fields(expression, fields);
    return {fields.begin(), fields.end()};
}

std::string describe(const Expression& expression) {
    switch (expression.kind) {
        case Expression::Kind::always:
            return "always";
        case Expression::Kind::compare:
            return describe_comparison(expression);
        case Expression::Kind::all:
            return describe_parts(expression, " and ");
        case Expression::Kind::any:
            return describe_parts(expression, " or ");
        case Expression::Kind::none:
            return "none of: " + describe_parts(expression, ", ");
        case Expression::Kind::at_least:
            return "at least " + number_text(expression.at_least) + " of: " + describe_parts(expression, ", ");
    }
    return {};
}

}  // namespace detour
