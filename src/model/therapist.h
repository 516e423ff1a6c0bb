// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace detour {

/// Who made the plan; printed in the heads of the handout.
struct Therapist {
    std::string name;
    std::string clinic;
    std::string phone;
    std::string message;
    bool operator==(const Therapist&) const = default;
};

}  // namespace detour
