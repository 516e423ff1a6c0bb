// SPDX-License-Identifier: Apache-2.0
// What must be asked before the plan is used: unanswered flags first, then doubts of the file, then what would narrow
// it.
#pragma once

#include "plan/assessment.h"

#include <vector>

namespace detour {

std::vector<Question> find_questions(const Assessment& assessment);

}  // namespace detour
