// SPDX-License-Identifier: Apache-2.0
// The part of the clinician sheet about one aggravating activity.
#pragma once

#include "model/plan.h"
#include "render/document.h"
#include "render/sheet_words.h"

namespace detour {

/// The activity's loads beside those of its alternatives, culprits first, with the limits.
void add_loads(Section& sheet, const Substitution& substitution, const Plan& plan, const SheetWords& words);
/// Why these, what to modify first, the three causes.
void add_reasons(Section& sheet, const Substitution& substitution, const SheetWords& words);
/// The stages back with what each adds in load.
void add_return_path(Section& sheet, const Substitution& substitution, const SheetWords& words);

}  // namespace detour
