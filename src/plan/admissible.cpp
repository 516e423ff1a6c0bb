// SPDX-License-Identifier: Apache-2.0
#include "plan/admissible.h"

#include "base/has.h"
#include "base/text.h"
#include "plan/dose.h"
#include "plan/pain_bar.h"

#include <algorithm>

namespace detour {
namespace {

std::optional<Objection> override_objection(const Assessment& assessment, ExerciseId id) {
    if (!has(assessment.patient.overrides.exclude, id)) {
        return std::nullopt;
    }
    return Objection{
        ExcludedKind::override_, "overrides.exclude", assessment.say.at("plan.why_not.therapist"), {}, true};
}

std::optional<Objection> dose_objection(const Assessment& assessment, ExerciseId id) {
    if (!is_dose_barred(assessment, id)) {
        return std::nullopt;
    }
    return Objection{ExcludedKind::dose, dose_rule(assessment, id), assessment.say.at("plan.why_not.dose"), {}, true};
}

/// What brought pain above GO since the last visit waits, with all of its family that asks for as much.
std::optional<Objection> log_objection(const Assessment& assessment, ExerciseId id) {
    const auto& patient = assessment.patient;
    if (patient.visits.empty()) {
        return std::nullopt;
    }
    const auto& exercises = assessment.catalogue().exercises;
    const auto& rules = assessment.catalogue().rules.pain;
    const auto ceiling = pain_ceiling(rules, assessment.dose_irritability(), assessment.facts);
    for (const auto& entry : patient.visits.back().log) {
        const auto& done = exercises[entry.exercise];
        const bool asks_as_much = done.family == exercises[id].family && exercises[id].level >= done.level;
        if (asks_as_much && entry.pain_during.value_or(0) > ceiling) {
            const Values values = {{"exercise", assessment.say.name(entry.exercise)},
                                   {"pain", number_text(*entry.pain_during)}};
            return Objection{
                ExcludedKind::load, "visit-log", assessment.say.with("plan.why_not.log", values), rules.sources, true};
        }
    }
    return std::nullopt;
}

std::vector<std::string> sources_of(const StressorLimit& limit) {
    return limit.because.empty() ? std::vector<std::string>{} : limit.because.front().sources;
}

std::optional<Objection> load_objection(const Assessment& assessment, ExerciseId id, Stressor stressor) {
    if (is_within_cap(assessment, id, stressor)) {
        return std::nullopt;
    }
    const auto& limit = assessment.tolerance.of[stressor];
    const auto load = assessment.catalogue().exercises[id].loads[stressor].interval.best;
    const Values values = {{"stressor", assessment.say.stressor(stressor)},
                           {"load", assessment.say.load(stressor, load.value)},
                           {"cap", assessment.say.load(stressor, limit.cap()->value)}};
    return Objection{ExcludedKind::load,
                     cap_rule(stressor),
                     assessment.say.with("plan.why_not.cap", values),
                     sources_of(limit),
                     true};
}

std::optional<Objection> first_load_objection(const Assessment& assessment, ExerciseId id) {
    for (const auto stressor : all_stressors) {
        if (auto objection = load_objection(assessment, id, stressor)) {
            return objection;
        }
    }
    return std::nullopt;
}

bool is_lifted(const Catalogue& catalogue, ExerciseId id) {
    const auto& exercise = catalogue.exercises[id];
    return has(exercise.traits, "loaded-spine") || has(catalogue.families[exercise.family].patterns, "lift");
}

bool lands(const Catalogue& catalogue, ExerciseId id) {
    return catalogue.mark_of(id, Stressor::impact) >= Mark::moderate;
}

bool is_named_by_patient(const Assessment& assessment, ExerciseId id) {
    const auto& patient = assessment.patient;
    const auto family = assessment.catalogue().exercises[id].family;
    const auto same_family = [&](ExerciseId other) { return assessment.catalogue().exercises[other].family == family; };
    return std::ranges::any_of(patient.tolerated, [&](const Tolerated& one) { return same_family(one.exercise); }) ||
           std::ranges::any_of(patient.overrides.prefer, same_family) ||
           std::ranges::any_of(patient.goals,
                               [&](const Goal& goal) { return goal.activity && same_family(*goal.activity); });
}

/// A sport or a task is no exercise to prescribe, unless the patient has it already or the rules allow the sport.
std::optional<Objection> purpose_objection(const Assessment& assessment, ExerciseId id) {
    const auto& catalogue = assessment.catalogue();
    const auto family_id = catalogue.exercises[id].family;
    const auto& family = catalogue.families[family_id];
    const auto& first = family.purposes.front();
    const auto& rules = catalogue.rules.search;
    const bool is_pastime = !family.usual && has(family.purposes, "sport");
    const bool is_named = first != "daily-task" && is_named_by_patient(assessment, id);
    if ((!has(rules.not_purposes, first) && !is_pastime) || has(rules.sports_allowed, family_id) || is_named) {
        return std::nullopt;
    }
    return Objection{ExcludedKind::load, "no-substitute", assessment.say.at("plan.why_not.purpose"), {}, false};
}

/// Hard landings are no substitute for what had none, unless the patient is known to bear them.
std::optional<Objection> landing_objection(const Assessment& assessment, ExerciseId activity, ExerciseId id) {
    const auto lands_hard = [&](ExerciseId one) {
        return assessment.catalogue().mark_of(one, Stressor::impact) >= Mark::high;
    };
    const bool is_borne = std::ranges::any_of(assessment.patient.tolerated,
                                              [&](const Tolerated& one) { return lands_hard(one.exercise); });
    if (!lands_hard(id) || lands_hard(activity) || is_borne) {
        return std::nullopt;
    }
    return Objection{ExcludedKind::load, "no-substitute", assessment.say.at("plan.why_not.landing"), {}, false};
}

std::optional<Objection>
not_lower_objection(const Assessment& assessment, ExerciseId activity, ExerciseId id, Stressor stressor) {
    const auto& catalogue = assessment.catalogue();
    if (lower_on(catalogue, id, activity, stressor)) {
        return std::nullopt;
    }
    const auto load = catalogue.exercises[id].loads[stressor].interval.best;
    const auto lost = catalogue.exercises[activity].loads[stressor].interval.best;
    const Values values = {{"stressor", assessment.say.stressor(stressor)},
                           {"load", assessment.say.load(stressor, load.value)},
                           {"from", assessment.say.load(stressor, lost.value)},
                           {"activity", assessment.say.name(activity)}};
    return Objection{ExcludedKind::load,
                     "culprit-" + std::string(id_of(stressor)),
                     assessment.say.with("plan.why_not.not_lower", values),
                     {},
                     true};
}

void add(std::vector<Objection>& list, std::optional<Objection> objection) {
    if (objection) {
        list.push_back(*std::move(objection));
    }
}

bool is_done(const std::vector<Objection>& list, Ask ask) {
    return ask == Ask::first && !list.empty();
}

}  // namespace

std::optional<Objection> contraindication(const Assessment& assessment, ExerciseId id) {
    const auto& catalogue = assessment.catalogue();
    for (const auto& bar : assessment.bars.absolute) {
        if (bears(catalogue, id, bar)) {
            const auto kind = bar.is_access ? ExcludedKind::access : ExcludedKind::contraindication;
            return Objection{kind, bar.id, bar.reason, bar.sources, true};
        }
    }
    for (const auto& bar : assessment.bars.allow_only) {
        if (!bears(catalogue, id, bar)) {
            return Objection{ExcludedKind::contraindication, bar.id, bar.reason, bar.sources, true};
        }
    }
    return std::nullopt;
}

Load counted_load(const Assessment& assessment, ExerciseId id, Stressor stressor) {
    const auto& catalogue = assessment.catalogue();
    const auto& exercise = catalogue.exercises[id];
    const auto& relief = catalogue.rules.caps.lying_relief;
    const auto& limit = assessment.tolerance.of[stressor];
    const auto best = exercise.loads[stressor].interval.best;
    const auto mark = catalogue.mark_of(id, stressor);
    const bool is_relieved = has(relief.stressors, stressor) && has(relief.positions, exercise.position) &&
                             catalogue.mark_of(id, Stressor::compression) <= relief.compression_at_most &&
                             limit.tabled <= relief.sensitivity_at_most && !limit.is_culprit && mark > Mark::none;
    if (!is_relieved) {
        return best;
    }
    const auto below = static_cast<Mark>(static_cast<int>(mark) - 1);
    return std::min(best, catalogue.rules.scales.bands[stressor][below].high);
}

bool is_within_cap(const Assessment& assessment, ExerciseId id, Stressor stressor) {
    const auto& limit = assessment.tolerance.of[stressor];
    const auto best = assessment.catalogue().exercises[id].loads[stressor].interval.best;
    const bool guarded = !limit.protective || best <= *limit.protective;
    return guarded && (!limit.symptom || counted_load(assessment, id, stressor) <= *limit.symptom);
}

std::vector<Objection> objections(const Assessment& assessment, ExerciseId id, Ask ask) {
    std::vector<Objection> list;
    add(list, contraindication(assessment, id));
    for (const auto check : {override_objection, access_objection, dose_objection, log_objection}) {
        if (is_done(list, ask)) {
            return list;
        }
        add(list, check(assessment, id));
    }
    if (ask == Ask::all) {
        for (const auto stressor : all_stressors) {
            add(list, load_objection(assessment, id, stressor));
        }
    } else if (list.empty()) {
        add(list, first_load_objection(assessment, id));
    }
    return list;
}

std::vector<Objection>
substitute_objections(const Assessment& assessment, const CulpritsFound& culprits, ExerciseId id, Ask ask) {
    const auto& catalogue = assessment.catalogue();
    std::vector<Objection> list;
    if (is_same_movement(catalogue, culprits.activity, id)) {
        const Values values = {{"activity", assessment.say.name(culprits.activity)}};
        list.push_back(
            {ExcludedKind::load, "same-movement", assessment.say.with("plan.why_not.same", values), {}, false});
    }
    for (const auto& bar : culprits.tags) {
        if (bears(catalogue, id, bar)) {
            list.push_back({ExcludedKind::load, bar.id, bar.reason, bar.sources, true});
        }
    }
    for (const auto stressor : culprits.stressors) {
        if (is_done(list, ask)) {
            return list;
        }
        add(list, not_lower_objection(assessment, culprits.activity, id, stressor));
    }
    if (!is_done(list, ask)) {
        add(list, purpose_objection(assessment, id));
        add(list, landing_objection(assessment, culprits.activity, id));
    }
    return list;
}

bool is_same_movement(const Catalogue& catalogue, ExerciseId activity, ExerciseId id) {
    const auto mine = catalogue.exercises[activity].family;
    const auto other = catalogue.exercises[id].family;
    if (mine == other) {
        return true;
    }
    const auto& a = catalogue.families[mine];
    const auto& b = catalogue.families[other];
    const bool related = has(a.related, other) || has(b.related, mine);
    const bool both_land = lands(catalogue, activity) && lands(catalogue, id);
    const bool both_lifted = is_lifted(catalogue, activity) && is_lifted(catalogue, id);
    return related && a.patterns.front() == b.patterns.front() && (both_land || both_lifted);
}

std::optional<Certainty> lower_on(const Catalogue& catalogue, ExerciseId id, ExerciseId activity, Stressor stressor) {
    const auto& exercise = catalogue.exercises[id];
    const auto& load = exercise.loads[stressor].interval;
    const auto& lost = catalogue.exercises[activity].loads[stressor].interval;
    if (load.best >= lost.best) {
        return std::nullopt;
    }
    const auto is_order = [&](const MeasuredOrder& order) { return order.than == activity && order.on == stressor; };
    if (is_surely_lower(load, lost) || std::ranges::any_of(exercise.lower_than, is_order)) {
        return Certainty::sure;
    }
    const auto& rules = catalogue.rules;
    const auto from = rules.scales.normal_of(stressor, lost.best);
    const auto to = rules.scales.normal_of(stressor, load.best);
    const bool by_share = load.best.value <= lost.best.value * (1 - rules.search.lower_share);
    const bool by_step = (from - to).value >= rules.search.lower_normal;
    return by_share && by_step ? std::optional(Certainty::probable) : std::nullopt;
}

std::optional<Certainty>
lower_on_all(const Catalogue& catalogue, ExerciseId id, ExerciseId activity, const std::vector<Stressor>& stressors) {
    auto least = Certainty::sure;
    for (const auto stressor : stressors) {
        const auto certainty = lower_on(catalogue, id, activity, stressor);
        if (!certainty) {
            return std::nullopt;
        }
        least = std::max(least, *certainty);
    }
    return least;
}

ExerciseSet admissible_set(const Assessment& assessment) {
    ExerciseSet set(assessment.catalogue().exercises.size());
    for (std::uint16_t at = 0; at < assessment.catalogue().exercises.size(); ++at) {
        if (objections(assessment, ExerciseId{at}).empty()) {
            set.insert(ExerciseId{at});
        }
    }
    return set;
}

}  // namespace detour
