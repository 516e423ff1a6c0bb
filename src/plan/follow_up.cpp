// SPDX-License-Identifier: Apache-2.0
#include "plan/follow_up.h"

#include "base/text.h"
#include "plan/pain_bar.h"

#include <algorithm>

namespace detour {
namespace {

enum class Course { progress, hold, regress };

/// One entry above the bar holds; two, a slow settling or a bad morning after step back.
Course course_of(const Visit& visit, const Assessment& assessment) {
    const auto& rules = assessment.catalogue().rules.pain;
    const auto ceiling = rules.ceiling[assessment.dose_irritability()];
    const auto is_over = [&](const LogEntry& entry) { return entry.pain_during.value_or(0) > ceiling; };
    const auto is_bad_morning = [&](const LogEntry& entry) { return entry.pain_next_morning.value_or(0) > ceiling; };
    const auto over = std::ranges::count_if(visit.log, is_over);
    const bool slow = visit.settles_h.value_or(0) > rules.settle_h;
    if (slow || over >= rules.slow_down || std::ranges::any_of(visit.log, is_bad_morning)) {
        return Course::regress;
    }
    return over > 0 || visit.log.empty() ? Course::hold : Course::progress;
}

bool spreads(const Visit& visit) {
    return visit.distal_response == "peripheralised";
}

FollowUp answer(const Assessment& assessment, const Visit& visit, const std::string& decision, const char* reason) {
    FollowUp follow_up;
    follow_up.visit = date_text(visit.date);
    follow_up.decision = decision;
    follow_up.reason = assessment.say.at("plan.follow_up." + std::string(reason));
    follow_up.changes = {assessment.say.at("plan.follow_up." + decision + ".change")};
    return follow_up;
}

bool regressed_before(const Assessment& assessment) {
    const auto& visits = assessment.patient.visits;
    return visits.size() > 1 && course_of(visits[visits.size() - 2], assessment) == Course::regress;
}

}  // namespace

std::optional<FollowUp> find_follow_up(const Assessment& assessment, Decision decision) {
    const auto& visits = assessment.patient.visits;
    if (visits.empty()) {
        return std::nullopt;
    }
    const auto& visit = visits.back();
    if (decision == Decision::refer) {
        return answer(assessment, visit, "refer", "flags");
    }
    if (decision == Decision::hold) {
        return answer(assessment, visit, "hold", "held");
    }
    if (spreads(visit)) {
        return answer(assessment, visit, "refer", "spreads");
    }
    switch (course_of(visit, assessment)) {
        case Course::progress:
            return answer(assessment, visit, "progress", "settled");
        case Course::hold:
            return answer(assessment, visit, "hold", visit.log.empty() ? "no_log" : "once_over");
        case Course::regress:
            return regressed_before(assessment) ? answer(assessment, visit, "switch", "again")
                                                : answer(assessment, visit, "regress", "flared");
    }
    return std::nullopt;
}

}  // namespace detour
