// SPDX-License-Identifier: Apache-2.0
#include "plan/pain_bar.h"

#include "base/text.h"

#include <algorithm>
#include <cmath>

namespace detour {

int pain_ceiling(const PainRules& rules, Irritability irritability, const Facts& facts) {
    auto ceiling = rules.ceiling[irritability];
    for (const auto& lower : rules.lower) {
        if (evaluate(lower.when, facts) == Truth::yes) {
            ceiling = std::min(ceiling, lower.go);
        }
    }
    return ceiling;
}

PainBar find_pain_bar(const Assessment& assessment) {
    const auto& rules = assessment.catalogue().rules.pain;
    const auto irritability = assessment.dose_irritability();
    const auto& say = assessment.say;
    const auto& pain = assessment.patient.pain;
    const auto now = std::max(pain.now.value_or(0), pain.leg_now.value_or(0));
    const auto resting = static_cast<int>(std::ceil(now));
    PainBar bar;
    bar.sources = rules.sources;
    bar.leg_rule = say.at("plan.pain.leg");
    if (resting >= rules.no_bar_from) {
        bar.has_bar = false;
        bar.go = bar.slow_down = bar.stop = say.at("plan.pain.review");
        return bar;
    }
    if (resting >= rules.resting_from) {
        const bool calm = assessment.stage == Stage::persistent && irritability == Irritability::low;
        // pain that grew since the first day does not widen what is allowed
        const auto least = static_cast<int>(std::ceil(std::min(now, assessment.resting_at_start)));
        const auto from = std::max(least, std::min(resting, pain_ceiling(rules, irritability, assessment.facts)));
        bar.go_to = from + (calm ? rules.resting_persistent_low : 0);
        bar.slow_to = std::max(bar.go_to, from + rules.resting_stop_above - 1);
    } else {
        bar.go_to = pain_ceiling(rules, irritability, assessment.facts);
        bar.slow_to = bar.go_to + rules.slow_down;
    }
    const Values values = {
        {"go", number_text(bar.go_to)}, {"slow", number_text(bar.slow_to)}, {"stop", number_text(bar.slow_to + 1)}};
    bar.go = say.with("plan.pain.go", values);
    bar.slow_down = say.with("plan.pain.slow", values);
    bar.stop = say.with("plan.pain.stop", values);
    return bar;
}

}  // namespace detour
