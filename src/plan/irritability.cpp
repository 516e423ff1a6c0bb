// SPDX-License-Identifier: Apache-2.0
#include "plan/irritability.h"

namespace detour {

IrritabilityFound find_irritability(const Patient& patient, const RuleOutcome& outcome) {
    IrritabilityFound found;
    found.word = patient.irritability;
    for (const auto& fired : outcome.fired) {
        const auto& given = fired.rule->then.irritability;
        if (fired.rule->kind == RuleKind::irritability && given && (!found.computed || *given > *found.computed)) {
            found.computed = given;
            found.rule = fired.rule->id;
        }
    }
    return found;
}

}  // namespace detour
