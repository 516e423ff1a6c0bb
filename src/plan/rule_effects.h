// SPDX-License-Identifier: Apache-2.0
// Every rule is asked once for a patient: which hold, which cannot be answered. All later steps read this outcome.
#pragma once

#include "model/catalogue.h"
#include "model/patient.h"

#include <vector>

namespace detour {

struct FiredRule {
    const Rule* rule = nullptr;
    bool is_assumed = false;  ///< its answer is unknown and the rule says to apply it then
};

struct RuleOutcome {
    std::vector<FiredRule> fired;         ///< in the order of the rules, which is by id
    std::vector<const Rule*> unanswered;  ///< must be asked; of the red flags one for each flag
    std::vector<const Rule*> cleared;     ///< flags that somebody examined and cleared: they caution only
    std::vector<const Rule*> explained;   ///< flags that a recorded condition accounts for: they caution only
};

/// The result points into `catalogue`.
RuleOutcome evaluate_rules(const Catalogue& catalogue, const Patient& patient, const Facts& facts);

/// The patient as of the latest visit: answers of the visits on top, conditions that follow from comorbidities added.
Patient as_of_latest_visit(const Patient& patient, const Catalogue& catalogue);

/// Adds the conditions that fired rules name; true if any was new.
bool add_conditions(Patient& patient, const RuleOutcome& outcome, const Catalogue& catalogue);

}  // namespace detour
