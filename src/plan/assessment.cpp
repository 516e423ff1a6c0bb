// SPDX-License-Identifier: Apache-2.0
#include "plan/assessment.h"

#include "plan/limits.h"
#include "plan/visit_facts.h"

#include <algorithm>

namespace detour {
namespace {

void tighten(DoseLimits& limits, const DoseLimits& dose) {
    take_smaller(limits.effort_max, dose.effort_max);
    take_smaller(limits.minutes_max, dose.minutes_max);
    take_smaller(limits.sit_minutes_max, dose.sit_minutes_max);
    take_smaller(limits.sets_max, dose.sets_max);
    take_larger(limits.reps_min, dose.reps_min);
    take_smaller(limits.reps_max, dose.reps_max);
    take_smaller(limits.hold_max, dose.hold_max);
    take_larger(limits.rest_min, dose.rest_min);
    take_smaller(limits.load_kg_max, dose.load_kg_max);
    take_smaller(limits.days_max, dose.days_max);
    take_smaller(limits.exercises_max, dose.exercises_max);
    take_smaller(limits.volume_factor, dose.volume_factor);
    take_larger(limits.warmup_min, dose.warmup_min);
    take_larger(limits.cooldown_min, dose.cooldown_min);
}

DoseLimits limits_of(const RuleOutcome& outcome) {
    DoseLimits limits;
    for (const auto& fired : outcome.fired) {
        tighten(limits, fired.rule->then.dose);
    }
    return limits;
}

/// A rule may add a condition and a condition may make a rule hold: at most one round for each condition.
void settle_rules(Assessment& assessment, const Patient& at_start) {
    const auto& catalogue = assessment.catalogue();
    auto& patient = assessment.patient;
    for (std::size_t round = 0; round <= catalogue.conditions.size(); ++round) {
        auto before = facts_of(patient, catalogue, patient.irritability);
        add_visit_facts(before, at_start, catalogue, patient.irritability);
        const auto first = evaluate_rules(catalogue, patient, before);
        assessment.irritability = find_irritability(patient, first);
        assessment.facts = facts_of(patient, catalogue, assessment.irritability.known());
        add_visit_facts(assessment.facts, at_start, catalogue, assessment.irritability.known());
        assessment.rules = evaluate_rules(catalogue, patient, assessment.facts);
        if (!add_conditions(patient, assessment.rules, catalogue)) {
            return;
        }
    }
}

}  // namespace

DoseLimits limits_for(const Assessment& assessment, ExerciseId exercise) {
    auto limits = assessment.limits;
    for (const auto& fired : assessment.rules.fired) {
        for (const auto& dose : fired.rule->then.doses) {
            if (std::ranges::binary_search(dose.exercises, exercise)) {
                tighten(limits, dose.limits);
            }
        }
    }
    return limits;
}

Assessment assess(const Patient& patient, const Knowledge& knowledge) {
    const auto& catalogue = knowledge.catalogue;
    Assessment assessment{&knowledge,
                          Say(catalogue, patient.language),
                          as_of_latest_visit(patient, catalogue),
                          {},
                          {},
                          {},
                          {},
                          {},
                          {},
                          {},
                          Stage::persistent,
                          std::max(patient.pain.now.value_or(0), patient.pain.leg_now.value_or(0))};
    settle_rules(assessment, patient);
    const auto& current = assessment.patient;
    for (const auto& recorded : current.conditions) {
        assessment.stage = std::min(assessment.stage, recorded.stage);
    }
    assessment.bars = find_bars(current, catalogue, assessment.rules, assessment.facts, assessment.say);
    assessment.limits = limits_of(assessment.rules);
    assessment.tolerance =
        find_tolerance(current, catalogue, assessment.rules, assessment.irritability, assessment.facts, assessment.say);
    for (const auto& one : current.aggravating) {
        assessment.culprits.push_back(
            find_culprits(one.exercise, current, catalogue, assessment.tolerance, assessment.bars));
    }
    for (const auto& found : assessment.culprits) {
        lower_culprit_caps(
            assessment.tolerance, found, current, catalogue, assessment.irritability.for_caps(), assessment.say);
    }
    apply_therapist_caps(assessment.tolerance, current, assessment.say);
    return assessment;
}

}  // namespace detour
