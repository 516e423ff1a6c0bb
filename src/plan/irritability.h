// SPDX-License-Identifier: Apache-2.0
// How easily the back is provoked and how slowly it settles: the therapist's word, else the rules', else not known.
// Not known takes moderate caps and the doses of the high row.
#pragma once

#include "plan/rule_effects.h"

#include <optional>
#include <string>

namespace detour {

struct IrritabilityFound {
    std::optional<Irritability> word;      ///< the therapist's
    std::optional<Irritability> computed;  ///< the highest that a rule gives
    std::string rule;                      ///< that rule's id

    std::optional<Irritability> known() const { return word ? word : computed; }
    Irritability for_caps() const { return known().value_or(Irritability::moderate); }
    Irritability for_dose(const DoseRules& rules) const { return known().value_or(rules.unknown_irritability); }
    bool differs() const { return word && computed && *word != *computed; }
};

IrritabilityFound find_irritability(const Patient& patient, const RuleOutcome& outcome);

}  // namespace detour
