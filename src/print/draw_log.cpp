// SPDX-License-Identifier: Apache-2.0
// Empty rows to fill in by hand; as many as the page holds.
#include "print/blocks.h"

#include <algorithm>

namespace detour {

double draw(Canvas& canvas, const LogTable& log, const BlockPlace& place) {
    constexpr double row_mm = 9.2;
    const auto widths = column_widths(log.weights, log.header.size(), place.width);
    RowStyle style;
    style.text = {type::label, true, ink, Align::left, 1};
    style.is_head = true;
    style.padding = 1.2;
    const auto scope = canvas.tag("Table");
    const double head = draw_row(canvas, log.header, widths, {place.x, place.y}, style);
    const int rows = std::max(log.least_rows, static_cast<int>((place.room - head) / row_mm));
    const double height = head + rows * row_mm;
    for (int row = 1; row <= rows; ++row) {
        const double y = place.y + head + row * row_mm;
        canvas.line({place.x, y}, {place.x + place.width, y}, rule_grey, stroke::rule);
    }
    double x = place.x;
    for (const auto width : widths) {
        canvas.line({x, place.y}, {x, place.y + height}, rule_grey, stroke::rule);
        x += width;
    }
    canvas.line({x, place.y}, {x, place.y + height}, rule_grey, stroke::rule);
    return height;
}

}  // namespace detour
