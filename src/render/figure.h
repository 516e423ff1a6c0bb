// SPDX-License-Identifier: Apache-2.0
// Draws an exercise from its pose data.
#pragma once

#include "model/figure.h"
#include "render/drawing.h"

#include <string>
#include <vector>

namespace detour {

/// One drawing a frame, all on one scale: 1 unit = 1/100 of stature. The frames of a row share top and floor, those
/// of a column their left and right edge, so that what stays in place stays in place. Pure: the same data gives the
/// same drawing.
std::vector<Drawing> draw_figure(const Figure& figure);

/// What a reader of the figure would see wrong: joints out of range, ink below the floor, hands that do not reach,
/// too large a picture, names that do not exist. Empty for a sound figure.
std::vector<std::string> figure_problems(const Figure& figure);

}  // namespace detour
