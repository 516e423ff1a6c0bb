// SPDX-License-Identifier: Apache-2.0
#include "plan/findings.h"

#include "base/text.h"
#include "plan/admissible.h"

#include <algorithm>

namespace detour {
namespace {

constexpr const char* info = "info";
constexpr const char* caution = "caution";
constexpr const char* important = "important";

/// The first bar that some exercise of the surgeon's word bears.
const ActiveBar* bar_against(const Assessment& assessment, const SurgeonWord& word) {
    const auto exercises = exercises_of(word, assessment.catalogue());
    for (const auto& bar : assessment.bars.absolute) {
        const auto is_borne = [&](ExerciseId id) { return bears(assessment.catalogue(), id, bar); };
        if (bar.id != surgeon_rule && std::ranges::any_of(exercises, is_borne)) {
            return &bar;
        }
    }
    return nullptr;
}

void add_misfits(std::vector<Finding>& findings, const Assessment& assessment) {
    for (const auto& recorded : assessment.patient.conditions) {
        for (const auto& misfit : assessment.catalogue().conditions[recorded.id].misfit) {
            if (evaluate(misfit.when, assessment.facts) == Truth::yes) {
                findings.push_back({misfit.id,
                                    assessment.say.at("misfit." + misfit.id + ".finding"),
                                    important,
                                    misfit.support.sources});
            }
        }
    }
}

void add_unexplained(std::vector<Finding>& findings, const Assessment& assessment) {
    for (const auto& culprits : assessment.culprits) {
        // some loads are carried by tags alone: they do explain
        if (culprits.unexplained_by.size() == assessment.patient.conditions.size() && culprits.tags.empty()) {
            const Values values = {{"activity", assessment.say.name(culprits.activity)}};
            findings.push_back({"unexplained", assessment.say.with("plan.finding.unexplained", values), important, {}});
        }
    }
}

void add_irritability(std::vector<Finding>& findings, const Assessment& assessment) {
    const auto& found = assessment.irritability;
    if (!found.differs()) {
        return;
    }
    const auto& say = assessment.say;
    const Values values = {{"word", say.at("plan.level." + std::string(id_of(*found.word)))},
                           {"computed", say.at("plan.level." + std::string(id_of(*found.computed)))},
                           {"rule", found.rule}};
    findings.push_back({"irritability-differs", say.with("plan.finding.irritability", values), caution, {}});
}

/// General knowledge that changes nothing for this patient: for the reader of the knowledge base, not for every sheet.
bool is_background(const Rule& rule) {
    RuleEffects only_info;
    only_info.info = true;
    return (rule.kind == RuleKind::dose || rule.kind == RuleKind::wording) && rule.then == only_info;
}

void add_cleared_and_info(std::vector<Finding>& findings, const Assessment& assessment) {
    for (const auto* rule : assessment.rules.cleared) {
        const auto text = assessment.say.with("plan.finding.cleared", {{"rule", rule->statement}});
        findings.push_back({rule->id, text, caution, rule->support.sources});
    }
    for (const auto* rule : assessment.rules.explained) {
        const auto text = assessment.say.with("plan.finding.explained", {{"rule", rule->statement}});
        findings.push_back({rule->id, text, caution, rule->support.sources});
    }
    for (const auto& fired : assessment.rules.fired) {
        if (fired.rule->then.info && !is_background(*fired.rule)) {
            findings.push_back({fired.rule->id, fired.rule->statement, info, fired.rule->support.sources});
        }
    }
}

/// What the surgeon allows and our rules still bar: shown, not followed.
void add_surgeon(std::vector<Finding>& findings, const Assessment& assessment) {
    for (const auto& surgery : assessment.patient.surgery) {
        for (const auto& word : surgery.allows) {
            if (const auto* bar = bar_against(assessment, word)) {
                const Values values = {{"word", word.written}, {"rule", bar->id}, {"reason", bar->reason}};
                findings.push_back(
                    {"surgeon-allows", assessment.say.with("plan.finding.surgeon", values), important, bar->sources});
            }
        }
    }
}

void add_overrides(std::vector<Finding>& findings, const Assessment& assessment) {
    const auto& say = assessment.say;
    const auto& overrides = assessment.patient.overrides;
    for (const auto& accepted : overrides.accept_risk) {
        const Values values = {{"rule", accepted.rule}, {"reason", accepted.reason}};
        findings.push_back({"accept-risk", say.with("plan.finding.accept_risk", values), important, {}});
    }
    for (const auto& [stressor, cap] : overrides.caps) {
        const Values values = {{"stressor", stressor}, {"cap", number_text(cap)}};
        findings.push_back({"override-cap", say.with("plan.finding.cap", values), caution, {}});
    }
    for (const auto& set : overrides.set) {
        if (const auto against = contraindication(assessment, set.exercise)) {
            const Values values = {{"exercise", say.name(set.exercise)}, {"rule", against->rule}};
            findings.push_back(
                {"override-refused", say.with("plan.finding.refused", values), important, against->sources});
        }
    }
    for (const auto id : overrides.prefer) {
        if (const auto against = objections(assessment, id); !against.empty()) {
            const Values values = {{"exercise", say.name(id)}, {"reason", against.front().reason}};
            findings.push_back({"preference-refused", say.with("plan.finding.preference", values), caution, {}});
        }
    }
}

void add_high_resting_pain(std::vector<Finding>& findings, const Assessment& assessment) {
    if (assessment.patient.pain.now.value_or(0) >= assessment.catalogue().rules.pain.no_bar_from) {
        findings.push_back({"resting-pain",
                            assessment.say.at("plan.finding.resting_pain"),
                            important,
                            assessment.catalogue().rules.pain.sources});
    }
}

Finding unsuited(const Assessment& assessment, const CulpritsFound& culprits) {
    const auto& say = assessment.say;
    if (culprits.stressors.empty()) {
        return {"cause-unsuited", say.at("plan.cause.suited"), info, {}};
    }
    std::vector<std::string> over;
    for (const auto stressor : culprits.stressors) {
        const auto load = assessment.catalogue().exercises[culprits.activity].loads[stressor].interval.best;
        const auto cap = assessment.tolerance.of[stressor].cap();
        over.push_back(say.with("plan.cause.over",
                                {{"stressor", say.stressor(stressor)},
                                 {"load", say.load(stressor, load.value)},
                                 {"cap", cap ? say.load(stressor, cap->value) : say.at("plan.no_cap")}}));
    }
    return {"cause-unsuited", say.with("plan.cause.unsuited", {{"over", join(over, "; ")}}), caution, {}};
}

Finding other_condition(const Assessment& assessment) {
    std::vector<Finding> misfits;
    add_misfits(misfits, assessment);
    const auto& say = assessment.say;
    if (misfits.empty()) {
        return {"cause-condition", say.at("plan.cause.condition_fits"), info, {}};
    }
    return {"cause-condition",
            say.with("plan.cause.condition", {{"finding", misfits.front().text}}),
            important,
            misfits.front().sources};
}

/// What matters most comes first.
int rank_of(const Finding& finding) {
    return finding.severity == important ? 0 : finding.severity == caution ? 1 : 2;
}

}  // namespace

std::vector<Finding> find_findings(const Assessment& assessment) {
    std::vector<Finding> findings;
    add_misfits(findings, assessment);
    add_unexplained(findings, assessment);
    add_irritability(findings, assessment);
    add_high_resting_pain(findings, assessment);
    add_surgeon(findings, assessment);
    add_overrides(findings, assessment);
    add_cleared_and_info(findings, assessment);
    std::ranges::stable_sort(findings, {}, rank_of);
    return findings;
}

std::vector<Finding> three_causes(const Assessment& assessment, const CulpritsFound& culprits) {
    const bool has_faults = !technique_of(assessment, culprits.activity).empty();
    const auto* key = has_faults ? "plan.cause.technique" : "plan.cause.technique_none";
    return {{"cause-technique", assessment.say.at(key), info, {}},
            unsuited(assessment, culprits),
            other_condition(assessment)};
}

std::vector<std::string> technique_of(const Assessment& assessment, ExerciseId activity) {
    const auto family = assessment.catalogue().exercises[activity].family;
    const auto& faults = assessment.say.language().faults[family];
    std::vector<std::string> texts;
    for (const auto& fault : assessment.catalogue().families[family].faults) {
        const auto found = faults.find(fault);
        if (found != faults.end()) {
            texts.push_back(
                assessment.say.with("plan.technique", {{"what", found->second.what}, {"try", found->second.try_}}));
        }
    }
    return texts;
}

}  // namespace detour
