// SPDX-License-Identifier: Apache-2.0
// How much pain is acceptable while moving (data/rules/pain.yaml): the bar on the handout.
#pragma once

#include "plan/assessment.h"

namespace detour {

PainBar find_pain_bar(const Assessment& assessment);

}  // namespace detour
