// SPDX-License-Identifier: Apache-2.0
// What the therapist adds: overrides, and follow-up visits.
#include "base/text.h"
#include "read/draft.h"
#include "read/patient_draft.h"

#include <fmt/format.h>

#include <algorithm>

namespace detour {
namespace {

constexpr std::size_t longest_text = 300;
constexpr double most_minutes = 1440;

void add_once(std::vector<ExerciseId>& ids, ExerciseId id) {
    if (std::ranges::find(ids, id) == ids.end()) {
        ids.push_back(id);
    }
}

/// Exercises by id or sure name; a family's id means all of it. A doubtful word of the therapist is an error.
std::vector<ExerciseId> read_exercises(const YamlValue& list, PatientDraft& draft) {
    std::vector<ExerciseId> ids;
    for (const auto& value : list.list()) {
        const auto text = value.text();
        const auto exact = text ? draft.catalogue.find_exercise(*text) : std::nullopt;
        const auto family = text && !exact ? draft.catalogue.find_family(*text) : std::nullopt;
        if (exact) {
            add_once(ids, *exact);
        } else if (family) {
            for (const auto id : draft.catalogue.families[*family].exercises) {
                add_once(ids, id);
            }
        } else if (text) {
            const auto matches = draft.resolver().find_exercises(*text);
            if (!matches.empty() && matches.front().sure) {
                add_once(ids, matches.front().exercise);
                continue;
            }
            const auto near =
                matches.empty() ? std::string{} : draft.catalogue.exercises[matches.front().exercise].slug;
            value.error(near.empty() ? fmt::format("unknown exercise '{}'", *text)
                                     : fmt::format("unknown exercise '{}'; did you mean '{}'?", *text, near));
        }
    }
    return ids;
}

std::optional<ExerciseId> read_exercise(YamlMap& map, PatientDraft& draft) {
    const auto value = map.require("exercise");
    const auto text = value ? value->text() : std::nullopt;
    const auto id = text ? draft.catalogue.find_exercise(*text) : std::nullopt;
    if (text && !id) {
        std::vector<std::string> slugs;
        for (const auto& exercise : draft.catalogue.exercises) {
            slugs.push_back(exercise.slug);
        }
        value->error(unknown_word("exercise", *text, slugs));
    }
    return id;
}

std::vector<std::string> rule_ids(const Catalogue& catalogue) {
    std::vector<std::string> ids;
    for (const auto& rule : catalogue.rules.rules) {
        ids.push_back(rule.id);
    }
    for (const auto& condition : catalogue.conditions) {
        for (const auto* bars : {&condition.absolute, &condition.relative, &condition.allow_only}) {
            for (const auto& bar : *bars) {
                ids.push_back(bar.id);
            }
        }
    }
    return ids;
}

void read_accepted_risks(YamlMap& map, PatientDraft& draft) {
    const auto list = map.optional_list("accept_risk");
    const auto ids = list.empty() ? std::vector<std::string>{} : rule_ids(draft.catalogue);
    for (const auto& value : list) {
        auto row = value.map();
        AcceptedRisk risk;
        risk.rule = row.one_of("rule", ids);
        risk.reason = read_printed(row, "reason", longest_text);
        if (row.is_sound() && risk.reason.empty()) {
            row.error("'reason' is missing");
        }
        row.finish();
        draft.patient.overrides.accept_risk.push_back(std::move(risk));
    }
}

/// The keys of a dose in a plan.
DoseRow read_set_dose(YamlMap& map) {
    DoseRow row;
    row.minutes = read_dose_range(map, "minutes_per_bout", {0, 600});
    row.bouts = read_dose_range(map, "bouts_per_day", {1, 20});
    row.days = read_dose_range(map, "days_per_week", {0, 7});
    row.sets = read_dose_range(map, "sets", {0, 20});
    row.reps = read_dose_range(map, "reps", {0, 200});
    row.hold_s = read_dose_range(map, "hold_s", {0, 600});
    row.rest_s = read_dose_range(map, "rest_s", {0, 900});
    row.effort = read_dose_range(map, "effort_0_10", {0, 10});
    return row;
}

void read_set_doses(YamlMap& map, PatientDraft& draft) {
    for (const auto& value : map.optional_list("set")) {
        auto row = value.map();
        const auto exercise = read_exercise(row, draft);
        auto dose_map = row.map("dose");
        const auto dose = read_set_dose(dose_map);
        dose_map.finish();
        row.finish();
        if (exercise) {
            draft.patient.overrides.set.push_back({*exercise, dose});
        }
    }
}

std::vector<LogEntry> read_log(YamlMap& map, PatientDraft& draft) {
    std::vector<LogEntry> log;
    for (const auto& value : map.optional_list("log")) {
        auto row = value.map();
        LogEntry entry;
        const auto exercise = read_exercise(row, draft);
        entry.sessions = row.optional_number("sessions", {0, 100});
        entry.minutes = row.optional_number("minutes", {0, most_minutes});
        entry.pain_during = read_score(row, "pain_during");
        entry.pain_next_morning = read_score(row, "pain_next_morning");
        row.finish();
        if (exercise) {
            entry.exercise = *exercise;
            log.push_back(entry);
        }
    }
    return log;
}

std::map<std::string, Answer> read_flags_again(YamlMap& map, const Catalogue& catalogue) {
    std::map<std::string, Answer> answers;
    std::vector<std::string> keys;
    for (const auto& [key, meaning] : catalogue.rules.vocabulary.red_flags) {
        keys.push_back(key);
    }
    for (const auto& [key, value] : map.optional_pairs("red_flags")) {
        const auto flag = key.one_of(keys);
        const auto answer = value.answer();
        if (flag && answer) {
            answers[*flag] = to_answer(answer);
        }
    }
    return answers;
}

void read_visit(const YamlValue& value, PatientDraft& draft) {
    Visit visit;
    auto map = value.map();
    const auto day = map.require("date");
    visit.date = (day ? day->date() : std::nullopt).value_or(draft.patient.date);
    const auto& before = draft.patient.visits.empty() ? draft.patient.date : draft.patient.visits.back().date;
    if (day && visit.date < before) {
        day->error(fmt::format(
            "the visit of {} comes before {}; give the oldest first", date_text(visit.date), date_text(before)));
    }
    visit.pain_now = read_score(map, "pain_now");
    visit.leg_now = read_score(map, "leg_now");
    visit.settles_h = map.optional_number("settles_h", {0, 2000});
    visit.distal_response = map.optional_one_of("distal_response", {"centralised", "unchanged", "peripheralised"});
    visit.new_weakness = read_answer(map, "new_weakness");
    visit.red_flags = read_flags_again(map, draft.catalogue);
    visit.psfs = read_psfs(map);
    visit.log = read_log(map, draft);
    map.finish();
    draft.patient.visits.push_back(std::move(visit));
}

}  // namespace

void read_overrides(YamlMap& root, PatientDraft& draft) {
    auto map = root.optional_map("overrides");
    if (!map) {
        return;
    }
    auto& overrides = draft.patient.overrides;
    if (const auto exclude = map->find("exclude")) {
        overrides.exclude = read_exercises(*exclude, draft);
    }
    if (const auto prefer = map->find("prefer")) {
        overrides.prefer = read_exercises(*prefer, draft);
    }
    for (const auto& [name, value] : map->optional_pairs("caps")) {
        const auto stressor = read_stressor(name);
        const auto cap = value.number({0, 20});
        if (stressor && cap) {
            overrides.caps[std::string(id_of(*stressor))] = *cap;
        }
    }
    read_set_doses(*map, draft);
    read_accepted_risks(*map, draft);
    map->finish();
}

void read_visits(YamlMap& root, PatientDraft& draft) {
    for (const auto& value : root.optional_list("visits")) {
        read_visit(value, draft);
    }
}

std::vector<Psfs> read_psfs(YamlMap& map) {
    std::vector<Psfs> all;
    for (const auto& value : map.optional_list("psfs")) {
        auto row = value.map();
        Psfs one;
        one.activity = read_printed(row, "activity", longest_text);
        if (row.is_sound() && one.activity.empty()) {
            row.error("'activity' is missing");
        }
        one.score = row.number("score", {0, 10}).value_or(0);
        row.finish();
        all.push_back(std::move(one));
    }
    return all;
}

}  // namespace detour
