// SPDX-License-Identifier: Apache-2.0
// A text as it was drawn: where, how large. For tests of the layout.
#pragma once

#include <string>

namespace detour {

/// Millimetres from the top left of the page.
struct Area {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    bool operator==(const Area&) const = default;
};

struct DrawnText {
    int page = 0;
    Area area;
    double size_pt = 0;
    std::string text;
    bool operator==(const DrawnText&) const = default;
};

}  // namespace detour
