// SPDX-License-Identifier: Apache-2.0
// What files of several kinds have in common: sources, ids, stressors, intervals, expressions.
#include "read/draft.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace detour {
namespace {

const std::vector<std::string> mark_words = {"none", "low", "moderate", "high", "very-high"};
const std::vector<std::string> sensitivity_words = {"none", "low", "moderate", "high"};
const std::vector<std::string> stage_words = {"acute", "subacute", "persistent"};
const std::vector<std::string> irritability_words = {"low", "moderate", "high"};

std::vector<std::string> resolved(const std::vector<YamlValue>& values, NameTable& table) {
    std::vector<std::string> slugs;
    for (const auto& value : values) {
        if (const auto index = table.resolve(value)) {
            slugs.push_back(table.slugs()[*index]);
        }
    }
    return slugs;
}

template <class Key>
std::vector<Key> resolved_keys(const std::vector<YamlValue>& values, NameTable& table) {
    std::vector<Key> keys;
    for (const auto& value : values) {
        if (const auto index = table.resolve(value)) {
            keys.push_back({*index});
        }
    }
    return keys;
}

void mark_tags_used(const Expression& expression, Draft& draft) {
    if (expression.field == "tags") {
        for (const auto& operand : expression.operands) {
            draft.tags.mark_used(std::get<std::string>(operand));
        }
    }
    for (const auto& part : expression.parts) {
        mark_tags_used(part, draft);
    }
}

}  // namespace

std::vector<std::string> read_sources(YamlMap& map, Draft& draft) {
    const auto value = map.require("source");
    if (!value) {
        return {};
    }
    const auto items = value->list();
    if (value->is_list() && items.empty()) {
        value->error("'source' names no source");
    }
    return resolved(items, draft.sources);
}

Support read_support(YamlMap& map, Draft& draft) {
    Support support;
    support.sources = read_sources(map, draft);
    support.verified = map.optional_truth("verified").value_or(false);
    return support;
}

std::vector<std::string> read_evidence_ids(const YamlValue& value, Draft& draft) {
    return resolved(value.is_list() ? value.list() : std::vector{value}, draft.evidence);
}

Synonyms read_synonyms(const std::optional<YamlValue>& value) {
    Synonyms synonyms;
    if (value) {
        for (const auto& [language, words] : value->pairs()) {
            if (const auto code = language.one_of({"en", "es"})) {
                synonyms[*code] = words.texts();
            }
        }
    }
    return synonyms;
}

std::optional<Stressor> read_stressor(const YamlValue& value) {
    static const auto words = [] {
        std::vector<std::string> ids;
        for (const auto stressor : all_stressors) {
            ids.emplace_back(id_of(stressor));
        }
        return ids;
    }();
    const auto text = value.text();
    if (!text) {
        return std::nullopt;
    }
    const auto stressor = stressor_from(*text);
    if (!stressor) {
        value.error(unknown_word("stressor", *text, words));
    }
    return stressor;
}

std::vector<Stressor> read_stressors(const std::vector<YamlValue>& values) {
    std::vector<Stressor> stressors;
    for (const auto& value : values) {
        if (const auto stressor = read_stressor(value)) {
            stressors.push_back(*stressor);
        }
    }
    return stressors;
}

std::vector<TagId> read_tags(const std::vector<YamlValue>& values, Draft& draft) {
    return resolved_keys<TagId>(values, draft.tags);
}

std::vector<FamilyId> read_families(const std::vector<YamlValue>& values, Draft& draft) {
    return resolved_keys<FamilyId>(values, draft.families);
}

std::optional<ExerciseId> read_exercise_id(const std::optional<YamlValue>& value, Draft& draft) {
    const auto index = value ? draft.exercises.resolve(*value) : std::nullopt;
    return index ? std::optional{ExerciseId{*index}} : std::nullopt;
}

std::optional<Interval<double>> read_interval(const YamlValue& value) {
    const auto numbers = value.numbers();
    if (!value.is_list() || numbers.size() != value.list().size()) {
        return std::nullopt;
    }
    if (numbers.size() != 3) {
        value.error(fmt::format("expected [low, best, high] for '{}'", value.name()));
        return std::nullopt;
    }
    const Interval<double> interval{numbers[0], numbers[1], numbers[2]};
    if (!is_ordered(interval)) {
        value.error(fmt::format("'{}' must rise from low over best to high", value.name()));
        return std::nullopt;
    }
    return interval;
}

std::vector<std::string> read_words(const std::vector<YamlValue>& values, const std::vector<std::string>& allowed) {
    std::vector<std::string> words;
    for (const auto& value : values) {
        if (auto word = value.one_of(allowed)) {
            words.push_back(std::move(*word));
        }
    }
    return words;
}

std::optional<Expression> read_over_exercise(const std::optional<YamlValue>& value, Draft& draft) {
    auto expression = value ? read_expression(*value, draft.of_exercise) : std::nullopt;
    if (expression) {
        mark_tags_used(*expression, draft);
    }
    return expression;
}

std::optional<Expression> read_over_patient(const std::optional<YamlValue>& value, Draft& draft) {
    return value ? read_expression(*value, draft.of_patient) : std::nullopt;
}

std::optional<Mark> read_mark(const std::optional<YamlValue>& value) {
    return read_enum<Mark>(value, mark_words, mark_from);
}
std::optional<Sensitivity> read_sensitivity(const std::optional<YamlValue>& value) {
    return read_enum<Sensitivity>(value, sensitivity_words, sensitivity_from);
}
std::optional<Stage> read_stage(const std::optional<YamlValue>& value) {
    return read_enum<Stage>(value, stage_words, stage_from);
}
std::optional<Irritability> read_irritability(const std::optional<YamlValue>& value) {
    return read_enum<Irritability>(value, irritability_words, irritability_from);
}

void need_text(Draft& draft, std::string key, const YamlValue& where) {
    draft.texts.needed.try_emplace(std::move(key), where);
}

}  // namespace detour
