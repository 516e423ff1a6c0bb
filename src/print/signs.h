// SPDX-License-Identifier: Apache-2.0
// Signs as paths: the typefaces have no arrows, ticks, boxes or octagons.
#pragma once

#include "print/canvas.h"

namespace detour {

/// An octagon with a bar; `size` mm across.
void draw_stop_sign(Canvas& canvas, Spot centre, double size, Color fill, Color bar);
void draw_go_sign(Canvas& canvas, Spot centre, double size);
void draw_slow_sign(Canvas& canvas, Spot centre, double size);
/// A fat arrow in `area`, pointing right.
void draw_arrow_right(Canvas& canvas, const Area& area, Color color);
/// A thin arrow upwards from `foot`.
void draw_arrow_up(Canvas& canvas, Spot foot, double length, Color color);
void draw_tick_box(Canvas& canvas, Spot centre, double size);
/// A number in a disc; one text element with a space after the number, so that it does not run into the next word.
void draw_number_disc(Canvas& canvas, Spot centre, double diameter, int number, Color disc, Color digit);

}  // namespace detour
