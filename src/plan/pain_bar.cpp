// SPDX-License-Identifier: Apache-2.0
#include "plan/pain_bar.h"

#include "base/text.h"

#include <algorithm>
#include <cmath>

namespace detour {

PainBar find_pain_bar(const Assessment& assessment) {
    const auto& rules = assessment.catalogue().rules.pain;
    const auto irritability = assessment.dose_irritability();
    const auto& say = assessment.say;
    const auto& pain = assessment.patient.pain;
    const auto resting = static_cast<int>(std::ceil(std::max(pain.now.value_or(0), pain.leg_now.value_or(0))));
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
        bar.go_to = resting + (calm ? rules.resting_persistent_low : 0);
        bar.slow_to = std::max(bar.go_to, resting + rules.resting_stop_above - 1);
    } else {
        bar.go_to = rules.ceiling[irritability];
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
