// SPDX-License-Identifier: Apache-2.0
// Conditions: named, coded, or made by an operation or another illness; each with its stage.
#include "base/text.h"
#include "model/stages.h"
#include "read/patient_draft.h"

#include <fmt/format.h>

#include <algorithm>

namespace detour {
namespace {

constexpr std::size_t longest_text = 100;

PatientCondition* find_recorded(Patient& patient, ConditionId id) {
    const auto found = std::ranges::find(patient.conditions, id, &PatientCondition::id);
    return found == patient.conditions.end() ? nullptr : &*found;
}

/// The conditions that one entry names: by code, id or words.
std::vector<ConditionId> read_named(YamlMap& map, const std::string& field, PatientDraft& draft) {
    const auto id = map.find("id");
    const auto code = map.find("icd10");
    if (!id && !code) {
        map.error("a condition needs 'id' or 'icd10'");
        return {};
    }
    if (id) {
        const auto text = id->text();
        const bool is_known = text && draft.catalogue.find_condition(*text);
        const auto matches = text && !is_known ? draft.resolver().find_conditions(*text) : std::vector<WordMatch>{};
        const auto slug = read_listed_word(*id, "condition", field + ".id", is_known, matches, draft);
        return slug ? std::vector{*draft.catalogue.find_condition(*slug)} : std::vector<ConditionId>{};
    }
    const auto text = code->text();
    auto ids = text ? conditions_under(draft.catalogue, *text) : std::vector<ConditionId>{};
    if (text && ids.empty()) {
        code->error(
            fmt::format("no condition of the knowledge base has the ICD-10-CM code '{}'; name it by 'id'", *text));
    }
    if (ids.size() > 1) {
        std::vector<std::string> slugs;
        for (const auto one : ids) {
            slugs.push_back(draft.catalogue.conditions[one].slug);
        }
        draft.add_default(field + ".icd10", join(slugs, ", "));
    }
    return ids;
}

void replace_by_radicular_form(std::vector<ConditionId>& ids, const std::string& field, PatientDraft& draft) {
    for (auto& id : ids) {
        if (const auto form = draft.catalogue.conditions[id].radicular_form) {
            id = *form;
            draft.add_default(field, draft.catalogue.conditions[id].slug);
        }
    }
}

void read_condition(const YamlValue& value, std::size_t at, PatientDraft& draft) {
    const auto field = fmt::format("conditions[{}]", at);
    auto map = value.map();
    auto ids = read_named(map, field, draft);
    const auto stage = map.optional_one_of("stage", {"acute", "subacute", "persistent"});
    const auto radicular = read_answer(map, "radicular");
    PatientCondition one;
    one.confirmed_by = read_printed(map, "confirmed_by", longest_text);
    map.finish();
    if (radicular == Answer::yes) {
        replace_by_radicular_form(ids, field, draft);
    }
    draft.patient.radicular = std::max(draft.patient.radicular, radicular);
    one.from_code = ids.size() > 1;
    for (const auto id : ids) {
        const auto& condition = draft.catalogue.conditions[id];
        if (find_recorded(draft.patient, id) != nullptr) {
            value.error(fmt::format("the condition '{}' is recorded already", condition.slug));
            continue;
        }
        one.id = id;
        one.stage_given = !stage.empty();
        one.stage = stage_from(stage).value_or(condition.default_stage);
        draft.patient.conditions.push_back(one);
    }
}

/// Leg pain with nothing said of the knee counts as from a root, until asked.
void take_leg_pain_for_radicular(PatientDraft& draft) {
    const auto& pain = draft.patient.pain;
    const bool has_leg_signs = pain.leg_now.value_or(0) > 0 || pain.leg_symptoms_spread == Answer::yes;
    if (draft.patient.radicular != Answer::unknown || !has_leg_signs) {
        return;
    }
    for (auto& one : draft.patient.conditions) {
        const auto form = draft.catalogue.conditions[one.id].radicular_form;
        if (form && find_recorded(draft.patient, *form) == nullptr) {
            one.id = *form;
            draft.add_default("conditions.radicular", draft.catalogue.conditions[*form].slug);
        }
    }
}

/// What the operation made: recorded already, or added with the stage of its weeks; an unknown day counts as fresh.
void add_after_surgery(const Surgery& surgery, ConditionId id, PatientDraft& draft) {
    const auto weeks = surgery.date ? std::optional{weeks_between(*surgery.date, draft.patient.date)} : std::nullopt;
    const auto stage = weeks ? stage_at(*weeks) : Stage::acute;
    auto* recorded = find_recorded(draft.patient, id);
    if (recorded == nullptr) {
        PatientCondition added;
        added.id = id;
        added.stage = stage;
        added.stage_given = weeks.has_value();
        added.from_rule = true;
        added.weeks = weeks;
        draft.patient.conditions.push_back(added);
        draft.add_default("conditions", draft.catalogue.conditions[id].slug);
        return;
    }
    if (!recorded->stage_given) {
        recorded->stage = stage;
        recorded->stage_given = weeks.has_value();
    }
    recorded->weeks = recorded->weeks && weeks ? std::min(*recorded->weeks, *weeks) : weeks;
}

void add_surgery_conditions(PatientDraft& draft) {
    for (const auto& surgery : draft.patient.surgery) {
        const auto& procedures = draft.catalogue.rules.vocabulary.procedures;
        const auto word = std::ranges::find(procedures, surgery.procedure, &ListedWord::id);
        const auto id = word == procedures.end() ? std::nullopt : draft.catalogue.find_condition(word->condition);
        if (id) {
            add_after_surgery(surgery, *id, draft);
        }
    }
}

void add_comorbid_conditions(PatientDraft& draft) {
    for (auto id = ConditionId{}; id.value < draft.catalogue.conditions.size(); ++id.value) {
        const auto& condition = draft.catalogue.conditions[id];
        const auto& names = draft.patient.comorbidities;
        const bool is_named =
            !condition.comorbidity.empty() && std::ranges::find(names, condition.comorbidity) != names.end();
        if (is_named && find_recorded(draft.patient, id) == nullptr) {
            PatientCondition added;
            added.id = id;
            added.stage = condition.default_stage;
            added.from_rule = true;
            draft.patient.conditions.push_back(added);
            draft.add_default("conditions", condition.slug);
        }
    }
}

/// Weeks on the clock of each condition, as far as the file gives them.
void set_clocks(PatientDraft& draft) {
    auto& patient = draft.patient;
    for (auto& one : patient.conditions) {
        const auto clock = draft.catalogue.conditions[one.id].clock;
        const bool counts_from_operation = clock == Clock::surgery || clock == Clock::implant;
        if (!one.weeks && counts_from_operation && !patient.surgery.empty() && patient.surgery.back().date) {
            one.weeks = weeks_between(*patient.surgery.back().date, patient.date);
        }
        if (!one.weeks && clock == Clock::birth && patient.pregnancy && patient.pregnancy->postpartum_weeks) {
            one.weeks = static_cast<int>(*patient.pregnancy->postpartum_weeks);
        }
        if (one.weeks && !one.stage_given && clock != Clock::onset) {
            one.stage = stage_at(*one.weeks);
            one.stage_given = true;
        }
    }
}

}  // namespace

void read_conditions(YamlMap& root, PatientDraft& draft) {
    const auto list = root.list("conditions");
    for (std::size_t at = 0; at < list.size(); ++at) {
        read_condition(list[at], at, draft);
    }
    if (root.is_sound() && list.empty()) {
        root.error("'conditions' names no condition");
    }
}

void add_conditions(PatientDraft& draft) {
    take_leg_pain_for_radicular(draft);
    add_surgery_conditions(draft);
    add_comorbid_conditions(draft);
    set_clocks(draft);
    for (std::size_t at = 0; at < draft.patient.conditions.size(); ++at) {
        const auto& one = draft.patient.conditions[at];
        if (!one.stage_given) {
            draft.add_default(fmt::format("conditions[{}].stage", at), std::string(id_of(one.stage)));
        }
    }
}

}  // namespace detour
