// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/plan.h"

#include <string>
#include <vector>

namespace detour {

/// One reason against an exercise, with the rule, figures and sources behind it.
struct Objection {
    ExcludedKind kind = ExcludedKind::load;
    std::string rule;
    std::string reason;
    std::vector<std::string> sources;
    bool is_barred = true;  ///< false: it may be done, but it is no substitute (the same movement, a sport, a task)
    bool operator==(const Objection&) const = default;
};

}  // namespace detour
