// SPDX-License-Identifier: Apache-2.0
// How much pain is acceptable while moving (data/rules/pain.yaml): the bar on the handout.
#pragma once

#include "plan/assessment.h"

namespace detour {

/// The highest pain in GO for somebody whose pain at rest is low: by irritability, lowered by what `facts` say.
int pain_ceiling(const PainRules& rules, Irritability irritability, const Facts& facts);

PainBar find_pain_bar(const Assessment& assessment);

}  // namespace detour
