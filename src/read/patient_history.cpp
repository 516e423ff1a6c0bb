// SPDX-License-Identifier: Apache-2.0
// What hurts, what does not, what eases; pain, examination and goals.
#include "base/text.h"
#include "read/patient_draft.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace detour {
namespace {

constexpr double most_minutes = 1440;
constexpr double most_hours = 2000;

/// What a patient file may say of any activity, beside the quantities that families list.
const std::vector<std::string> usual_parameters = {"pace_km_h", "incline_pct", "load_kg"};

std::set<std::string> known_parameters(const Catalogue& catalogue) {
    std::set<std::string> names(usual_parameters.begin(), usual_parameters.end());
    for (const auto& family : catalogue.families) {
        if (!family.parameter.empty()) {
            names.insert(family.parameter);
        }
    }
    for (const auto& exercise : catalogue.exercises) {
        for (const auto& [name, value] : exercise.at) {
            names.insert(name);
        }
    }
    return names;
}

/// The exercise of the family whose `at` is nearest; among equals the one that was meant before, then the lower.
std::optional<ExerciseId>
nearest_level(const Catalogue& catalogue, ExerciseId meant, const std::string& parameter, double wanted) {
    std::optional<ExerciseId> best;
    double best_gap = 0;
    for (const auto id : catalogue.families[catalogue.exercises[meant].family].exercises) {
        const auto at = catalogue.exercises[id].at.find(parameter);
        if (at == catalogue.exercises[id].at.end()) {
            continue;
        }
        const double gap = std::abs(at->second - wanted);
        const bool is_nearer = !best || gap < best_gap || (gap <= best_gap && id == meant);
        if (is_nearer) {
            best = id;
            best_gap = gap;
        }
    }
    return best;
}

std::optional<ExerciseId> at_depth(const Catalogue& catalogue, ExerciseId meant, const std::string& immersion) {
    for (const auto id : catalogue.families[catalogue.exercises[meant].family].exercises) {
        if (catalogue.exercises[id].immersion == immersion) {
            return id;
        }
    }
    return std::nullopt;
}

/// Pace, slope, load, depth: they pick a level of a family, but never overrule an exercise that is named by its id.
void apply_parameters(YamlMap& map, std::vector<Activity>& activities, const Catalogue& catalogue) {
    for (const auto& parameter : known_parameters(catalogue)) {
        const auto value = map.find(parameter);
        const auto number = value ? value->number({-50, 1000}) : std::nullopt;
        for (auto& activity : activities) {
            if (!number || catalogue.find_exercise(activity.written)) {
                continue;
            }
            const auto level = nearest_level(catalogue, activity.exercise, parameter, *number);
            activity.exercise = level.value_or(activity.exercise);
            if (!level) {
                value->warning(
                    fmt::format("'{}' changes nothing here: no exercise of this family lists it", parameter));
            }
        }
    }
    const auto depth = map.find("immersion");
    const auto word = depth ? depth->one_of({"waist", "chest", "neck", "floating-upright", "floating-flat", "swimming"})
                            : std::nullopt;
    for (auto& activity : activities) {
        if (word && !catalogue.find_exercise(activity.written)) {
            activity.exercise = at_depth(catalogue, activity.exercise, *word).value_or(activity.exercise);
        }
    }
}

ReportedDose read_dose(YamlMap& map) {
    ReportedDose dose;
    dose.minutes = map.optional_number("minutes", {0, most_minutes});
    dose.sets = map.optional_integer("sets", 0, 100);
    dose.reps = map.optional_integer("reps", 0, 1000);
    dose.sessions_per_week = map.optional_number("sessions_per_week", {0, 50});
    return dose;
}

void read_aggravating(YamlMap& root, PatientDraft& draft) {
    const auto list = root.list("aggravating");
    if (list.empty()) {
        root.error("'aggravating' names no activity; name the one that hurts");
    }
    for (std::size_t at = 0; at < list.size(); ++at) {
        auto map = list[at].map();
        const auto name = map.require("activity");
        auto activities =
            name ? read_activities(*name, fmt::format("aggravating[{}].activity", at), draft) : std::vector<Activity>{};
        apply_parameters(map, activities, draft.catalogue);
        Aggravation one;
        one.dose = read_dose(map);
        one.pain = read_score(map, "pain");
        one.after_min = map.optional_number("after_min", {0, most_minutes});
        one.new_or_increased = read_answer(map, "new_or_increased");
        map.finish();
        for (auto& activity : activities) {
            one.exercise = activity.exercise;
            one.written = activity.written;
            one.sure = activity.sure;
            one.candidates = std::move(activity.candidates);
            draft.patient.aggravating.push_back(one);
        }
    }
}

void read_tolerated(YamlMap& root, PatientDraft& draft) {
    const auto list = root.optional_list("tolerated");
    for (std::size_t at = 0; at < list.size(); ++at) {
        auto map = list[at].map();
        const auto name = map.require("activity");
        auto activities =
            name ? read_activities(*name, fmt::format("tolerated[{}].activity", at), draft) : std::vector<Activity>{};
        apply_parameters(map, activities, draft.catalogue);
        const auto dose = read_dose(map);
        const auto pain = read_score(map, "pain");
        map.finish();
        for (const auto& activity : activities) {
            draft.patient.tolerated.push_back({activity.exercise, dose, pain});
        }
    }
    const auto eased = root.optional_list("eased_by");
    for (std::size_t at = 0; at < eased.size(); ++at) {
        for (const auto& activity : read_activities(eased[at], fmt::format("eased_by[{}]", at), draft)) {
            draft.patient.eased_by.push_back(activity.exercise);
        }
    }
}

void read_pain(YamlMap map, PatientDraft& draft) {
    auto& pain = draft.patient.pain;
    pain.now = read_score(map, "now");
    pain.leg_now = read_score(map, "leg_now");
    pain.after_10min_vs_before = map.optional_number("after_10min_vs_before", {-10, 10});
    pain.worst_24h = read_score(map, "worst_24h");
    const auto irritability = map.optional_one_of("irritability", {"low", "moderate", "high"});
    draft.patient.irritability = irritability_from(irritability);
    pain.quality = map.optional_one_of("quality", {"dull", "aching", "stiff", "sharp", "burning", "electric"});
    pain.settles_after_h = map.optional_number("settles_after_h", {0, most_hours});
    pain.settles_min = map.optional_number("settles_min", {0, most_hours * 60});
    pain.limits_daily_activity = read_answer(map, "limits_daily_activity");
    pain.started = map.optional_one_of("started", {"during", "next-day"});
    pain.leg_symptoms_spread = read_answer(map, "leg_symptoms_spread");
    pain.at_rest = read_answer(map, "at_rest");
    pain.sudden_onset = read_answer(map, "sudden_onset");
    pain.new_or_changed = read_answer(map, "new_or_changed");
    pain.constant_unaffected_by_movement = read_answer(map, "constant_unaffected_by_movement");
    map.finish();
}

void list_pain_defaults(PatientDraft& draft) {
    const auto& pain = draft.patient.pain;
    if (!draft.patient.irritability) {
        draft.add_default("pain.irritability", "unknown");
    }
    if (pain.quality.empty()) {
        draft.add_default("pain.quality", "unknown");
    }
    if (!pain.settles_after_h && !pain.settles_min) {
        draft.add_default("pain.settles_after_h", "unknown");
    }
    if (pain.limits_daily_activity == Answer::unknown) {
        draft.add_default("pain.limits_daily_activity", "unknown");
    }
}

std::string known_or_unknown(std::string word) {
    return word.empty() ? "unknown" : word;
}

void read_exam(YamlMap map, PatientDraft& draft) {
    auto& exam = draft.patient.exam;
    exam.date = read_past_date(map, "date", draft.patient);
    exam.slr = known_or_unknown(map.optional_one_of("slr", {"positive", "negative", "unknown"}));
    const std::vector<std::string> findings = {"normal", "reduced", "unknown"};
    exam.strength = known_or_unknown(map.optional_one_of("strength", findings));
    exam.reflexes = known_or_unknown(map.optional_one_of("reflexes", findings));
    exam.sensation = known_or_unknown(map.optional_one_of("sensation", findings));
    map.finish();
}

void read_goals(YamlMap& root, PatientDraft& draft) {
    const auto list = root.optional_list("goals");
    for (std::size_t at = 0; at < list.size(); ++at) {
        auto map = list[at].map();
        Goal goal;
        goal.kind = map.one_of("kind", {"aerobic", "strength", "mobility", "balance", "daily-task", "return-to"});
        const auto name = goal.kind == "return-to" ? map.require("activity") : map.find("activity");
        if (name) {
            const auto activity = read_activity(*name, fmt::format("goals[{}].activity", at), draft);
            goal.activity = activity ? std::optional{activity->exercise} : std::nullopt;
        }
        goal.by = map.optional_date("by");
        map.finish();
        draft.patient.goals.push_back(std::move(goal));
    }
}

}  // namespace

void read_history(YamlMap& root, PatientDraft& draft) {
    if (auto pain = root.optional_map("pain")) {
        read_pain(std::move(*pain), draft);
    }
    list_pain_defaults(draft);
    read_aggravating(root, draft);
    read_tolerated(root, draft);
    if (auto exam = root.optional_map("exam")) {
        read_exam(std::move(*exam), draft);
    }
    draft.patient.directional_preference =
        known_or_unknown(root.optional_one_of("directional_preference", {"flexion", "extension", "none", "unknown"}));
    read_goals(root, draft);
}

}  // namespace detour
