// SPDX-License-Identifier: Apache-2.0
// The knowledge base that was checked and packed into the program when it was built.
#pragma once

#include "plan/planner.h"

#include <memory>

namespace detour {

/// Unpacked and made into a graph; one for the process, shared by all that plan.
std::shared_ptr<const Knowledge> built_in_knowledge();

}  // namespace detour
