// SPDX-License-Identifier: Apache-2.0
// Operations, other illnesses, medicines, pregnancy, red flags; and what the patient has access to.
#include "base/text.h"
#include "read/patient_draft.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace detour {
namespace {

constexpr std::size_t longest_text = 200;

struct Vital {
    const char* name;
    Bounds bounds;
};
constexpr std::array<Vital, 6> vitals = {{{"sbp", {40, 300}},
                                          {"dbp", {20, 200}},
                                          {"hr_rest", {20, 250}},
                                          {"temp_c", {25, 45}},
                                          {"spo2", {40, 100}},
                                          {"glucose_mmol", {0.5, 60}}}};

bool is_listed(const std::vector<ListedWord>& listed, const std::optional<std::string>& id) {
    return id && std::ranges::find(listed, *id, &ListedWord::id) != listed.end();
}

using Find = std::vector<WordMatch> (Resolver::*)(std::string_view) const;

std::optional<std::string> resolve_listed(const YamlValue& value,
                                          std::string_view what,
                                          const std::string& field,
                                          const std::vector<ListedWord>& listed,
                                          Find find,
                                          PatientDraft& draft) {
    const auto text = value.text();
    if (!text) {
        return std::nullopt;
    }
    const bool is_known = is_listed(listed, text);
    const auto matches = is_known ? std::vector<WordMatch>{} : (draft.resolver().*find)(*text);
    return read_listed_word(value, what, field, is_known, matches, draft);
}

void add_once(std::vector<std::string>& words, std::string word) {
    if (std::ranges::find(words, word) == words.end()) {
        words.push_back(std::move(word));
    }
}

/// A comorbidity may also be named by a condition of the knowledge base.
bool add_as_condition(const YamlValue& value, PatientDraft& draft) {
    const auto id = value.is_text() ? draft.catalogue.find_condition(*value.text()) : std::nullopt;
    const auto& listed = draft.catalogue.rules.vocabulary.comorbidities;
    if (!id || is_listed(listed, value.text())) {
        return false;
    }
    const auto& known = draft.patient.conditions;
    if (std::ranges::find(known, *id, &PatientCondition::id) == known.end()) {
        PatientCondition added;
        added.id = *id;
        added.stage = draft.catalogue.conditions[*id].default_stage;
        added.from_rule = true;
        draft.patient.conditions.push_back(added);
        draft.add_default("conditions", draft.catalogue.conditions[*id].slug);
    }
    return true;
}

void read_comorbidities(YamlMap& root, PatientDraft& draft) {
    const auto& vocabulary = draft.catalogue.rules.vocabulary;
    const auto list = root.optional_list("comorbidities");
    for (std::size_t at = 0; at < list.size(); ++at) {
        if (add_as_condition(list[at], draft)) {
            continue;
        }
        if (auto id = resolve_listed(list[at],
                                     "comorbidity",
                                     fmt::format("comorbidities[{}]", at),
                                     vocabulary.comorbidities,
                                     &Resolver::find_comorbidities,
                                     draft)) {
            add_once(draft.patient.comorbidities, std::move(*id));
        }
    }
    const auto medications = root.optional_list("medications");
    for (std::size_t at = 0; at < medications.size(); ++at) {
        if (auto id = resolve_listed(medications[at],
                                     "medication",
                                     fmt::format("medications[{}]", at),
                                     vocabulary.medications,
                                     &Resolver::find_medications,
                                     draft)) {
            add_once(draft.patient.medications, std::move(*id));
        }
    }
}

std::optional<Value> read_answer_value(const YamlValue& value, const AnswerWord& answer) {
    switch (answer.kind) {
        case AnswerWord::Kind::yes_no: {
            const auto word = value.answer();
            return word && *word != "unknown" ? std::optional<Value>(*word) : std::nullopt;
        }
        case AnswerWord::Kind::number: {
            const auto number = value.number({answer.from, answer.to});
            return number ? std::optional<Value>(*number) : std::nullopt;
        }
        case AnswerWord::Kind::word: {
            auto words = answer.words;
            words.emplace_back("unknown");
            const auto word = value.one_of(words);
            return word && *word != "unknown" ? std::optional<Value>(*word) : std::nullopt;
        }
    }
    return std::nullopt;
}

/// Further facts, declared in data/rules/answers*.yaml.
void read_answers(YamlMap map, PatientDraft& draft) {
    for (const auto& answer : draft.catalogue.rules.vocabulary.answers) {
        const auto value = map.find(answer.id);
        if (auto given = value ? read_answer_value(*value, answer) : std::nullopt) {
            draft.patient.answers.emplace(answer.id, std::move(*given));
        }
    }
    map.finish();
}

/// A tag, a family or an exercise; else what the text means as an activity, its whole family.
std::optional<SurgeonWord> read_surgeon_word(const YamlValue& value, const std::string& field, PatientDraft& draft) {
    const auto text = value.text();
    if (!text) {
        return std::nullopt;
    }
    SurgeonWord word;
    word.written = *text;
    word.exercise = draft.catalogue.find_exercise(*text);
    word.family = draft.catalogue.find_family(*text);
    word.tag = draft.catalogue.find_tag(*text);
    if (!word.exercise && !word.family && !word.tag) {
        const auto activity = read_activity(value, field, draft);
        if (!activity) {
            return std::nullopt;
        }
        word.family = draft.catalogue.exercises[activity->exercise].family;
    }
    return word;
}

std::vector<SurgeonWord> read_surgeon_words(YamlMap& map, const char* key, std::size_t at, PatientDraft& draft) {
    std::vector<SurgeonWord> words;
    for (const auto& value : map.optional_list(key)) {
        if (auto word = read_surgeon_word(value, fmt::format("surgery[{}].{}", at, key), draft)) {
            words.push_back(std::move(*word));
        }
    }
    return words;
}

void read_pregnancy(YamlMap map, PatientDraft& draft) {
    Pregnancy pregnancy;
    pregnancy.weeks = map.optional_number("weeks", {0, 45});
    pregnancy.postpartum_weeks = map.optional_number("postpartum_weeks", {0, 520});
    pregnancy.complications = read_answer(map, "complications");
    if (map.is_sound() && pregnancy.weeks.has_value() == pregnancy.postpartum_weeks.has_value()) {
        map.error("'pregnancy' gives either 'weeks' or 'postpartum_weeks'");
    }
    map.finish();
    draft.patient.pregnancy = pregnancy;
}

std::vector<std::string> red_flag_keys(const Catalogue& catalogue) {
    std::vector<std::string> keys;
    for (const auto& [key, meaning] : catalogue.rules.vocabulary.red_flags) {
        keys.push_back(key);
    }
    return keys;
}

void read_cleared(YamlMap& map, PatientDraft& draft) {
    for (const auto& value : map.optional_list("cleared")) {
        auto row = value.map();
        ClearedFlag cleared;
        cleared.flag = row.one_of("flag", red_flag_keys(draft.catalogue));
        cleared.date = read_past_date(row, "date", draft.patient);
        cleared.by = read_printed(row, "by", longest_text);
        row.finish();
        draft.patient.cleared.push_back(std::move(cleared));
    }
}

/// Flags that are always asked and were not answered.
bool lacks_answers(const PatientDraft& draft) {
    return std::ranges::any_of(draft.catalogue.rules.rules, [&](const Rule& rule) {
        const bool is_always_asked = !rule.flag.empty() && rule.asked && rule.asked->kind == Expression::Kind::always;
        return is_always_asked && !draft.patient.red_flags.contains(rule.flag);
    });
}

/// "all", or a list of words.
bool is_all(const YamlValue& value) {
    return value.is_text() && *value.text() == "all";
}

void read_places(YamlMap& access, PatientDraft& draft) {
    std::vector<std::string> known;
    for (const auto& [place, brings] : draft.catalogue.rules.places.brings) {
        known.push_back(place);
    }
    auto& places = draft.patient.places;
    const auto value = access.find("places");
    if (!value) {
        places = {"home", "outdoors"};
        draft.add_default("access.places", "home, outdoors");
    } else if (is_all(*value)) {
        places = known;
    } else {
        for (const auto& item : value->list()) {
            if (auto word = item.one_of(known)) {
                add_once(places, std::move(*word));
            }
        }
    }
}

void read_equipment(YamlMap& access, PatientDraft& draft) {
    const auto& known = draft.catalogue.rules.vocabulary.equipment;
    auto& equipment = draft.patient.equipment;
    const auto value = access.find("equipment");
    if (!value) {
        draft.add_default("access.equipment", "none");
        return;
    }
    if (is_all(*value)) {
        for (const auto& [id, meaning] : known) {
            equipment.push_back(id);
        }
        return;
    }
    const auto list = value->list();
    for (std::size_t at = 0; at < list.size(); ++at) {
        const auto text = list[at].text();
        if (!text) {
            continue;
        }
        const bool is_known = known.contains(*text);
        const auto matches = is_known ? std::vector<WordMatch>{} : draft.resolver().find_equipment(*text);
        const auto field = fmt::format("access.equipment[{}]", at);
        if (auto id = read_listed_word(list[at], "equipment", field, is_known, matches, draft)) {
            add_once(equipment, std::move(*id));
        }
    }
}

}  // namespace

void read_surgery(YamlMap& root, PatientDraft& draft) {
    const auto list = root.optional_list("surgery");
    for (std::size_t at = 0; at < list.size(); ++at) {
        auto map = list[at].map();
        Surgery surgery;
        if (const auto procedure = map.require("procedure")) {
            surgery.procedure = resolve_listed(*procedure,
                                               "procedure",
                                               fmt::format("surgery[{}].procedure", at),
                                               draft.catalogue.rules.vocabulary.procedures,
                                               &Resolver::find_procedures,
                                               draft)
                                    .value_or("");
        }
        surgery.level = read_printed(map, "level", longest_text);
        surgery.date = read_past_date(map, "date", draft.patient);
        surgery.wound_closed = read_answer(map, "wound_closed");
        surgery.fusion_confirmed = read_answer(map, "fusion_confirmed");
        surgery.restrictions = map.optional_texts("surgeon_restrictions");
        surgery.forbids = read_surgeon_words(map, "surgeon_forbids", at, draft);
        surgery.allows = read_surgeon_words(map, "surgeon_allows", at, draft);
        map.finish();
        draft.patient.surgery.push_back(std::move(surgery));
    }
    // Facts speak of the latest operation, which is the last.
    std::ranges::stable_sort(draft.patient.surgery, {}, [](const Surgery& one) { return one.date; });
}

void read_health(YamlMap& root, PatientDraft& draft) {
    read_comorbidities(root, draft);
    if (auto map = root.optional_map("vitals")) {
        for (const auto& vital : vitals) {
            if (const auto value = map->optional_number(vital.name, vital.bounds)) {
                draft.patient.vitals[vital.name] = *value;
            }
        }
        map->finish();
    }
    if (auto map = root.optional_map("answers")) {
        read_answers(std::move(*map), draft);
    }
    if (auto map = root.optional_map("pregnancy")) {
        read_pregnancy(std::move(*map), draft);
    }
}

void read_red_flags(YamlMap& root, PatientDraft& draft) {
    if (auto map = root.optional_map("red_flags")) {
        draft.patient.screened_on = read_past_date(*map, "screened_on", draft.patient);
        read_cleared(*map, draft);
        for (const auto& key : red_flag_keys(draft.catalogue)) {
            if (const auto answer = map->optional_answer(key)) {
                draft.patient.red_flags[key] = to_answer(answer);
            }
        }
        map->finish();
    }
    if (lacks_answers(draft)) {
        draft.add_default("red_flags", "unknown");
    }
}

void read_access(YamlMap& root, PatientDraft& draft) {
    auto found = root.optional_map("access");
    auto access = found ? std::move(*found) : YamlMap(std::nullopt);
    read_places(access, draft);
    read_equipment(access, draft);
    const auto swims = access.optional_answer("swims");
    draft.patient.swims = swims ? to_answer(swims) : Answer::no;
    if (!swims) {
        draft.add_default("access.swims", "no");
    }
    access.finish();
}

}  // namespace detour
