// SPDX-License-Identifier: Apache-2.0
// What the visits tell, as facts for the rules of progression. The log says what was done since the visit before.
#pragma once

#include "model/patient.h"

namespace detour {

/// `at_start` is the patient as the file has it, before its visits are laid over it. Nothing without a visit.
void add_visit_facts(Facts& facts,
                     const Patient& at_start,
                     const Catalogue& catalogue,
                     std::optional<Irritability> irritability);

}  // namespace detour
