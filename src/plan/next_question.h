// SPDX-License-Identifier: Apache-2.0
// The question from history that would split the possible culprits most evenly (data/rules/probes.yaml).
#pragma once

#include "plan/assessment.h"

#include <optional>

namespace detour {

/// Nothing while at most one culprit is possible, or no probe parts them.
std::optional<Question> next_question(const Assessment& assessment);

}  // namespace detour
