// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace detour {

/// Low and high of a dose quantity; equal when there is one number.
struct Range {
    double low = 0;
    double high = 0;
    bool operator==(const Range&) const = default;
};

}  // namespace detour
