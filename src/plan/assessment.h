// SPDX-License-Identifier: Apache-2.0
// What is known of one patient before any exercise is looked at: rules, bars, tolerance, culprits. Every later step,
// and `explain`, reads this one value.
#pragma once

#include "plan/culprits.h"
#include "plan/knowledge.h"

#include <vector>

namespace detour {

/// Points into the knowledge, which must live longer.
struct Assessment {
    const Knowledge* knowledge = nullptr;
    Say say;
    Patient patient;  ///< as of the latest visit
    Facts facts;
    IrritabilityFound irritability;
    RuleOutcome rules;
    Bars bars;
    Tolerance tolerance;
    std::vector<CulpritsFound> culprits;  ///< one for each aggravating activity
    DoseLimits limits;                    ///< of all rules that hold, the strictest
    Stage stage = Stage::persistent;      ///< the earliest of the conditions

    const Catalogue& catalogue() const { return knowledge->catalogue; }
    Irritability dose_irritability() const { return irritability.for_dose(catalogue().rules.dose); }
};

Assessment assess(const Patient& patient, const Knowledge& knowledge);

}  // namespace detour
