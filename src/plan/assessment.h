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
    DoseLimits limits;                    ///< of all rules that hold, the strictest; for all exercises
    Stage stage = Stage::persistent;      ///< the earliest of the conditions
    double resting_at_start = 0;          ///< pain at rest, back or leg, before any visit

    const Catalogue& catalogue() const { return knowledge->catalogue; }
    Irritability dose_irritability() const { return irritability.for_dose(catalogue().rules.dose); }
};

/// The limits for one exercise: the general ones and those of rules that name it.
DoseLimits limits_for(const Assessment& assessment, ExerciseId exercise);

Assessment assess(const Patient& patient, const Knowledge& knowledge);

}  // namespace detour
