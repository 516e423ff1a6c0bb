// SPDX-License-Identifier: Apache-2.0
// The one condition language of the knowledge base: `when`, `while`, `match`, `asked`. Three-valued: what the
// facts do not say is unknown, never no.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace detour {

enum class Truth { no, unknown, yes };

/// A fact or an operand. An ordered word compares by its rank (marks, stages, irritability).
struct OrderedWord {
    std::string word;
    int rank = 0;
    bool operator==(const OrderedWord&) const = default;
};
using Value = std::variant<double, std::string, OrderedWord, std::vector<std::string>>;

/// What is known, by field name. A field that is absent is unknown.
class Facts {
public:
    void set(std::string field, Value value) { values_.insert_or_assign(std::move(field), std::move(value)); }
    const Value* find(std::string_view field) const;
    bool operator==(const Facts&) const = default;

private:
    std::map<std::string, Value, std::less<>> values_;
};

enum class Operator { equal, not_equal, less, at_most, more, at_least, in, has, present };

struct Expression {
    enum class Kind { always, compare, all, any, none, at_least };
    Kind kind = Kind::always;
    std::string field;                ///< compare
    Operator op = Operator::present;  ///< compare
    std::vector<Value> operands;      ///< compare: one; `in`: one or more; `present`: none
    int at_least = 0;                 ///< at_least
    std::vector<Expression> parts;    ///< all, any, none, at_least
    bool operator==(const Expression&) const = default;
};

/// `always` is yes. A comparison with an absent field is unknown; `present` is yes or no.
Truth evaluate(const Expression& expression, const Facts& facts);

/// The fields that `expression` names, each once, sorted.
std::vector<std::string> fields_of(const Expression& expression);

/// The expression in words close to those of the data file, for reasons on the clinician sheet.
std::string describe(const Expression& expression);

/// What kind of value a field of an expression holds: the reader checks operands against it.
enum class FieldKind { number, word, mark, stage, irritability, list };
struct Field {
    std::string name;
    FieldKind kind = FieldKind::word;
    std::string meaning;
};

}  // namespace detour
