// SPDX-License-Identifier: Apache-2.0
// data/text/LANGUAGE: every sentence that a patient reads. A language is complete or refused; a sentence that nothing
// uses is refused too, so that none goes stale. Lengths are checked because the handout has room for so much.
#include "base/text.h"
#include "model/phrases.h"
#include "read/draft.h"
#include "read/wording_check.h"

#include <fmt/format.h>

#include <algorithm>

namespace detour {
namespace {

constexpr std::size_t longest_name = 40;
constexpr std::size_t longest_short_name = 24;
constexpr std::size_t longest_keeps = 44;
constexpr std::size_t longest_stop_if = 62;
constexpr std::size_t most_words_in_step = 12;
constexpr std::size_t fewest_steps = 2;
constexpr std::size_t most_steps = 4;

/// A sentence with its place.
struct Located {
    std::string text;
    YamlValue where;
};
using Sentences = std::map<std::string, Located, std::less<>>;

void check_length(const std::optional<YamlValue>& value, const std::string& text, std::size_t most) {
    const auto length = length_in_characters(text);
    if (value && length > most) {
        value->error(fmt::format("'{}' is {} characters long; at most {} fit", value->name(), length, most));
    }
}

std::string read_line(YamlMap& map, std::string_view key, std::size_t most, bool is_required) {
    const auto value = is_required ? map.require(key) : map.find(key);
    auto text = value ? value->text().value_or("") : "";
    check_length(value, text, most);
    return text;
}

std::size_t count_words(std::string_view text) {
    std::size_t count = 0;
    bool inside = false;
    for (const char byte : text) {
        count += byte != ' ' && !inside ? 1U : 0U;
        inside = byte != ' ';
    }
    return count;
}

std::vector<std::string> read_steps(const YamlValue& value) {
    auto steps = value.texts();
    if (steps.size() < fewest_steps || steps.size() > most_steps) {
        value.error(fmt::format("'do' has {} steps; expected {} to {}", steps.size(), fewest_steps, most_steps));
    }
    for (const auto& item : value.list()) {
        const auto words = item.is_text() ? count_words(*item.text()) : 0;
        if (words > most_words_in_step) {
            item.error(fmt::format("this step has {} words; at most {} are read", words, most_words_in_step));
        }
    }
    return steps;
}

/// What is given replaces what the family says.
void read_shared(YamlMap& map, ExerciseText& text) {
    if (auto keeps = read_line(map, "keeps", longest_keeps, false); !keeps.empty()) {
        text.keeps = std::move(keeps);
    }
    if (auto feel = map.optional_text("feel"); !feel.empty()) {
        text.feel = std::move(feel);
    }
    if (auto stop_if = read_line(map, "stop_if", longest_stop_if, false); !stop_if.empty()) {
        text.stop_if = std::move(stop_if);
    }
    if (const auto steps = map.find("do")) {
        text.steps = read_steps(*steps);
    }
}

void check_complete(const ExerciseText& text, const YamlValue& where) {
    const auto need = [&](bool is_there, const char* key) {
        if (!is_there) {
            where.error(fmt::format("'{}' is missing, here and for the family", key));
        }
    };
    need(!text.keeps.empty(), "keeps");
    need(!text.feel.empty(), "feel");
    need(!text.stop_if.empty(), "stop_if");
    need(!text.steps.empty(), "do");
}

class LanguageReader {
public:
    LanguageReader(std::string code, Draft& draft) : code_(std::move(code)), draft_(draft) {
        language_.exercises = IdVector<ExerciseId, ExerciseText>(draft.exercises.size());
        language_.family_names = IdVector<FamilyId, std::string>(draft.families.size());
        language_.faults = IdVector<FamilyId, std::map<std::string, FaultText>>(draft.families.size());
    }

    void read_exercises(const YamlValue& root) {
        auto map = root.map();
        map.find("schema");
        const auto name = map.require("family");
        const auto index = name ? draft_.families.resolve(*name) : std::nullopt;
        if (!index) {
            return;
        }
        add_patient_texts(root);
        const FamilyId family{*index};
        language_.family_names[family] = read_line(map, "name", longest_name, true);
        read_faults(map, family, *name);
        ExerciseText shared;
        read_shared(map, shared);
        for (const auto& [id, value] : map.pairs("exercises")) {
            read_exercise(id, value, shared, family);
        }
        map.finish();
    }

    void read_sentences(const YamlValue& root) {
        for (const auto& [key, value] : root.pairs()) {
            const auto id = key.text().value_or("");
            const auto text = id == "schema" ? std::nullopt : value.text();
            if (!text) {
                continue;
            }
            check_braces(value, *text);
            if (is_for_patients(id)) {
                for_patients_.push_back({*text, value});
            }
            const auto [entry, is_new] = sentences_.try_emplace(id, Located{*text, key});
            if (!is_new) {
                key.error(fmt::format("text '{}' exists already", id),
                          {{entry->second.where.place(), "first given here"}});
            }
        }
    }

    void finish(Diagnostics& diagnostics) {
        check_wording(for_patients_, code_, draft_.catalogue.rules.wording);
        check_families(diagnostics);
        check_keys(diagnostics);
        std::map<std::string, std::string, std::less<>> texts;
        for (const auto& [key, sentence] : sentences_) {
            texts.emplace(key, sentence.text);
        }
        language_.phrases = Phrases(code_, std::move(texts));
        draft_.catalogue.languages.emplace(code_, std::move(language_));
    }

    const Sentences& sentences() const { return sentences_; }

private:
    /// Steps, feelings, reasons to stop, faults: all that a family's file holds but names and words for what is drawn.
    void add_patient_texts(const YamlValue& value) {
        if (value.is_map()) {
            for (const auto& [key, item] : value.pairs()) {
                const auto id = key.text().value_or("");
                if (id != "alt" && id != "name" && id != "short" && id != "schema" && id != "family") {
                    add_patient_texts(item);
                }
            }
        } else if (value.is_list()) {
            for (const auto& item : value.list()) {
                add_patient_texts(item);
            }
        } else if (const auto text = value.text()) {
            for_patients_.push_back({*text, value});
        }
    }

    void read_faults(YamlMap& map, FamilyId family, const YamlValue& where) {
        const auto& slug = draft_.families.slugs()[family.value];
        const auto& named = draft_.faults[slug];
        for (const auto& [id, value] : map.optional_pairs("faults")) {
            auto fault = value.map();
            FaultText text{fault.text("what"), fault.text("try")};
            fault.finish();
            const auto key = id.text().value_or("");
            if (!named.contains(key)) {
                id.error(fmt::format("family '{}' names no fault '{}'", slug, key));
            }
            language_.faults[family][key] = std::move(text);
        }
        for (const auto& [id, place] : named) {
            if (!language_.faults[family].contains(id)) {
                where.error(fmt::format("the fault '{}' has no text", id), {{place.place(), "named here"}});
            }
        }
    }

    void read_exercise(const YamlValue& id, const YamlValue& value, const ExerciseText& shared, FamilyId family) {
        const auto index = draft_.exercises.resolve(id);
        auto map = value.map();
        auto text = shared;
        text.name = read_line(map, "name", longest_name, true);
        text.short_name = read_line(map, "short", longest_short_name, true);
        text.alt = map.text("alt");
        read_shared(map, text);
        map.finish();
        if (!index) {
            return;
        }
        const auto& exercise = draft_.catalogue.exercises[{*index}];
        if (!exercise.slug.empty() && exercise.family != family) {
            id.error(fmt::format(
                "'{}' is of the family '{}'", exercise.slug, draft_.families.slugs()[exercise.family.value]));
        }
        check_complete(text, id);
        language_.exercises[{*index}] = std::move(text);
    }

    static void check_braces(const YamlValue& value, const std::string& text) {
        bool open = false;
        for (const char byte : text) {
            const bool wrong = (byte == '{' && open) || (byte == '}' && !open);
            if (wrong) {
                value.error("the braces of the placeholders do not match");
                return;
            }
            open = byte == '{' || (open && byte != '}');
        }
        if (open) {
            value.error("the braces of the placeholders do not match");
        }
    }

    void check_families(Diagnostics& diagnostics) const {
        for (std::size_t at = 0; at < draft_.families.size(); ++at) {
            const auto& slug = draft_.families.slugs()[at];
            const auto file = fmt::format("text/{}/exercises/{}.yaml", code_, slug);
            const FamilyId family{static_cast<std::uint16_t>(at)};
            if (language_.family_names[family].empty()) {
                report(diagnostics, file, fmt::format("there is no text for the family '{}'", slug));
                continue;
            }
            for (const auto id : draft_.catalogue.families[family].exercises) {
                if (language_.exercises[id].name.empty()) {
                    const auto& exercise = draft_.exercises.slugs()[id.value];
                    report(diagnostics, file, fmt::format("there is no text for the exercise '{}'", exercise));
                }
            }
        }
    }

    void check_keys(Diagnostics& diagnostics) const {
        const auto by_code = phrases_used_by_code();
        for (const auto& key : by_code) {
            if (!sentences_.contains(key)) {
                report(diagnostics, "text/" + code_, fmt::format("the program needs the text '{}'", key));
            }
        }
        for (const auto& [key, where] : draft_.texts.needed) {
            if (!sentences_.contains(key)) {
                where.error(fmt::format("the text '{}' is missing in text/{}", key, code_));
            }
        }
        for (const auto& [key, sentence] : sentences_) {
            const bool is_used = std::ranges::binary_search(by_code, key) || draft_.texts.needed.contains(key) ||
                                 draft_.texts.allowed.contains(key);
            if (!is_used) {
                sentence.where.error(fmt::format("nothing uses the text '{}'", key));
            }
        }
    }

    static void report(Diagnostics& diagnostics, const std::string& file, std::string message) {
        diagnostics.push_back({{file, 0, 0}, Severity::error, std::move(message), "", {}});
    }

    std::string code_;
    Draft& draft_;
    Language language_;
    Sentences sentences_;
    std::vector<PatientText> for_patients_;
};

std::set<std::string> placeholders_of(std::string_view text) {
    std::set<std::string> names;
    while (true) {
        const auto open = text.find('{');
        const auto close = text.find('}', open == std::string_view::npos ? 0 : open);
        if (open == std::string_view::npos || close == std::string_view::npos) {
            return names;
        }
        names.emplace(text.substr(open + 1, close - open - 1));
        text.remove_prefix(close + 1);
    }
}

/// A translation fills in the same things as the first language.
void compare_placeholders(const Sentences& first, const Sentences& other) {
    for (const auto& [key, sentence] : other) {
        const auto original = first.find(key);
        if (original != first.end() && placeholders_of(original->second.text) != placeholders_of(sentence.text)) {
            sentence.where.error(fmt::format("'{}' has other {{placeholders}} than its original", key),
                                 {{original->second.where.place(), "the original"}});
        }
    }
}

}  // namespace

void read_texts(const std::vector<TextFile>& files, Draft& draft, Diagnostics& diagnostics) {
    std::map<std::string, LanguageReader> readers;
    readers.try_emplace("en", "en", draft);
    for (const auto& file : files) {
        auto& reader = readers.try_emplace(file.language, file.language, draft).first->second;
        if (file.is_exercises) {
            reader.read_exercises(file.root);
        } else {
            reader.read_sentences(file.root);
        }
    }
    const auto& first = readers.at("en");
    for (auto& [code, reader] : readers) {
        compare_placeholders(first.sentences(), reader.sentences());
        reader.finish(diagnostics);
    }
}

}  // namespace detour
