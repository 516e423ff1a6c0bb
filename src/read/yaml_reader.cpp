// SPDX-License-Identifier: Apache-2.0
// Cursors over the tree. Scalars are read with from_chars only: no octal, no hexadecimal, no infinity, no locale.
#include "read/yaml_reader.h"

#include "base/text.h"
#include "read/yaml_node.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace detour {
namespace {

std::string bounds_text(Bounds bounds) {
    if (bounds.high >= any_number.high) {
        return fmt::format("at least {}", number_text(bounds.low));
    }
    return fmt::format("{} to {}", number_text(bounds.low), number_text(bounds.high));
}

std::string found_text(const YamlNode& node) {
    switch (node.kind) {
        case YamlNode::Kind::empty:
            return "nothing";
        case YamlNode::Kind::text:
            return fmt::format("'{}'", node.text);
        case YamlNode::Kind::list:
            return "a list";
        case YamlNode::Kind::map:
            return "a map";
    }
    return {};
}

/// Long lists of words are not spelled out; the nearest says enough.
constexpr std::size_t most_words_listed = 12;

}  // namespace

std::string unknown_word(std::string_view what, std::string_view found, const std::vector<std::string>& allowed) {
    auto message = fmt::format("unknown {} '{}'", what, found);
    if (!allowed.empty() && allowed.size() <= most_words_listed) {
        message += "; expected " + join_or(allowed);
    }
    if (const auto near = nearest(found, allowed)) {
        message += fmt::format("; did you mean '{}'?", *near);
    }
    return message;
}

std::optional<double> parse_number(std::string_view text) {
    const auto digits = text.starts_with('-') ? text.substr(1) : text;
    const auto is_digit = [](char byte) { return byte >= '0' && byte <= '9'; };
    const bool leading_zero = digits.size() > 1 && digits[0] == '0' && is_digit(digits[1]);
    if (digits.empty() || !is_digit(digits.front()) || !is_digit(digits.back()) || leading_zero) {
        return std::nullopt;
    }
    double value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (result.ec != std::errc{} || result.ptr != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

bool YamlValue::is_text() const {
    return node_->kind == YamlNode::Kind::text;
}
bool YamlValue::is_list() const {
    return node_->kind == YamlNode::Kind::list;
}
bool YamlValue::is_map() const {
    return node_->kind == YamlNode::Kind::map;
}
bool YamlValue::is_quoted() const {
    return node_->is_quoted;
}
const std::string& YamlValue::name() const {
    return node_->name;
}
Place YamlValue::place() const {
    return {context_->file, node_->line, node_->column};
}

Diagnostic YamlValue::diagnostic(Severity severity, std::string message) const {
    return context_->at(node_->line, node_->column, severity, std::move(message));
}

void YamlValue::error(std::string message, std::vector<Note> notes) const {
    auto one = diagnostic(Severity::error, std::move(message));
    one.notes = std::move(notes);
    context_->diagnostics->push_back(std::move(one));
}

void YamlValue::warning(std::string message, std::vector<Note> notes) const {
    auto one = diagnostic(Severity::warning, std::move(message));
    one.notes = std::move(notes);
    context_->diagnostics->push_back(std::move(one));
}

std::optional<std::string> YamlValue::text() const {
    if (node_->kind == YamlNode::Kind::empty || (is_text() && node_->text.empty())) {
        error(fmt::format("'{}' has no value; give one or leave the key out", name()));
        return std::nullopt;
    }
    if (!is_text()) {
        error(fmt::format("expected a text for '{}', found {}", name(), found_text(*node_)));
        return std::nullopt;
    }
    return node_->text;
}

std::optional<double> YamlValue::number(Bounds bounds) const {
    const auto value = is_text() && !is_quoted() ? parse_number(node_->text) : std::nullopt;
    if (!value) {
        error(fmt::format("expected a number for '{}', found {}", name(), found_text(*node_)));
        return std::nullopt;
    }
    if (*value < bounds.low || *value > bounds.high) {
        error(fmt::format("'{}' is {}; expected {}", name(), node_->text, bounds_text(bounds)));
        return std::nullopt;
    }
    return value;
}

std::optional<int> YamlValue::integer(int low, int high) const {
    const auto value = number({static_cast<double>(low), static_cast<double>(high)});
    if (!value) {
        return std::nullopt;
    }
    if (std::floor(*value) < *value) {
        error(fmt::format("expected a whole number for '{}', found {}", name(), found_text(*node_)));
        return std::nullopt;
    }
    return static_cast<int>(*value);
}

std::optional<bool> YamlValue::truth() const {
    const auto word = one_of({"true", "false"});
    return word ? std::optional{*word == "true"} : std::nullopt;
}

std::optional<std::string> YamlValue::answer() const {
    const auto word = text();
    if (!word) {
        return std::nullopt;
    }
    const auto folded = fold(*word);
    if (folded == "yes" || folded == "true") {
        return "yes";
    }
    if (folded == "no" || folded == "false") {
        return "no";
    }
    if (folded != "unknown") {
        error(unknown_word("answer", *word, {"yes", "no", "unknown"}));
        return std::nullopt;
    }
    return "unknown";
}

std::optional<std::string> YamlValue::one_of(const std::vector<std::string>& allowed) const {
    auto word = text();
    if (word && std::ranges::find(allowed, *word) == allowed.end()) {
        error(unknown_word(name().empty() ? "key" : name(), *word, allowed));
        return std::nullopt;
    }
    return word;
}

std::optional<Date> YamlValue::date() const {
    const auto word = text();
    const auto value = word ? parse_date(*word) : std::nullopt;
    if (word && !value) {
        error(fmt::format("expected a date such as 2026-11-02 for '{}', found '{}'", name(), *word));
    }
    return value;
}

std::vector<YamlValue> YamlValue::list() const {
    if (!is_list()) {
        error(fmt::format("expected a list [...] for '{}', found {}", name(), found_text(*node_)));
        return {};
    }
    std::vector<YamlValue> items;
    for (const auto& item : node_->items) {
        items.emplace_back(item, *context_);
    }
    return items;
}

std::vector<std::string> YamlValue::texts() const {
    std::vector<std::string> words;
    for (const auto& item : list()) {
        if (auto word = item.text()) {
            words.push_back(std::move(*word));
        }
    }
    return words;
}

std::vector<double> YamlValue::numbers(Bounds bounds) const {
    std::vector<double> values;
    for (const auto& item : list()) {
        if (const auto value = item.number(bounds)) {
            values.push_back(*value);
        }
    }
    return values;
}

std::vector<std::pair<YamlValue, YamlValue>> YamlValue::pairs() const {
    if (!is_map()) {
        error(fmt::format("expected 'key: value' pairs for '{}', found {}", name(), found_text(*node_)));
        return {};
    }
    std::vector<std::pair<YamlValue, YamlValue>> all;
    for (std::size_t at = 0; at < node_->items.size(); ++at) {
        all.emplace_back(YamlValue(node_->keys[at], *context_), YamlValue(node_->items[at], *context_));
    }
    return all;
}

YamlMap YamlValue::map() const {
    if (!is_map()) {
        const auto where = name().empty() ? std::string{} : fmt::format(" for '{}'", name());
        error(fmt::format("expected 'key: value' pairs{}, found {}", where, found_text(*node_)));
        return YamlMap(std::nullopt);
    }
    return YamlMap(*this);
}

YamlDocument::YamlDocument() = default;
YamlDocument::YamlDocument(YamlDocument&&) noexcept = default;
YamlDocument& YamlDocument::operator=(YamlDocument&&) noexcept = default;
YamlDocument::~YamlDocument() = default;

YamlValue YamlDocument::root() const {
    return {*root_, *context_};
}

const std::string& YamlDocument::name() const {
    return context_->file;
}

}  // namespace detour
