// SPDX-License-Identifier: Apache-2.0
// data/rules/vocabulary.yaml, lists.yaml, words.yaml: the words that exercises and patient files may use, and how free
// text is matched with them.
#include "base/text.h"
#include "read/draft.h"

#include <fmt/format.h>

#include <algorithm>

namespace detour {
namespace {

using Meanings = std::map<std::string, std::string>;

Meanings read_meanings(YamlMap& root, std::string_view key) {
    Meanings meanings;
    for (const auto& [word, meaning] : root.pairs(key)) {
        meanings[word.text().value_or("")] = meaning.text().value_or("");
    }
    return meanings;
}

std::vector<std::string> keys_of(const Meanings& meanings) {
    std::vector<std::string> keys;
    for (const auto& [key, meaning] : meanings) {
        keys.push_back(key);
    }
    return keys;
}

Meanings read_environments(YamlMap& root) {
    Meanings meanings;
    for (const auto& [word, value] : root.pairs("environments")) {
        auto map = value.map();
        meanings[word.text().value_or("")] = map.text("meaning");
        map.text("place");
        map.finish();
    }
    return meanings;
}

std::vector<ListedWord> read_listed(YamlMap& root, std::string_view key, Draft& draft) {
    std::vector<ListedWord> words;
    std::set<std::string> seen;
    for (const auto& value : root.list(key)) {
        ListedWord word;
        auto map = value.map();
        word.id = map.text("id");
        word.synonyms = read_synonyms(map.find("synonyms"));
        word.meaning = map.optional_text("meaning");
        if (const auto condition = map.find("condition"); condition && draft.conditions.resolve(*condition)) {
            word.condition = *condition->text();
        }
        map.finish();
        if (!seen.insert(word.id).second) {
            value.error(fmt::format("'{}' exists already in {}", word.id, key));
        }
        words.push_back(std::move(word));
    }
    std::ranges::sort(words, {}, &ListedWord::id);
    return words;
}

std::map<std::string, std::vector<std::string>> read_by_language(YamlMap& root, std::string_view key) {
    const auto value = root.require(key);
    auto words = read_synonyms(value);
    return words;
}

}  // namespace

void read_vocabulary(YamlMap& root, Draft& draft) {
    auto& vocabulary = draft.catalogue.rules.vocabulary;
    vocabulary.purposes = read_meanings(root, "purposes");
    vocabulary.patterns = read_meanings(root, "patterns");
    vocabulary.positions = read_meanings(root, "positions");
    vocabulary.environments = read_environments(root);
    vocabulary.equipment = read_meanings(root, "equipment");
    vocabulary.traits = read_meanings(root, "traits");
    vocabulary.muscles = root.texts("muscles");
    draft.purposes = keys_of(vocabulary.purposes);
    draft.patterns = keys_of(vocabulary.patterns);
    draft.positions = keys_of(vocabulary.positions);
    draft.environments = keys_of(vocabulary.environments);
    draft.equipment = keys_of(vocabulary.equipment);
    draft.traits = keys_of(vocabulary.traits);
}

void read_lists(YamlMap& root, Draft& draft) {
    auto& vocabulary = draft.catalogue.rules.vocabulary;
    vocabulary.comorbidities = read_listed(root, "comorbidities", draft);
    vocabulary.medications = read_listed(root, "medications", draft);
    vocabulary.procedures = read_listed(root, "procedures", draft);
    vocabulary.red_flags = read_meanings(root, "red_flags");
}

void read_words_table(YamlMap& root, Draft& draft) {
    auto& words = draft.catalogue.rules.words;
    words.stop_words = read_by_language(root, "stop_words");
    words.dose_words = read_by_language(root, "dose_words");
    words.class_words = read_by_language(root, "class_words");
    words.movement_verbs = root.texts("movement_verbs");
    words.never_across = root.texts("never_across");
    auto sure = root.map("sure");
    words.sure_score = sure.number("score", {0, 1}).value_or(1);
    words.sure_ahead = sure.number("ahead", {0, 1}).value_or(0);
    sure.finish();
    words.split_at = root.number("split_at", {0, 1}).value_or(1);
    words.fuzzy_from_letters = root.integer("fuzzy_from_letters", 1, 100).value_or(5);
}

void read_edition(YamlMap& root, Draft& draft) {
    draft.catalogue.id = root.text("edition");
}

}  // namespace detour
