// SPDX-License-Identifier: Apache-2.0
#include "plan/dose.h"

#include "base/text.h"
#include "plan/limits.h"

#include <algorithm>
#include <cmath>

namespace detour {
namespace {

using Limit = std::optional<double>;

std::string row_key(const DoseRules& rules, const std::string& purpose) {
    const auto same = rules.same_as.find(purpose);
    return same == rules.same_as.end() ? purpose : same->second;
}

std::string purpose_for_dose(const Assessment& assessment, ExerciseId id) {
    const auto& catalogue = assessment.catalogue();
    const auto& family = catalogue.families[catalogue.exercises[id].family];
    return row_key(catalogue.rules.dose, family.dose_as.empty() ? family.purposes.front() : family.dose_as);
}

const DoseRow& row_for(const Assessment& assessment, ExerciseId id) {
    static const DoseRow empty;
    const auto& doses = assessment.catalogue().rules.dose.doses;
    const auto found = doses.find(purpose_for_dose(assessment, id));
    return found == doses.end() ? empty : found->second[assessment.stage][assessment.dose_irritability()];
}

/// Seldom above one: the volume of the first weeks, by training and rules.
double volume_factor(const Assessment& assessment, const DoseLimits& limits) {
    const auto& by_training = assessment.catalogue().rules.dose.training_volume_factor;
    const auto found = by_training.find(assessment.patient.training);
    const auto training = found == by_training.end() ? 1.0 : found->second;
    return std::min(training, limits.volume_factor.value_or(1.0));
}

/// Smaller than `most`, but never below `least`: a dose below the floor trains nothing.
Range cut(const Range& range, const Limit& most, double least) {
    const auto high = most ? std::min(range.high, *most) : range.high;
    const auto kept = std::max(high, least);
    return {std::min(std::max(range.low, least), kept), kept};
}

Range scaled(const Range& range, double factor) {
    return {std::round(range.low * factor), std::round(range.high * factor)};
}

Range single(double value) {
    return {value, value};
}

/// Down to a whole step, up if that leaves the row, to the minute if no step is in it.
double rounded(double minutes, const Range& allowed, double step) {
    const auto down = std::floor(minutes / step) * step;
    if (down >= allowed.low && down > 0) {
        return down;
    }
    const auto up = std::ceil(allowed.low / step) * step;
    return up <= allowed.high ? up : std::floor(minutes);
}

/// Minutes of one bout: what is wanted, in the row and under every limit.
Range bout(const Assessment& assessment, const DoseLimits& limits, ExerciseId id, const Range& row, Limit wanted) {
    const auto floor = assessment.catalogue().rules.dose.floor_minutes;
    auto most = longest_bout(assessment, id);
    take_smaller(most, assessment.patient.minutes_per_day);
    const auto allowed = cut(scaled(row, volume_factor(assessment, limits)), most, floor);
    const auto minutes = std::max(floor, wanted ? std::clamp(*wanted, allowed.low, allowed.high) : allowed.low);
    const bool is_cut = limits.volume_factor.value_or(1) < 1;  // then never up to the next step
    return single(is_cut ? std::floor(minutes)
                         : rounded(minutes, allowed, assessment.catalogue().rules.dose.round_minutes_to));
}

int days(const Assessment& assessment, const DoseLimits& limits, const Range& row) {
    auto most = std::min(row.high, static_cast<double>(assessment.patient.days_per_week));
    if (limits.days_max) {
        most = std::min(most, static_cast<double>(*limits.days_max));
    }
    return std::max(1, static_cast<int>(most));
}

void set_bouts(Dose& dose, const Assessment& assessment, const DoseRow& row) {
    if (!row.bouts) {
        return;
    }
    auto most = static_cast<int>(row.bouts->high);
    if (dose.minutes_per_bout && dose.minutes_per_bout->high > 0) {
        const auto fit = static_cast<int>(assessment.patient.minutes_per_day / dose.minutes_per_bout->high);
        most = std::clamp(most, 1, std::max(1, fit));
    }
    dose.bouts_per_day = most;
}

void set_strength(Dose& dose, const Assessment& assessment, const DoseLimits& limits, const DoseRow& row) {
    const auto& rules = assessment.catalogue().rules.dose;
    if (row.sets) {
        const Limit most = limits.sets_max ? Limit(*limits.sets_max) : Limit();
        const Range sets = {row.sets->low,
                            std::max(1.0, std::floor(row.sets->high * limits.volume_factor.value_or(1)))};
        dose.sets = cut(sets, most, rules.floor_sets);
    }
    if (row.reps) {
        // more but lighter repetitions; a hold is not repeated more for that
        const auto wanted = row.hold_s ? 0 : limits.reps_min.value_or(0);
        const auto least = std::max(rules.floor_reps, wanted);
        dose.reps = cut(*row.reps, limits.reps_max ? Limit(*limits.reps_max) : Limit(), least);
    }
    if (row.hold_s) {
        dose.hold_s = cut(*row.hold_s, limits.hold_max, rules.floor_hold_s);
    }
    dose.rest_s = row.rest_s;
    if (limits.rest_min && dose.rest_s) {
        dose.rest_s =
            Range{std::max(dose.rest_s->low, *limits.rest_min), std::max(dose.rest_s->high, *limits.rest_min)};
    }
}

/// "5-8": the line has no room for words.
std::string dash_text(const Range& range) {
    const auto low = number_text(range.low, 0);
    const auto high = number_text(range.high, 0);
    return low == high ? low : low + "-" + high;
}

std::string rounds_text(const Dose& dose, const Say& say) {
    Values values = {{"reps", range_text(say, *dose.reps)}};
    auto key = std::string("plan.dose.reps");
    if (dose.sets && dose.sets->high > 1) {
        values["sets"] = range_text(say, *dose.sets);
        key = "plan.dose.sets";
    }
    auto text = say.with(key, values);
    if (dose.hold_s) {
        text += say.with("plan.dose.hold", {{"seconds", dash_text(*dose.hold_s)}});
    }
    return text;
}

std::string bouts_text(const Dose& dose, const Say& say, bool in_one_visit) {
    if (!dose.bouts_per_day || *dose.bouts_per_day < 2) {
        return {};
    }
    if (in_one_visit) {
        return say.with("plan.dose.visit", {{"bouts", number_text(*dose.bouts_per_day)}});
    }
    return *dose.bouts_per_day == 2 ? say.at("plan.dose.twice")
                                    : say.with("plan.dose.bouts", {{"bouts", number_text(*dose.bouts_per_day)}});
}

std::string days_text(const Dose& dose, const Say& say) {
    if (!dose.days_per_week) {
        return {};
    }
    if (dose.days_per_week->high <= 1) {
        return say.at("plan.dose.one_day");
    }
    const bool is_short = dose.bouts_per_day.value_or(1) < 2 && (!dose.sets || dose.sets->high <= 1) && !dose.hold_s;
    const auto* key = is_short ? "plan.dose.days_a_week" : "plan.dose.days";
    return say.with(key, {{"days", range_text(say, *dose.days_per_week)}});
}

}  // namespace

std::string dose_rule(const Assessment& assessment, ExerciseId id) {
    return "dose.yaml#" + purpose_for_dose(assessment, id) + "/" + std::string(id_of(assessment.stage)) + "/" +
           std::string(id_of(assessment.dose_irritability()));
}

bool is_dose_barred(const Assessment& assessment, ExerciseId id) {
    const auto& row = row_for(assessment, id);
    const auto& at = assessment.catalogue().exercises[id].at;
    const auto load = at.find("load_kg");
    const auto most = limits_for(assessment, id).load_kg_max;
    const bool is_too_heavy = load != at.end() && most && load->second > *most;
    return is_too_heavy || (row.reps && row.reps->high <= 0);
}

bool is_a_visit(const Assessment& assessment, ExerciseId id) {
    const auto& place = assessment.catalogue().exercises[id].place;
    return place != "home" && place != "outdoors";
}

std::optional<double> longest_bout(const Assessment& assessment, ExerciseId id) {
    const auto& catalogue = assessment.catalogue();
    const auto limits = limits_for(assessment, id);
    auto most = limits.minutes_max;
    const bool sits = catalogue.mark_of(id, Stressor::sitting) >= Mark::moderate;
    if (sits) {
        take_smaller(most, assessment.tolerance.sitting_minutes);
        take_smaller(most, limits.sit_minutes_max);
    }
    if (catalogue.mark_of(id, Stressor::standing) >= Mark::moderate) {
        take_smaller(most, assessment.tolerance.standing_minutes);
    }
    for (const auto stressor : all_stressors) {
        const auto& limit = assessment.tolerance.of[stressor];
        const auto load = catalogue.exercises[id].loads[stressor].interval.best;
        if (limit.before_history && load > *limit.before_history) {
            take_smaller(most, limit.raised_minutes);
        }
    }
    return most;
}

Dose dose_for(const Assessment& assessment, ExerciseId id, std::optional<double> wanted_minutes) {
    const auto& row = row_for(assessment, id);
    const auto limits = limits_for(assessment, id);
    Dose dose;
    if (row.minutes) {
        dose.minutes_per_bout = bout(assessment, limits, id, *row.minutes, wanted_minutes);
    }
    set_bouts(dose, assessment, row);
    set_strength(dose, assessment, limits, row);
    if (assessment.catalogue().families[assessment.catalogue().exercises[id].family].moved) {
        dose.hold_s.reset();
    }
    if (row.days) {
        dose.days_per_week = single(days(assessment, limits, *row.days));
    }
    if (row.effort) {
        dose.effort_0_10 = cut(*row.effort, limits.effort_max, 0);
    }
    write_text(dose, assessment.say, is_a_visit(assessment, id));
    return dose;
}

void write_text(Dose& dose, const Say& say, bool in_one_visit) {
    std::string text;
    if (!dose.intervals.empty()) {
        text = dose.intervals;
    } else if (dose.minutes_per_bout) {
        text = say.with("plan.dose.minutes", {{"minutes", range_text(say, *dose.minutes_per_bout)}});
    } else if (dose.reps) {
        text = rounds_text(dose, say);
    }
    dose.text = text + bouts_text(dose, say, in_one_visit) + days_text(dose, say);
}

Dose dose_set_by_therapist(const Assessment& assessment, const SetDose& set) {
    auto dose = dose_for(assessment, set.exercise);
    const auto take = [](std::optional<Range>& ours, const std::optional<Range>& theirs) {
        ours = theirs ? theirs : ours;
    };
    take(dose.minutes_per_bout, set.dose.minutes);
    take(dose.days_per_week, set.dose.days);
    take(dose.sets, set.dose.sets);
    take(dose.reps, set.dose.reps);
    take(dose.hold_s, set.dose.hold_s);
    take(dose.rest_s, set.dose.rest_s);
    take(dose.effort_0_10, set.dose.effort);
    if (set.dose.bouts) {
        dose.bouts_per_day = static_cast<int>(set.dose.bouts->high);
    }
    write_text(dose, assessment.say, is_a_visit(assessment, set.exercise));
    return dose;
}

double met_minutes(const Dose& dose, double met) {
    if (!dose.minutes_per_bout || !dose.days_per_week) {
        return 0;
    }
    return met * dose.minutes_per_bout->high * dose.bouts_per_day.value_or(1) * dose.days_per_week->high;
}

}  // namespace detour
