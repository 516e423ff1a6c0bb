// SPDX-License-Identifier: Apache-2.0
// How much pain is OK: eleven cells in three patterns (white, hatched, solid), so that it reads in grey; below, a sign,
// a word and a sentence for each zone.
#include "base/text.h"
#include "print/blocks.h"
#include "print/signs.h"

#include <algorithm>
#include <array>

namespace detour {
namespace {

constexpr int cells = 11;
constexpr double bar_mm = 8;

void draw_cell(Canvas& canvas, const PainScale& scale, int number, const Area& area) {
    const bool stops = number > scale.slow_to;
    canvas.box(area, {stops ? stop_red : paper_white, std::nullopt});
    if (number > scale.go_to && !stops) {
        canvas.hatch(area, rule_grey);
        canvas.circle({area.x + area.width / 2, area.y + area.height / 2}, 2.9, {paper_white, std::nullopt});
    }
    const auto text =
        plain_text(number_text(number) + " ", {type::strong, true, stops ? paper_white : ink, Align::left, 1});
    const double width = canvas.width_of(plain_text(number_text(number), text.style));
    canvas.text(text,
                {area.x + (area.width - width) / 2, area.y + (area.height - canvas.height_of(text, area.width)) / 2},
                area.width);
}

void draw_bar(Canvas& canvas, const PainScale& scale, const BlockPlace& place) {
    const auto scope = canvas.tag("Figure", scale.alt);
    const double width = place.width / cells;
    for (int i = 0; i < cells; ++i) {
        draw_cell(canvas, scale, i, {place.x + i * width, place.y, width, bar_mm});
    }
    const Ink frame{std::nullopt, ink, stroke::frame};
    canvas.box({place.x, place.y, place.width, bar_mm}, frame);
    for (const int last : {scale.go_to, scale.slow_to}) {
        const double x = place.x + (last + 1) * width;
        canvas.line({x, place.y}, {x, place.y + bar_mm}, ink, stroke::frame);
    }
}

using DrawSign = void (*)(Canvas&, Spot);

double draw_zone(Canvas& canvas, const PainScale::Zone& zone, DrawSign sign, Spot at, double width) {
    constexpr double sign_mm = 6;
    constexpr double indent = sign_mm + 2;
    const TextStyle head{type::strong, true, ink, Align::left, 1};
    sign(canvas, {at.x + sign_mm / 2, at.y + 3});
    const double head_height =
        canvas.tagged("P", plain_text(zone.head, head), {at.x + indent, at.y + 0.4}, width - indent);
    const double top = std::max(sign_mm, head_height) + 1;
    return top + canvas.tagged("P", plain_text(zone.text), {at.x, at.y + top}, width);
}

}  // namespace

double draw(Canvas& canvas, const PainScale& scale, const BlockPlace& place) {
    constexpr double gap = 5;
    draw_bar(canvas, scale, place);
    const double width = (place.width - 2 * gap) / 3;
    const double y = place.y + bar_mm + 2;
    constexpr double size = 6;
    const DrawSign go = [](Canvas& target, Spot centre) { draw_go_sign(target, centre, size); };
    const DrawSign slow = [](Canvas& target, Spot centre) { draw_slow_sign(target, centre, size); };
    const DrawSign stop = [](Canvas& target, Spot centre) {
        draw_stop_sign(target, centre, size, stop_red, paper_white);
    };
    const bool slows = !scale.slow_down.head.empty();
    double height = draw_zone(canvas, scale.go, go, {place.x, y}, width);
    if (slows) {
        height = std::max(height, draw_zone(canvas, scale.slow_down, slow, {place.x + width + gap, y}, width));
    }
    const double stop_x = place.x + (slows ? 2 : 1) * (width + gap);
    height = std::max(height, draw_zone(canvas, scale.stop, stop, {stop_x, y}, place.x + place.width - stop_x));
    height += bar_mm + 2;
    if (!scale.note.empty()) {
        auto style = body_style(place.kind);
        style.bold = true;
        height +=
            1.2 + canvas.tagged("P", plain_text(scale.note, style), {place.x, place.y + height + 1.2}, place.width);
    }
    return height;
}

}  // namespace detour
