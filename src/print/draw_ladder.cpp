// SPDX-License-Identifier: Apache-2.0
// The way back: today's rung at the bottom, each further one set in to the right, an arrow between.
#include "base/text.h"
#include "print/blocks.h"
#include "print/signs.h"

#include <algorithm>

namespace detour {
namespace {

constexpr double inset_mm = 7;
constexpr double gap_mm = 3;
constexpr double padding = 2;

double rung_inset(const Ladder& ladder, std::size_t rung) {
    const double steps = static_cast<double>(std::max<std::size_t>(ladder.rungs.size(), 2) - 1);
    return static_cast<double>(rung) * std::min(inset_mm, 35 / steps);
}

double draw_rung_text(Canvas& canvas, const Ladder::Rung& rung, const std::string& here, const Area& area) {
    const Color color = rung.here ? paper_white : ink;
    const double width = area.width - 2 * padding;
    double y = area.y + padding * 0.7;
    const double here_width = rung.here ? canvas.width_of(plain_text(here, {type::body, true})) + 6 : 0;
    const auto scope = canvas.tag("LBody");
    const auto name = canvas.fitted_to(
        plain_text(number_text(rung.number) + ".  " + rung.name, {type::body, true, color, Align::left, 1}),
        width - here_width,
        type::keeps);
    if (rung.here) {
        canvas.tagged("P",
                      plain_text(here, {type::body, true, color, Align::right, 1}),
                      {area.x + area.width - padding - here_width, y},
                      here_width);
    }
    y += canvas.tagged("P", name, {area.x + padding, y}, width - here_width);
    const TextStyle detail{type::body, false, color, Align::left, 1};
    if (!rung.dose.empty()) {
        y += canvas.tagged("P", plain_text(rung.dose, detail), {area.x + padding, y}, width);
    }
    if (!rung.move_here.empty()) {
        y += canvas.tagged("P", plain_text(rung.move_here, detail), {area.x + padding, y}, width);
    }
    return y - area.y + padding * 0.7;
}

}  // namespace

double draw(Canvas& canvas, const Ladder& ladder, const BlockPlace& place) {
    Canvas measuring(canvas.layouts());
    double y = place.y;
    const auto list = canvas.tag("L");
    for (std::size_t i = ladder.rungs.size(); i-- > 0;) {
        const auto& rung = ladder.rungs[i];
        const double inset = rung_inset(ladder, i) + (rung.here ? 0 : 4);
        const double width = place.width - inset;
        const double height = std::max(10.0, draw_rung_text(measuring, rung, ladder.here, {0, 0, width, 0}));
        const Area area{place.x + inset, y, width, height};
        const auto item = canvas.tag("LI");
        canvas.box(
            area, rung.here ? Ink{accent, accent, stroke::frame} : Ink{paper_white, accent, stroke::frame}, corner_mm);
        draw_rung_text(canvas, rung, ladder.here, area);
        if (i > 0) {
            draw_arrow_up(canvas, {place.x + inset - 2.2, y + height + gap_mm}, gap_mm + height / 2, accent);
        }
        y += height + (i > 0 ? gap_mm : 0);
    }
    return y - place.y;
}

}  // namespace detour
