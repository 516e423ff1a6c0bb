// SPDX-License-Identifier: Apache-2.0
// On which days of the week each exercise is done: spread evenly, all within the patient's days.
#pragma once

#include "model/plan.h"

#include <vector>

namespace detour {

/// So many days of the week, 0 Monday to 6 Sunday, as even as can be.
std::vector<int> spread_over_week(int days);

/// Fills `days` of every exercise; none uses more than `days_per_week`.
void fill_week(Program& program);

}  // namespace detour
