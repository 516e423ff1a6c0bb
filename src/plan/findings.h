// SPDX-License-Identifier: Apache-2.0
// What the therapist should know beside the plan: history that does not fit, differences, overrides; and the three
// causes of pain with an activity, each checked: technique, an unsuited exercise, another condition.
#pragma once

#include "plan/assessment.h"

#include <vector>

namespace detour {

std::vector<Finding> find_findings(const Assessment& assessment);

/// The three causes for one activity, always three.
std::vector<Finding> three_causes(const Assessment& assessment, const CulpritsFound& culprits);

/// Common faults of the activity's family, each with what to try.
std::vector<std::string> technique_of(const Assessment& assessment, ExerciseId activity);

}  // namespace detour
