// SPDX-License-Identifier: Apache-2.0
#include "read/expression_reader.h"

#include "base/text.h"
#include "model/stressor.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace detour {
namespace {

struct OperatorText {
    std::string_view text;
    Operator op;
};
constexpr std::array<OperatorText, 9> operators = {{{"==", Operator::equal},
                                                    {"!=", Operator::not_equal},
                                                    {"<", Operator::less},
                                                    {"<=", Operator::at_most},
                                                    {">", Operator::more},
                                                    {">=", Operator::at_least},
                                                    {"in", Operator::in},
                                                    {"has", Operator::has},
                                                    {"present", Operator::present}}};

std::string_view trimmed(std::string_view text) {
    const auto from = text.find_first_not_of(' ');
    if (from == std::string_view::npos) {
        return {};
    }
    return text.substr(from, text.find_last_not_of(' ') - from + 1);
}

/// The first word of `rest`, which loses it.
std::string_view take_word(std::string_view& rest) {
    rest = trimmed(rest);
    const auto end = std::min(rest.find(' '), rest.size());
    const auto word = rest.substr(0, end);
    rest = trimmed(rest.substr(end));
    return word;
}

std::optional<Operator> operator_from(std::string_view text) {
    const auto found = std::ranges::find(operators, text, &OperatorText::text);
    return found == operators.end() ? std::nullopt : std::optional{found->op};
}

bool is_ordering(Operator op) {
    return op == Operator::less || op == Operator::at_most || op == Operator::more || op == Operator::at_least;
}

bool fits(FieldKind kind, Operator op) {
    const bool is_equality = op == Operator::equal || op == Operator::not_equal;
    switch (kind) {
        case FieldKind::number:
            return is_equality || is_ordering(op) || op == Operator::in || op == Operator::present;
        case FieldKind::word:
            return is_equality || op == Operator::in || op == Operator::present;
        case FieldKind::mark:
        case FieldKind::stage:
        case FieldKind::irritability:
            return is_equality || is_ordering(op) || op == Operator::in || op == Operator::present;
        case FieldKind::list:
            return op == Operator::has || op == Operator::in || op == Operator::present;
    }
    return false;
}

std::string_view kind_text(FieldKind kind) {
    switch (kind) {
        case FieldKind::number:
            return "a number";
        case FieldKind::word:
            return "a word";
        case FieldKind::mark:
            return "a mark";
        case FieldKind::stage:
            return "a stage";
        case FieldKind::irritability:
            return "an irritability";
        case FieldKind::list:
            return "a list";
    }
    return {};
}

template <class Enum>
std::optional<Value> ordered(std::string_view word, std::optional<Enum> value) {
    if (!value) {
        return std::nullopt;
    }
    return OrderedWord{std::string(word), static_cast<int>(*value)};
}

class Reader {
public:
    Reader(const YamlValue& value, const ExpressionFields& fields) : value_(value), fields_(fields) {}

    std::optional<Expression> comparison(std::string_view text) const {
        auto rest = text;
        const auto name = take_word(rest);
        const auto word = take_word(rest);
        const auto field = std::ranges::find(fields_.fields, name, &Field::name);
        if (field == fields_.fields.end()) {
            value_.error(unknown_word("field", name, field_names()));
            return std::nullopt;
        }
        const auto op = operator_from(word);
        if (!op) {
            value_.error(fmt::format("expected == != < <= > >= in has or present after '{}', found '{}'", name, word));
            return std::nullopt;
        }
        if (!fits(field->kind, *op)) {
            value_.error(fmt::format("'{}' is {}, which '{}' does not compare", name, kind_text(field->kind), word));
            return std::nullopt;
        }
        Expression expression{Expression::Kind::compare, field->name, *op, {}, 0, {}};
        return read_operands(*field, rest, expression) ? std::optional{expression} : std::nullopt;
    }

private:
    std::vector<std::string> field_names() const {
        std::vector<std::string> names;
        for (const auto& field : fields_.fields) {
            names.push_back(field.name);
        }
        return names;
    }

    bool read_operands(const Field& field, std::string_view rest, Expression& expression) const {
        if (expression.op == Operator::present) {
            if (!rest.empty()) {
                value_.error(fmt::format("nothing may follow 'present', found '{}'", rest));
            }
            return rest.empty();
        }
        const bool is_bracketed = rest.starts_with('[') && rest.ends_with(']');
        if ((expression.op == Operator::in) != is_bracketed) {
            value_.error(expression.op == Operator::in ? "expected a list [a, b] after 'in'"
                                                       : "a list [a, b] may follow only 'in'");
            return false;
        }
        if (!is_bracketed) {
            return add_operand(field, rest, expression);
        }
        auto list = rest.substr(1, rest.size() - 2);
        while (true) {
            const auto end = std::min(list.find(','), list.size());
            if (!add_operand(field, trimmed(list.substr(0, end)), expression)) {
                return false;
            }
            if (end == list.size()) {
                return true;
            }
            list.remove_prefix(end + 1);
        }
    }

    bool add_operand(const Field& field, std::string_view text, Expression& expression) const {
        auto operand = operand_of(field, text);
        if (operand) {
            expression.operands.push_back(std::move(*operand));
        }
        return operand.has_value();
    }

    std::optional<Value> operand_of(const Field& field, std::string_view text) const {
        const bool is_one_word = !text.empty() && text.find_first_of(" []") == std::string_view::npos;
        auto operand = is_one_word ? typed_operand(field.kind, text) : std::nullopt;
        if (!operand) {
            const auto what = field.kind == FieldKind::list ? "a word" : kind_text(field.kind);
            value_.error(fmt::format("expected {} to compare with '{}', found '{}'", what, field.name, text));
            return std::nullopt;
        }
        const auto words = fields_.words.find(field.name);
        if (words != fields_.words.end() && std::ranges::find(words->second, text) == words->second.end()) {
            value_.error(unknown_word("word for '" + field.name + "':", text, words->second));
            return std::nullopt;
        }
        return operand;
    }

    static std::optional<Value> typed_operand(FieldKind kind, std::string_view text) {
        switch (kind) {
            case FieldKind::number: {
                const auto number = parse_number(text);
                return number ? std::optional<Value>{*number} : std::nullopt;
            }
            case FieldKind::mark:
                return ordered(text, mark_from(text));
            case FieldKind::stage:
                return ordered(text, stage_from(text));
            case FieldKind::irritability:
                return ordered(text, irritability_from(text));
            case FieldKind::word:
            case FieldKind::list:
                return std::string(text);
        }
        return std::nullopt;
    }

    const YamlValue& value_;
    const ExpressionFields& fields_;
};

std::optional<std::vector<Expression>> read_parts(const YamlValue& list, const ExpressionFields& fields) {
    std::vector<Expression> parts;
    const auto items = list.list();
    for (const auto& item : items) {
        if (auto part = read_expression(item, fields)) {
            parts.push_back(std::move(*part));
        }
    }
    if (list.is_list() && items.empty()) {
        list.error(fmt::format("'{}' has no parts", list.name()));
    }
    const bool complete = !items.empty() && parts.size() == items.size();
    return complete ? std::optional{std::move(parts)} : std::nullopt;
}

std::optional<Expression> read_at_least(const YamlValue& value, const ExpressionFields& fields) {
    auto map = value.map();
    const auto count = map.integer("count", 1, 100);
    const auto of = map.require("of");
    map.finish();
    auto parts = of ? read_parts(*of, fields) : std::nullopt;
    if (!parts || !count) {
        return std::nullopt;
    }
    if (static_cast<std::size_t>(*count) > parts->size()) {
        value.error(fmt::format("'count' is {}, but there are only {} parts", *count, parts->size()));
        return std::nullopt;
    }
    return Expression{Expression::Kind::at_least, "", Operator::present, {}, *count, std::move(*parts)};
}

std::optional<Expression> read_group(const YamlValue& value, const ExpressionFields& fields) {
    const auto pairs = value.pairs();
    if (pairs.size() != 1) {
        value.error("expected exactly one of all, any, none or at_least");
        return std::nullopt;
    }
    const auto& [key, inner] = pairs.front();
    const auto word = key.one_of({"all", "any", "none", "at_least"});
    if (!word) {
        return std::nullopt;
    }
    if (*word == "at_least") {
        return read_at_least(inner, fields);
    }
    auto parts = read_parts(inner, fields);
    if (!parts) {
        return std::nullopt;
    }
    const auto kind = *word == "all"   ? Expression::Kind::all
                      : *word == "any" ? Expression::Kind::any
                                       : Expression::Kind::none;
    return Expression{kind, "", Operator::present, {}, 0, std::move(*parts)};
}

}  // namespace

std::optional<Expression> read_expression(const YamlValue& value, const ExpressionFields& fields) {
    if (value.is_map()) {
        return read_group(value, fields);
    }
    const auto text = value.text();
    if (!text) {
        return std::nullopt;
    }
    if (*text == "always") {
        return Expression{};
    }
    return Reader(value, fields).comparison(*text);
}

}  // namespace detour
