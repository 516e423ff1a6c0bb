// SPDX-License-Identifier: Apache-2.0
// Expressions of the knowledge base ("FIELD OP VALUE", all, any, none, at_least), checked against the fields and
// words that exist, so that a misspelt field cannot be quietly unknown for ever.
#pragma once

#include "model/expression.h"
#include "read/yaml_reader.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace detour {

/// The fields that an expression may name and, where they are known, the words that a field can hold.
struct ExpressionFields {
    std::vector<Field> fields;
    std::map<std::string, std::vector<std::string>, std::less<>> words;
};

/// Nothing after a report to the value's diagnostics.
std::optional<Expression> read_expression(const YamlValue& value, const ExpressionFields& fields);

}  // namespace detour
