// SPDX-License-Identifier: Apache-2.0
#include "plan/program.h"

#include "base/text.h"
#include "plan/dose.h"
#include "plan/pain_bar.h"
#include "plan/slots.h"
#include "plan/views.h"
#include "plan/week.h"

#include <algorithm>
#include <cmath>

namespace detour {
namespace {

double met_minutes_before(const Catalogue& catalogue, const Aggravation& one) {
    if (!one.dose.minutes || !one.dose.sessions_per_week) {
        return 0;
    }
    return catalogue.exercises[one.exercise].met.value * *one.dose.minutes * *one.dose.sessions_per_week;
}

/// Minutes a bout that match the energy of what it replaces; nothing if that is not known.
std::optional<double> matched_minutes(const Assessment& assessment, ExerciseId id, double wanted) {
    const auto dose = dose_for(assessment, id);
    if (wanted <= 0 || !dose.minutes_per_bout || !dose.days_per_week) {
        return std::nullopt;
    }
    const auto met = assessment.catalogue().exercises[id].met.value;
    const auto bouts = dose.days_per_week->high * dose.bouts_per_day.value_or(1);
    const auto minutes = std::floor(wanted / (met * bouts));
    return std::min(minutes, assessment.catalogue().rules.program.session_minutes_most);
}

std::string progress_text(const Assessment& assessment, const Dose& dose) {
    const auto& rules = assessment.catalogue().rules;
    Values values = {{"times", number_text(rules.returns.clean_repeats)}};
    if (!dose.minutes_per_bout) {
        return assessment.say.with("plan.progress.reps", values);
    }
    const auto share = std::round(dose.minutes_per_bout->high * rules.dose.progression_minutes_share);
    values["minutes"] = number_text(std::max(rules.dose.progression_minutes_least, share));
    return assessment.say.with("plan.progress.minutes", values);
}

ProgramExercise exercise_of(const Assessment& assessment, ExerciseId id, const std::string& role, Dose dose) {
    ProgramExercise one;
    one.exercise = view_of(assessment.catalogue(), assessment.say, id);
    one.role = role;
    one.dose = std::move(dose);
    one.rule = dose_rule(assessment, id);
    one.progress_if = progress_text(assessment, one.dose);
    one.regress_if = assessment.say.at("plan.regress");
    return one;
}

void add_therapist_exercises(Program& program, const Assessment& assessment) {
    const auto most = static_cast<std::size_t>(assessment.catalogue().rules.program.exercises_most);
    for (const auto& set : assessment.patient.overrides.set) {
        if (contraindication(assessment, set.exercise)) {
            continue;  // refused, and said so under the findings
        }
        auto one = exercise_of(assessment, set.exercise, "therapist", dose_set_by_therapist(assessment, set));
        const auto same = std::ranges::find_if(program.exercises, [&](const ProgramExercise& other) {
            return other.exercise.exercise == one.exercise.exercise;
        });
        if (same != program.exercises.end()) {
            *same = std::move(one);
            continue;
        }
        if (program.exercises.size() == most) {
            program.exercises.pop_back();
        }
        program.exercises.insert(program.exercises.begin(), std::move(one));
    }
}

bool is_aerobic(const Assessment& assessment, ExerciseId id) {
    const auto& catalogue = assessment.catalogue();
    return catalogue.families[catalogue.exercises[id].family].purposes.front() == "aerobic";
}

/// Aerobic exercises take turns: together they have the days that one would have.
void take_turns(std::vector<ProgramExercise>& exercises, const Assessment& assessment) {
    std::vector<ProgramExercise*> turns;
    for (auto& one : exercises) {
        const auto id = *assessment.catalogue().find_exercise(one.exercise.exercise);
        if (one.role != "therapist" && one.dose.days_per_week && one.dose.minutes_per_bout &&
            is_aerobic(assessment, id)) {
            turns.push_back(&one);
        }
    }
    if (turns.size() < 2) {
        return;
    }
    const auto days = turns.front()->dose.days_per_week->high;
    for (std::size_t at = 0; at < turns.size(); ++at) {
        auto& one = *turns[at];
        const auto share = std::ceil((days - static_cast<double>(at)) / static_cast<double>(turns.size()));
        const auto own = std::clamp(share, 1.0, one.dose.days_per_week->high);
        one.dose.days_per_week = Range{own, own};
        one.takes_turns = true;
        write_text(one.dose,
                   assessment.say,
                   is_a_visit(assessment, *assessment.catalogue().find_exercise(one.exercise.exercise)));
    }
}

bool is_done_warm(const Assessment& assessment, const ProgramExercise& one) {
    const auto id = assessment.catalogue().find_exercise(one.exercise.exercise);
    return id && (one.exercise.environment == "heated-pool" || can_be_heated(assessment, *id));
}

std::vector<std::string> advice_for(const Assessment& assessment, const Program& program) {
    const auto& say = assessment.say;
    const auto& dose = assessment.catalogue().rules.dose;
    std::vector<std::string> advice = {say.at("plan.advice.when_where"), say.at("plan.advice.flare")};
    const auto is_long = [&](const ProgramExercise& one) {
        return one.dose.minutes_per_bout && one.dose.minutes_per_bout->high >= dose.warm_up_from_minutes;
    };
    if (assessment.limits.load_kg_max) {
        advice.push_back(say.with("plan.advice.load", {{"kg", number_text(*assessment.limits.load_kg_max)}}));
    }
    if (std::ranges::any_of(program.exercises, is_long) || assessment.limits.warmup_min) {
        const auto warm = std::max(dose.warm_up_minutes, assessment.limits.warmup_min.value_or(0));
        const auto cool = std::max(dose.cool_down_minutes, assessment.limits.cooldown_min.value_or(0));
        advice.push_back(say.with("plan.advice.warm_up", {{"warm", number_text(warm)}, {"cool", number_text(cool)}}));
    }
    if (std::ranges::any_of(program.exercises,
                            [&](const ProgramExercise& one) { return is_done_warm(assessment, one); })) {
        advice.push_back(say.at("plan.advice.heated"));
    }
    return advice;
}

int review_days(const Assessment& assessment) {
    const auto& table = assessment.catalogue().rules.program.review_days;
    const auto of = [&](const char* key) {
        const auto found = table.find(key);
        return found == table.end() ? Program{}.review_in_days : found->second;
    };
    auto days = of("default");
    days = assessment.stage == Stage::acute ? std::min(days, of("acute")) : days;
    days = assessment.dose_irritability() == Irritability::high ? std::min(days, of("high")) : days;
    return assessment.patient.surgery.empty() ? days : std::min(days, of("surgery"));
}

double total_met_minutes(const Program& program) {
    double sum = 0;
    for (const auto& one : program.exercises) {
        sum += met_minutes(one.dose, one.exercise.met);
    }
    return sum;
}

}  // namespace

std::optional<Program>
find_program(const Assessment& assessment, const std::vector<Answered>& answered, const ExerciseSet& admissible) {
    Program program;
    program.days_per_week = std::min(assessment.patient.days_per_week,
                                     assessment.limits.days_max.value_or(assessment.patient.days_per_week));
    for (const auto& one : answered) {
        program.met_minutes_before += met_minutes_before(assessment.catalogue(), one.aggravation);
    }
    auto open = program.met_minutes_before;
    for (const auto& chosen : choose_exercises(assessment, answered, admissible)) {
        auto dose = dose_for(assessment, chosen.exercise, matched_minutes(assessment, chosen.exercise, open));
        auto one = exercise_of(assessment, chosen.exercise, chosen.role, std::move(dose));
        open -= met_minutes(one.dose, one.exercise.met);
        program.exercises.push_back(std::move(one));
    }
    add_therapist_exercises(program, assessment);
    if (program.exercises.empty()) {
        return std::nullopt;
    }
    take_turns(program.exercises, assessment);
    fill_week(program);
    program.pain = find_pain_bar(assessment);
    program.met_minutes_after = total_met_minutes(program);
    program.advice = advice_for(assessment, program);
    program.review_in_days = review_days(assessment);
    return program;
}

}  // namespace detour
