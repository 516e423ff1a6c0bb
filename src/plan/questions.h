// SPDX-License-Identifier: Apache-2.0
// What must be asked before the plan is used: unanswered flags first, then doubts of the file, then what would narrow
// it.
#pragma once

#include "plan/assessment.h"

#include <vector>

namespace detour {

/// The questions of rules alone: what cannot be answered, and what a rule that holds asks.
std::vector<Question> find_rule_questions(const Assessment& assessment);

std::vector<Question> find_questions(const Assessment& assessment);

}  // namespace detour
