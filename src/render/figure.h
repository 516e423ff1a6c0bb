// SPDX-License-Identifier: Apache-2.0
// Draws an exercise from its pose data.
#pragma once

#include "model/figure.h"
#include "render/drawing.h"

#include <vector>

namespace detour {

/// One drawing a frame, all on one scale: 1 unit = 1/100 of stature. Pure: the same data gives the same drawing.
std::vector<Drawing> draw_figure(const Figure& figure);

}  // namespace detour
