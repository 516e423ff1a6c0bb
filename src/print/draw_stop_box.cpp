// SPDX-License-Identifier: Apache-2.0
// Warning signs in a heavy frame: what is told apart from the rest even in grey, at arm's length.
#include "print/blocks.h"
#include "print/signs.h"

#include <algorithm>

namespace detour {
namespace {

constexpr double bar_mm = 9.5;
constexpr double padding = 4;
constexpr double gap = 6;

double draw_group(Canvas& canvas, const StopBox::Group& group, Spot at, double width) {
    constexpr double indent = 4;
    constexpr double bullet = 1.5;
    double y = at.y;
    y += canvas.tagged("P", plain_text(group.lead, {type::body, true, stop_red, Align::left, 1}), {at.x, y}, width) +
         0.8;
    const TextStyle style{type::body, false, ink, Align::left, 1.04};
    const auto list = canvas.tag("L");
    for (const auto& item : group.items) {
        const auto scope = canvas.tag("LI");
        canvas.box({at.x + 0.5, y + 2, bullet, bullet}, {ink, std::nullopt});
        y += canvas.tagged("LBody", plain_text(item, style), {at.x + indent, y}, width - indent) + 0.4;
    }
    return y - at.y;
}

/// The column of the first group is wider: it holds what matters most.
double draw_groups(Canvas& canvas, const StopBox& box, const BlockPlace& place) {
    const double inner = place.width - 2 * padding;
    if (box.groups.size() == 1) {
        return draw_group(canvas, box.groups.front(), {place.x + padding, place.y}, inner);
    }
    double x = place.x + padding;
    double height = 0;
    const auto others = static_cast<double>(std::max<std::size_t>(box.groups.size(), 2) - 1);
    const double first = (inner - gap * others) * 0.54;
    const double other = (inner - gap * others - first) / others;
    for (std::size_t i = 0; i < box.groups.size(); ++i) {
        const double width = i == 0 ? first : other;
        height = std::max(height, draw_group(canvas, box.groups[i], {x, place.y}, width));
        x += width + gap;
    }
    const double rule = place.x + padding + first + gap / 2;
    canvas.line({rule, place.y}, {rule, place.y + height}, rule_grey, stroke::rule);
    return height;
}

}  // namespace

double draw(Canvas& canvas, const StopBox& box, const BlockPlace& place) {
    Canvas measuring(canvas.layouts());
    const BlockPlace inside{place.x, place.y + bar_mm + 2.2, place.width, place.kind, place.tightness, 0};
    double height = bar_mm + 2.2 + draw_groups(measuring, box, inside);
    const auto note = plain_text(box.note, {type::body, true, ink, Align::left, 1.04});
    const double note_y = place.y + height + 0.8;
    if (!box.note.empty()) {
        height += 0.8 + canvas.height_of(note, place.width - 2 * padding);
    }
    height += 2;
    const Area frame{place.x, place.y, place.width, height};
    canvas.box(frame, {paper_white, std::nullopt}, corner_mm);
    canvas.top_bar({place.x, place.y, place.width, bar_mm}, stop_red, corner_mm);
    canvas.box(frame, {std::nullopt, stop_red, stroke::stop}, corner_mm);
    draw_stop_sign(canvas, {place.x + padding + 3, place.y + bar_mm / 2}, 6, paper_white, stop_red);
    const auto title = plain_text(box.title, {type::section, true, paper_white, Align::left, 1});
    canvas.tagged("H2",
                  title,
                  {place.x + padding + 9, place.y + (bar_mm - canvas.height_of(title, place.width)) / 2},
                  place.width - padding - 12);
    draw_groups(canvas, box, inside);
    if (!box.note.empty()) {
        canvas.tagged("P", note, {place.x + padding, note_y}, place.width - 2 * padding);
    }
    return height;
}

}  // namespace detour
