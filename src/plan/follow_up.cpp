// SPDX-License-Identifier: Apache-2.0
#include "plan/follow_up.h"

#include "base/text.h"
#include "model/course_step.h"
#include "plan/visit_facts.h"

#include <algorithm>

namespace detour {
namespace {

/// The strictest step that a rule of progression asks for.
CourseStep strictest(const std::vector<FiredRule>& fired) {
    auto step = CourseStep::none;
    for (const auto& one : fired) {
        step = std::max(step, one.rule->then.step);
    }
    return step;
}

/// What the rules asked for at the visit before the latest.
CourseStep step_before(const Assessment& assessment) {
    auto earlier = assessment.patient;
    earlier.visits.pop_back();
    if (earlier.visits.empty()) {
        return CourseStep::none;
    }
    auto facts = facts_of(earlier, assessment.catalogue(), assessment.irritability.known());
    add_visit_facts(facts, earlier, assessment.catalogue(), assessment.irritability.known());
    return strictest(evaluate_rules(assessment.catalogue(), earlier, facts).fired);
}

FollowUp answer(const Assessment& assessment, const std::string& decision, std::string reason) {
    FollowUp follow_up;
    follow_up.visit = date_text(assessment.patient.visits.back().date);
    follow_up.decision = decision;
    follow_up.reason = std::move(reason);
    follow_up.changes = {assessment.say.at("plan.follow_up." + decision + ".change")};
    return follow_up;
}

/// The statements of the rules that ask for this step.
std::string reasons_for(const Assessment& assessment, CourseStep step) {
    std::vector<std::string> reasons;
    for (const auto& fired : assessment.rules.fired) {
        if (fired.rule->then.step == step && !fired.rule->then.info) {
            reasons.push_back(fired.rule->statement);
        }
    }
    return join(reasons, " ");
}

}  // namespace

std::optional<FollowUp> find_follow_up(const Assessment& assessment, Decision decision) {
    if (assessment.patient.visits.empty()) {
        return std::nullopt;
    }
    const auto& say = assessment.say;
    if (decision == Decision::refer) {
        return answer(assessment, "refer", say.at("plan.follow_up.flags"));
    }
    if (decision == Decision::hold) {
        return answer(assessment, "hold", say.at("plan.follow_up.held"));
    }
    const auto step = strictest(assessment.rules.fired);
    if (step == CourseStep::none) {
        const bool has_log = !assessment.patient.visits.back().log.empty();
        return answer(assessment, "hold", say.at(has_log ? "plan.follow_up.unclear" : "plan.follow_up.no_log"));
    }
    if (step == CourseStep::regress && step_before(assessment) == CourseStep::regress) {
        return answer(assessment, "switch", say.at("plan.follow_up.again"));
    }
    return answer(assessment, std::string(id_of(step)), reasons_for(assessment, step));
}

}  // namespace detour
