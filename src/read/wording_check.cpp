// SPDX-License-Identifier: Apache-2.0
#include "read/wording_check.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace detour {
namespace {

constexpr std::array<std::string_view, 20> prefixes = {
    "handout.",   "stop.",       "pain.",      "card.",          "ladder.",          "advice.",
    "log.",       "refer.",      "hold.",      "soreness.",      "return.",          "plan.emergency.",
    "plan.call.", "plan.refer.", "plan.hold.", "plan.continue.", "plan.substitute.", "plan.advice.",
    "plan.pain.", "dose.advice."};
constexpr std::array<std::string_view, 5> endings = {".patient", ".caution", ".until", ".plain", ".outlook"};

/// Parted at . ! ? and : at the end of a word.
std::vector<std::string> sentences_of(std::string_view text) {
    std::vector<std::string> sentences;
    std::string sentence;
    for (std::size_t at = 0; at < text.size(); ++at) {
        sentence += text[at];
        const bool is_end = std::string_view(".!?:;").find(text[at]) != std::string_view::npos;
        if (is_end && (at + 1 == text.size() || text[at + 1] == ' ')) {
            sentences.push_back(std::move(sentence));
            sentence.clear();
        }
    }
    if (!words_of(sentence).empty()) {
        sentences.push_back(std::move(sentence));
    }
    return sentences;
}

/// Vowel groups, without a silent e at the end; at least one.
int syllables_of(std::string_view word) {
    const auto is_vowel = [](char letter) { return std::string_view("aeiouy").find(letter) != std::string_view::npos; };
    int count = 0;
    bool inside = false;
    for (const char letter : word) {
        count += is_vowel(letter) && !inside ? 1 : 0;
        inside = is_vowel(letter);
    }
    const bool is_silent = word.size() > 2 && word.ends_with('e') && !word.ends_with("le") && count > 1;
    return std::max(1, is_silent ? count - 1 : count);
}

/// Does a word of `text` begin with the banned word, outside the phrases that may hold it?
bool holds(const std::string& folded, const BannedWord& banned) {
    auto text = folded;
    for (const auto& phrase : banned.allowed_in) {
        const auto part = fold(phrase);
        for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at)) {
            text.replace(at, part.size(), " ");
        }
    }
    return (" " + text).find(" " + fold(banned.word)) != std::string::npos;
}

void check_words(const PatientText& text, const std::vector<BannedWord>& banned) {
    const auto folded = join(words_of(text.text), " ");
    for (const auto& word : banned) {
        if (holds(folded, word)) {
            text.where.error(fmt::format("'{}' frightens more than it helps{}",
                                         word.word,
                                         word.say.empty() ? std::string() : fmt::format("; say {}", word.say)));
        }
    }
}

void check_sentences(const PatientText& text, int most) {
    for (const auto& sentence : sentences_of(text.text)) {
        const auto count = words_of(sentence).size();
        if (count > static_cast<std::size_t>(most)) {
            text.where.error(fmt::format("a sentence of {} words; patients read at most {}", count, most));
        }
    }
}

}  // namespace

bool is_for_patients(std::string_view key) {
    const auto begins = [&](std::string_view prefix) { return key.starts_with(prefix); };
    const auto ends = [&](std::string_view ending) { return key.ends_with(ending); };
    return std::ranges::any_of(prefixes, begins) || std::ranges::any_of(endings, ends);
}

double reading_grade(const std::vector<std::string>& sentences) {
    double words = 0;
    double syllables = 0;
    for (const auto& sentence : sentences) {
        for (const auto& word : words_of(sentence)) {
            words += 1;
            syllables += syllables_of(word);
        }
    }
    if (words < 1) {
        return 0;
    }
    return 0.39 * words / static_cast<double>(sentences.size()) + 11.8 * syllables / words - 15.59;
}

void check_wording(const std::vector<PatientText>& texts, const std::string& language, const WordingRules& rules) {
    const auto banned = rules.banned.find(language);
    std::vector<std::string> all;
    for (const auto& text : texts) {
        if (banned != rules.banned.end()) {
            check_words(text, banned->second);
        }
        check_sentences(text, rules.words_per_sentence_most);
        std::ranges::move(sentences_of(text.text), std::back_inserter(all));
    }
    const auto grade = language == "en" ? reading_grade(all) : 0;
    if (grade > rules.grade_most) {
        texts.front().where.error(fmt::format("the texts for patients are of grade {}; at most {} is wanted",
                                              number_text(grade, 1),
                                              number_text(rules.grade_most, 1)));
    }
}

}  // namespace detour
