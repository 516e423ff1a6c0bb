// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace detour {

/// A field that the patient file left out and what was used instead.
struct DefaultUsed {
    std::string field;
    std::string value;
    bool operator==(const DefaultUsed&) const = default;
};

}  // namespace detour
