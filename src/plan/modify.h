// SPDX-License-Identifier: Apache-2.0
// Keeping the activity in a lighter form: less of it, then a lighter level. First offer at low irritability only; a
// daily task that cannot be dropped always gets its least-load form.
#pragma once

#include "plan/alternatives.h"

#include <vector>

namespace detour {

std::vector<Alternative>
find_modifications(const Assessment& assessment, const Aggravation& aggravation, const CulpritsFound& culprits);

/// "4 min easy, 2 min hard, 5 times".
std::string intervals_text(const Say& say, const std::vector<double>& intervals);

}  // namespace detour
