// SPDX-License-Identifier: Apache-2.0
// data/rules/answers*.yaml, technique.yaml, wording.yaml: further facts, faults of technique, how we speak to patients.
#include "read/draft.h"

#include <fmt/format.h>

#include <algorithm>

namespace detour {
namespace {

AnswerWord read_answer_word(const YamlValue& value) {
    using enum AnswerWord::Kind;
    AnswerWord answer;
    auto map = value.map();
    answer.id = map.text("id");
    const auto kind = map.one_of("kind", {"yes-no", "number", "word"});
    answer.kind = kind == "number" ? number : kind == "word" ? word : yes_no;
    if (answer.kind == number) {
        answer.from = map.number("from").value_or(0);
        answer.to = map.number("to").value_or(0);
        if (answer.from > answer.to) {
            map.error("'from' is greater than 'to'");
        }
    } else if (answer.kind == word) {
        answer.words = map.texts("words");
    }
    answer.meaning = map.text("meaning");
    map.finish();
    return answer;
}

bool explains(const TechniqueFault& row, const std::string& fault, FamilyId family) {
    return row.fault == fault && std::ranges::find(row.families, family) != row.families.end();
}

/// Every fault that a family lists has a row that says why and where that is known.
void check_technique(const std::vector<TechniqueFault>& technique, Draft& draft) {
    for (const auto& [family, faults] : draft.faults) {
        const auto index = draft.families.find(family);
        for (const auto& [fault, where] : faults) {
            const auto is_row = [&](const TechniqueFault& row) { return index && explains(row, fault, {*index}); };
            if (std::ranges::none_of(technique, is_row)) {
                where.error(fmt::format("rules/technique.yaml has no row for the fault '{}' of {}", fault, family));
            }
        }
    }
}

std::vector<BannedWord> read_banned(const YamlValue& list, Draft& draft) {
    std::vector<BannedWord> words;
    for (const auto& value : list.list()) {
        auto map = value.map();
        BannedWord banned;
        banned.word = map.text("word");
        banned.say = map.optional_text("say");
        banned.allowed_in = map.optional_texts("allowed_in");
        banned.sources = read_sources(map, draft);
        map.finish();
        words.push_back(std::move(banned));
    }
    return words;
}

}  // namespace

void read_answers(YamlMap& root, Draft& draft) {
    auto& answers = draft.catalogue.rules.vocabulary.answers;
    for (const auto& value : root.list("answers")) {
        auto answer = read_answer_word(value);
        if (std::ranges::find(answers, answer.id, &AnswerWord::id) != answers.end()) {
            value.error(fmt::format("the answer '{}' exists already", answer.id));
        }
        answers.push_back(std::move(answer));
    }
    std::ranges::sort(answers, {}, &AnswerWord::id);
}

void read_technique(YamlMap& root, Draft& draft) {
    auto& technique = draft.catalogue.rules.technique;
    for (const auto& value : root.list("technique")) {
        auto map = value.map();
        TechniqueFault row;
        row.fault = map.text("fault");
        row.families = read_families(map.list("families"), draft);
        row.why = map.text("why");
        row.support = read_support(map, draft);
        map.finish();
        technique.push_back(std::move(row));
    }
    std::ranges::stable_sort(technique, {}, &TechniqueFault::fault);
    check_technique(technique, draft);
}

void read_wording(YamlMap& root, Draft& draft) {
    auto& wording = draft.catalogue.rules.wording;
    for (const auto& [language, list] : root.pairs("banned")) {
        wording.banned[language.text().value_or("")] = read_banned(list, draft);
    }
    wording.grade_most = root.number("grade_most", {1, 12}).value_or(6);
    wording.words_per_sentence_most = root.integer("words_per_sentence_most", 5, 40).value_or(15);
    wording.sources = read_sources(root, draft);
    if (root.find("rules")) {
        read_rule_file(root, draft);
    }
}

}  // namespace detour
