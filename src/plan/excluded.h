// SPDX-License-Identifier: Apache-2.0
// The exercises that were left out, nearest to the lost activity first, each with its first reason.
#pragma once

#include "plan/admissible.h"

#include <utility>
#include <vector>

namespace detour {

struct LeftOut {
    std::vector<Excluded> nearest;
    std::vector<std::pair<ExcludedKind, int>> counts;  ///< over the whole catalogue
};

LeftOut find_left_out(const Assessment& assessment, bool all);

}  // namespace detour
