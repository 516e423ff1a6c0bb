// SPDX-License-Identifier: Apache-2.0
// The cursor over a map with known keys: what is asked for is known, what is left over is reported.
#include "base/text.h"
#include "read/yaml_node.h"
#include "read/yaml_reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace detour {

Place YamlMap::place() const {
    return value_ ? value_->place() : Place{};
}

void YamlMap::error(std::string message, std::vector<Note> notes) const {
    if (value_) {
        value_->error(std::move(message), std::move(notes));
    }
}

void YamlMap::finish() const {
    if (!value_) {
        return;
    }
    const std::vector<std::string> known(asked_.begin(), asked_.end());
    for (const auto& [key, item] : value_->pairs()) {
        if (!asked_.contains(key.node_->text)) {
            key.error(unknown_word("key", key.node_->text, known));
        }
    }
}

std::optional<YamlValue> YamlMap::find(std::string_view key) {
    asked_.emplace(key);
    if (!value_) {
        return std::nullopt;
    }
    const auto& keys = value_->node_->keys;
    const auto found = std::ranges::find(keys, key, &YamlNode::text);
    if (found == keys.end()) {
        return std::nullopt;
    }
    const auto at = static_cast<std::size_t>(found - keys.begin());
    return YamlValue(value_->node_->items[at], *value_->context_);
}

std::optional<YamlValue> YamlMap::require(std::string_view key) {
    auto value = find(key);
    if (!value) {
        error(fmt::format("'{}' is missing", key));
    }
    return value;
}

std::string YamlMap::text(std::string_view key) {
    const auto value = require(key);
    return value ? value->text().value_or("") : "";
}

std::optional<double> YamlMap::number(std::string_view key, Bounds bounds) {
    const auto value = require(key);
    return value ? value->number(bounds) : std::nullopt;
}

std::optional<int> YamlMap::integer(std::string_view key, int low, int high) {
    const auto value = require(key);
    return value ? value->integer(low, high) : std::nullopt;
}

std::string YamlMap::one_of(std::string_view key, const std::vector<std::string>& allowed) {
    const auto value = require(key);
    return value ? value->one_of(allowed).value_or("") : "";
}

std::vector<YamlValue> YamlMap::list(std::string_view key) {
    const auto value = require(key);
    return value ? value->list() : std::vector<YamlValue>{};
}

std::vector<std::string> YamlMap::texts(std::string_view key) {
    const auto value = require(key);
    return value ? value->texts() : std::vector<std::string>{};
}

std::vector<double> YamlMap::numbers(std::string_view key, Bounds bounds) {
    const auto value = require(key);
    return value ? value->numbers(bounds) : std::vector<double>{};
}

std::vector<std::pair<YamlValue, YamlValue>> YamlMap::pairs(std::string_view key) {
    const auto value = require(key);
    return value ? value->pairs() : std::vector<std::pair<YamlValue, YamlValue>>{};
}

YamlMap YamlMap::map(std::string_view key) {
    const auto value = require(key);
    return value ? value->map() : YamlMap(std::nullopt);
}

std::string YamlMap::optional_text(std::string_view key) {
    const auto value = find(key);
    return value ? value->text().value_or("") : "";
}

std::optional<double> YamlMap::optional_number(std::string_view key, Bounds bounds) {
    const auto value = find(key);
    return value ? value->number(bounds) : std::nullopt;
}

std::optional<int> YamlMap::optional_integer(std::string_view key, int low, int high) {
    const auto value = find(key);
    return value ? value->integer(low, high) : std::nullopt;
}

std::optional<bool> YamlMap::optional_truth(std::string_view key) {
    const auto value = find(key);
    return value ? value->truth() : std::nullopt;
}

std::optional<std::string> YamlMap::optional_answer(std::string_view key) {
    const auto value = find(key);
    return value ? value->answer() : std::nullopt;
}

std::string YamlMap::optional_one_of(std::string_view key, const std::vector<std::string>& allowed) {
    const auto value = find(key);
    return value ? value->one_of(allowed).value_or("") : "";
}

std::optional<Date> YamlMap::optional_date(std::string_view key) {
    const auto value = find(key);
    return value ? value->date() : std::nullopt;
}

std::vector<YamlValue> YamlMap::optional_list(std::string_view key) {
    const auto value = find(key);
    return value ? value->list() : std::vector<YamlValue>{};
}

std::vector<std::string> YamlMap::optional_texts(std::string_view key) {
    const auto value = find(key);
    return value ? value->texts() : std::vector<std::string>{};
}

std::vector<double> YamlMap::optional_numbers(std::string_view key, Bounds bounds) {
    const auto value = find(key);
    return value ? value->numbers(bounds) : std::vector<double>{};
}

std::vector<std::pair<YamlValue, YamlValue>> YamlMap::optional_pairs(std::string_view key) {
    const auto value = find(key);
    return value ? value->pairs() : std::vector<std::pair<YamlValue, YamlValue>>{};
}

std::optional<YamlMap> YamlMap::optional_map(std::string_view key) {
    const auto value = find(key);
    return value ? std::optional{value->map()} : std::nullopt;
}

}  // namespace detour
