// SPDX-License-Identifier: Apache-2.0
#include "support/random_patient.h"

#include "base/text.h"
#include "support/knowledge.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ostream>

namespace detour::test {
namespace {

using Words = std::vector<std::string>;

const Catalogue& catalogue() {
    return knowledge().catalogue;
}

template <class Table>
Words slugs_of(const Table& table) {
    Words slugs;
    for (const auto& item : table) {
        slugs.push_back(item.slug);
    }
    return slugs;
}

Words ids_of(const std::vector<ListedWord>& words) {
    Words ids;
    for (const auto& word : words) {
        ids.push_back(word.id);
    }
    return ids;
}

template <class Map>
Words keys_of(const Map& map) {
    Words keys;
    for (const auto& [key, value] : map) {
        keys.push_back(key);
    }
    return keys;
}

/// Families first, then one of the family, so that large families are not drawn more often.
std::string pick_exercise() {
    const auto& families = catalogue().families.items();
    const auto& family = families[*rc::gen::inRange<std::size_t>(0, families.size())];
    const auto& exercise = family.exercises[*rc::gen::inRange<std::size_t>(0, family.exercises.size())];
    return catalogue().exercises[exercise].slug;
}

std::string pick(const Words& words) {
    return words[*rc::gen::inRange<std::size_t>(0, words.size())];
}

Words pick_some(const Words& words, std::size_t at_most) {
    Words some;
    const auto count = *rc::gen::inRange<std::size_t>(0, at_most + 1);
    for (std::size_t i = 0; i < count; ++i) {
        const auto word = pick(words);
        if (std::find(some.begin(), some.end(), word) == some.end()) {
            some.push_back(word);
        }
    }
    return some;
}

Words pick_exercises(std::size_t least, std::size_t most) {
    Words some;
    const auto count = *rc::gen::inRange<std::size_t>(least, most + 1);
    while (some.size() < count) {
        const auto slug = pick_exercise();
        if (std::find(some.begin(), some.end(), slug) == some.end()) {
            some.push_back(slug);
        }
    }
    return some;
}

std::vector<DraftCondition> pick_conditions() {
    std::vector<DraftCondition> conditions;
    const auto slugs = slugs_of(catalogue().conditions);
    for (const auto& slug : pick_some(slugs, 2)) {
        conditions.push_back({slug, pick({"acute", "subacute", "persistent", ""})});
    }
    if (conditions.empty()) {
        conditions.push_back({pick(slugs), pick({"acute", "subacute", "persistent"})});
    }
    return conditions;
}

std::string pick_answer(const AnswerWord& answer) {
    switch (answer.kind) {
        case AnswerWord::Kind::yes_no:
            return pick({"yes", "no", "unknown"});
        case AnswerWord::Kind::word:
            return pick(answer.words);
        case AnswerWord::Kind::number: {
            const auto from = static_cast<int>(std::ceil(answer.from));
            const auto to = std::min(static_cast<int>(answer.to), from + 60);
            return std::to_string(*rc::gen::inRange(from, to + 1));
        }
    }
    return "unknown";
}

std::map<std::string, std::string> pick_answers(std::size_t at_most) {
    const auto& known = catalogue().rules.vocabulary.answers;
    std::map<std::string, std::string> answers;
    const auto count = known.empty() ? 0 : *rc::gen::inRange<std::size_t>(0, at_most + 1);
    for (std::size_t i = 0; i < count; ++i) {
        const auto& answer = known[*rc::gen::inRange<std::size_t>(0, known.size())];
        answers[answer.id] = pick_answer(answer);
    }
    return answers;
}

PatientDraft draw_draft() {
    const auto& vocabulary = catalogue().rules.vocabulary;
    PatientDraft draft;
    draft.age = *rc::gen::inRange(18, 90);
    draft.training = pick({"sedentary", "recreational", "trained"});
    draft.conditions = pick_conditions();
    draft.irritability = pick({"low", "moderate", "high", ""});
    draft.pain_now = *rc::gen::inRange(4, 7);
    draft.pain_worst = *rc::gen::inRange(5, 10);
    draft.aggravating = pick_exercises(1, 2);
    draft.tolerated = pick_exercises(0, 2);
    draft.eased_by = pick_exercises(0, 1);
    draft.directional_preference = pick({"flexion", "extension", "none", "unknown"});
    draft.slr = pick({"positive", "negative", "unknown"});
    draft.comorbidities = pick_some(ids_of(vocabulary.comorbidities), 2);
    draft.medications = pick_some(ids_of(vocabulary.medications), 1);
    if (*rc::gen::inRange(0, 5) == 4) {
        draft.procedure = pick(ids_of(vocabulary.procedures));
        draft.weeks_since_surgery = *rc::gen::inRange(0, 60);
        draft.surgeon_forbids = pick_some(slugs_of(catalogue().families), 1);
    }
    draft.answers = pick_answers(3);
    draft.places = pick_some({"home", "outdoors", "gym", "pool", "heated-pool"}, 3);
    draft.equipment = pick_some(keys_of(vocabulary.equipment), 3);
    draft.swims = *rc::gen::arbitrary<bool>();
    draft.goals = pick_some({"aerobic", "strength", "mobility", "balance"}, 2);
    draft.exclude = pick_exercises(0, 2);
    draft.days_per_week = *rc::gen::inRange(1, 8);
    draft.minutes_per_day = *rc::gen::inRange(10, 90);
    return draft;
}

std::string list_of(const Words& words) {
    return "[" + join(words, ", ") + "]";
}

/// The pattern once for each word, with the word in place of its @.
std::string map_lines(const Words& words, std::string_view pattern) {
    const auto at = pattern.find('@');
    std::string text;
    for (const auto& word : words) {
        text += fmt::format("{}{}{}", pattern.substr(0, at), word, pattern.substr(at + 1));
    }
    return text;
}

std::string surgery_date(int weeks) {
    const auto today = std::chrono::sys_days{std::chrono::year{2026} / 11 / 2};
    return date_text(Date{today - std::chrono::days{7 * weeks}});
}

std::string conditions_yaml(const std::vector<DraftCondition>& conditions) {
    std::string text = "conditions:\n";
    for (const auto& condition : conditions) {
        text += "  - {id: " + condition.id + (condition.stage.empty() ? "" : ", stage: " + condition.stage) + "}\n";
    }
    return text;
}

std::string flags_yaml(const std::map<std::string, std::string>& flags) {
    std::string text = "red_flags:\n  screened_on: 2026-11-02\n";
    for (const auto& [flag, answer] : flags) {
        text += "  " + flag + ": " + answer + "\n";
    }
    return text;
}

std::string list_line(std::string_view key, const Words& words) {
    return words.empty() ? "" : fmt::format("{}: {}\n", key, list_of(words));
}

}  // namespace

std::string yaml_of(const PatientDraft& draft) {
    auto text = fmt::format(
        "schema: 1\ndate: 2026-11-02\npatient: {{id: p-1, age: {}, training: {}}}\n", draft.age, draft.training);
    text += conditions_yaml(draft.conditions);
    text += fmt::format("pain: {{now: {}, worst_24h: {}, quality: sharp, limits_daily_activity: yes{}}}\n",
                        draft.pain_now,
                        draft.pain_worst,
                        draft.irritability.empty() ? "" : ", irritability: " + draft.irritability);
    text += "aggravating:\n" +
            map_lines(draft.aggravating, "  - {activity: @, minutes: 30, sessions_per_week: 3, pain: 6}\n");
    if (!draft.tolerated.empty()) {
        text += "tolerated:\n" + map_lines(draft.tolerated, "  - {activity: @, minutes: 20, pain: 0}\n");
    }
    text += list_line("eased_by", draft.eased_by);
    text += "directional_preference: " + draft.directional_preference + "\n";
    text += "exam: {slr: " + draft.slr + "}\n";
    text += flags_yaml(draft.red_flags);
    text += list_line("comorbidities", draft.comorbidities);
    text += list_line("medications", draft.medications);
    if (!draft.answers.empty()) {
        text += "answers:\n";
        for (const auto& [id, answer] : draft.answers) {
            text += "  " + id + ": " + answer + "\n";
        }
    }
    if (!draft.procedure.empty()) {
        text += fmt::format("surgery:\n  - {{procedure: {}, date: {}, surgeon_forbids: {}}}\n",
                            draft.procedure,
                            surgery_date(draft.weeks_since_surgery),
                            list_of(draft.surgeon_forbids));
    }
    text += fmt::format("access: {{places: {}, equipment: {}, swims: {}}}\n",
                        list_of(draft.places),
                        list_of(draft.equipment),
                        draft.swims);
    if (!draft.goals.empty()) {
        text += "goals:\n" + map_lines(draft.goals, "  - {kind: @}\n");
    }
    text += fmt::format(
        "availability: {{days_per_week: {}, minutes_per_day: {}}}\n", draft.days_per_week, draft.minutes_per_day);
    return draft.exclude.empty() ? text : text + "overrides: {exclude: " + list_of(draft.exclude) + "}\n";
}

void showValue(const PatientDraft& draft, std::ostream& stream) {
    stream << "\n" << yaml_of(draft);
}

rc::Gen<PatientDraft> patients_without_flags() {
    return rc::gen::exec([] {
        auto draft = draw_draft();
        for (const auto& [flag, meaning] : catalogue().rules.vocabulary.red_flags) {
            draft.red_flags[flag] = "no";
        }
        return draft;
    });
}

rc::Gen<PatientDraft> patients() {
    return rc::gen::exec([] {
        auto draft = draw_draft();
        for (const auto& [flag, meaning] : catalogue().rules.vocabulary.red_flags) {
            draft.red_flags[flag] = pick({"no", "no", "no", "no", "no", "no", "unknown", "yes"});
        }
        return draft;
    });
}

}  // namespace detour::test
