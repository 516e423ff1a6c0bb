// SPDX-License-Identifier: Apache-2.0
// One frame, drawn but not yet cut out: for the drawing and for the check of the data.
#pragma once

#include "render/figure_stage.h"

namespace detour {

struct DrawnFrame {
    Posed posed;
    std::vector<Shape> shapes;  ///< stature = 1, y up; widths in 1/100 stature
    std::vector<std::string> unknown;
    Extent extent;  ///< of the ink
};

DrawnFrame draw_frame(const Figure& figure, const Frame& frame);

}  // namespace detour
