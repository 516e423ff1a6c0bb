// SPDX-License-Identifier: Apache-2.0
#include "plan/rule_effects.h"

#include <algorithm>
#include <chrono>
#include <set>

namespace detour {
namespace {

/// New weakness at a visit is this flag, whatever the therapist ticked on the list.
constexpr const char* weakness_flag = "progressive_leg_weakness";

bool is_cleared(const Patient& patient, const std::string& flag) {
    return std::ranges::any_of(patient.cleared, [&](const ClearedFlag& one) { return one.flag == flag; });
}

Answer answer_of(const Patient& patient, const std::string& flag) {
    const auto found = patient.red_flags.find(flag);
    return found == patient.red_flags.end() ? Answer::unknown : found->second;
}

bool is_explained(const Rule& rule, const Facts& facts) {
    return rule.explained && evaluate(*rule.explained, facts) == Truth::yes;
}

bool is_asked(const Rule& rule, const Facts& facts) {
    return rule.asked && evaluate(*rule.asked, facts) == Truth::yes;
}

/// A flag is asked once, however many rules read it; the rule that withholds the handout speaks for it.
void keep_one_per_flag(std::vector<const Rule*>& rules) {
    std::ranges::stable_sort(rules, [](const Rule* a, const Rule* b) { return a->must_answer > b->must_answer; });
    std::set<std::string> flags;
    std::erase_if(rules, [&](const Rule* rule) { return !rule->flag.empty() && !flags.insert(rule->flag).second; });
}

bool has_condition(const Patient& patient, ConditionId id) {
    return std::ranges::any_of(patient.conditions, [&](const PatientCondition& one) { return one.id == id; });
}

void add_condition(Patient& patient, ConditionId id, const Catalogue& catalogue) {
    PatientCondition added;
    added.id = id;
    added.stage = catalogue.conditions[id].default_stage;
    added.from_rule = true;
    patient.conditions.push_back(added);
}

void take_answers(Patient& patient, const Visit& visit) {
    for (const auto& [flag, answer] : visit.red_flags) {
        if (answer != Answer::unknown) {
            patient.red_flags[flag] = answer;
        }
    }
    if (visit.new_weakness == Answer::yes) {
        patient.red_flags[weakness_flag] = Answer::yes;
    }
    patient.pain.now = visit.pain_now ? visit.pain_now : patient.pain.now;
    patient.pain.leg_now = visit.leg_now ? visit.leg_now : patient.pain.leg_now;
    patient.pain.settles_after_h = visit.settles_h ? visit.settles_h : patient.pain.settles_after_h;
    if (!visit.distal_response.empty()) {
        patient.pain.leg_symptoms_spread = visit.distal_response == "peripheralised" ? Answer::yes : Answer::no;
    }
}

/// Weeks since an operation, of a pregnancy, of a condition go on between visits.
void move_clocks(Patient& patient, Date today) {
    const auto days = std::chrono::sys_days{today} - std::chrono::sys_days{patient.date};
    if (days.count() <= 0) {
        return;
    }
    constexpr int days_a_week = 7;
    const double weeks = static_cast<double>(days.count()) / days_a_week;
    for (auto& one : patient.conditions) {
        one.weeks = one.weeks ? std::optional(*one.weeks + static_cast<int>(weeks)) : one.weeks;
    }
    if (patient.pregnancy) {
        auto& pregnancy = *patient.pregnancy;
        pregnancy.weeks = pregnancy.weeks ? std::optional(*pregnancy.weeks + weeks) : pregnancy.weeks;
        auto& after = pregnancy.postpartum_weeks;
        after = after ? std::optional(*after + weeks) : after;
    }
    patient.date = today;
}

}  // namespace

RuleOutcome evaluate_rules(const Catalogue& catalogue, const Patient& patient, const Facts& facts) {
    RuleOutcome outcome;
    for (const auto& rule : catalogue.rules.rules) {
        const auto truth = evaluate(rule.when, facts);
        const bool is_flag = rule.kind == RuleKind::red_flag;
        if (is_flag && is_asked(rule, facts) && !rule.flag.empty() &&
            answer_of(patient, rule.flag) == Answer::unknown) {
            outcome.unanswered.push_back(&rule);
        } else if (truth == Truth::unknown && rule.on_unknown != OnUnknown::ignore) {
            outcome.unanswered.push_back(&rule);
        }
        const bool assumed = truth == Truth::unknown && rule.on_unknown == OnUnknown::apply;
        if (truth != Truth::yes && !assumed) {
            continue;
        }
        if (is_flag && is_cleared(patient, rule.flag)) {
            outcome.cleared.push_back(&rule);
        } else if (is_explained(rule, facts)) {
            outcome.explained.push_back(&rule);
        } else {
            outcome.fired.push_back({&rule, assumed});
        }
    }
    keep_one_per_flag(outcome.unanswered);
    return outcome;
}

Patient as_of_latest_visit(const Patient& patient, const Catalogue& catalogue) {
    auto current = patient;
    for (const auto& visit : patient.visits) {
        take_answers(current, visit);
    }
    if (!patient.visits.empty()) {
        move_clocks(current, patient.visits.back().date);
    }
    for (std::uint16_t at = 0; at < catalogue.conditions.size(); ++at) {
        const ConditionId id{at};
        const auto& comorbidity = catalogue.conditions[id].comorbidity;
        const bool is_named = !comorbidity.empty() &&
                              std::ranges::find(patient.comorbidities, comorbidity) != patient.comorbidities.end();
        if (is_named && !has_condition(current, id)) {
            add_condition(current, id, catalogue);
        }
    }
    return current;
}

bool add_conditions(Patient& patient, const RuleOutcome& outcome, const Catalogue& catalogue) {
    bool added = false;
    for (const auto& fired : outcome.fired) {
        const auto& condition = fired.rule->then.condition;
        if (condition && !has_condition(patient, *condition)) {
            add_condition(patient, *condition, catalogue);
            added = true;
        }
    }
    return added;
}

}  // namespace detour
