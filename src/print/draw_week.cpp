// SPDX-License-Identifier: Apache-2.0
// The week as a table: a row an exercise, a box to tick on each day to do, a short dash on days of rest.
#include "print/blocks.h"
#include "print/signs.h"

#include <algorithm>

namespace detour {
namespace {

constexpr double day_mm = 11.57;
constexpr double disc_mm = 6.2;
constexpr double box_mm = 5.8;
constexpr double name_indent = disc_mm + 2.6;

double name_width(const BlockPlace& place) {
    return place.width - 7 * day_mm;
}

double draw_head(Canvas& canvas, const WeekTable& week, const BlockPlace& place) {
    const TextStyle style{type::label, true, ink, Align::left, 1};
    const auto row = canvas.tag("TR");
    double height = 0;
    {
        const auto cell = canvas.tag("TH", "", "Column");
        height = canvas.text(plain_text(week.head, style), {place.x + 1, place.y}, name_width(place) - 1);
    }
    auto centred = style;
    centred.align = Align::centre;
    for (std::size_t day = 0; day < week.days.size(); ++day) {
        const auto cell = canvas.tag("TH", "", "Column");
        const auto text = canvas.fitted_to(plain_text(week.days[day], centred), day_mm - 0.5, type::label);
        canvas.text(text, {place.x + name_width(place) + static_cast<double>(day) * day_mm, place.y}, day_mm);
    }
    canvas.line(
        {place.x, place.y + height + 0.8}, {place.x + place.width, place.y + height + 0.8}, accent, stroke::frame);
    return height + 0.8;
}

void draw_days(Canvas& canvas, const WeekTable& week, const WeekRow& row, Spot middle) {
    for (std::size_t day = 0; day < row.days.size(); ++day) {
        const auto cell = canvas.tag("TD");
        const Spot centre{middle.x + (static_cast<double>(day) + 0.5) * day_mm, middle.y};
        const auto figure = canvas.tag("Figure", row.days[day] ? week.box : week.rest);
        if (row.days[day]) {
            draw_tick_box(canvas, centre, box_mm);
        } else {
            canvas.line({centre.x - 1, centre.y}, {centre.x + 1, centre.y}, rule_grey, stroke::rule);
        }
    }
}

double draw_row_of_week(Canvas& canvas, const WeekTable& week, const WeekRow& row, const BlockPlace& place) {
    const double width = name_width(place) - name_indent - 2;
    const double least = week.rows.size() <= 3 ? squeezed(12.6, 10.4, place.tightness) : 10.4;
    const auto name =
        canvas.fitted_to(plain_text(row.name, {type::body, true, ink, Align::left, 1}), width, type::keeps);
    const auto dose =
        canvas.fitted_to(plain_text(row.dose, {type::dose_line, false, ink, Align::left, 1}), width, type::label);
    const double words = canvas.height_of(name, width) + canvas.height_of(dose, width);
    const double height = std::max(least, words + 1.2);
    const auto scope = canvas.tag("TR");
    {
        const auto cell = canvas.tag("TH", "", "Row");
        draw_number_disc(
            canvas, {place.x + 1 + disc_mm / 2, place.y + height / 2}, disc_mm, row.number, accent, paper_white);
        double y = place.y + (height - words) / 2;
        y += canvas.text(name, {place.x + 1 + name_indent, y}, width);
        canvas.text(dose, {place.x + 1 + name_indent, y}, width);
    }
    draw_days(canvas, week, row, {place.x + name_width(place), place.y + height / 2});
    canvas.line({place.x, place.y + height}, {place.x + place.width, place.y + height}, rule_grey, stroke::rule);
    return height;
}

}  // namespace

double draw(Canvas& canvas, const WeekTable& week, const BlockPlace& place) {
    const auto scope = canvas.tag("Table");
    auto row_place = place;
    row_place.y += draw_head(canvas, week, place);
    for (const auto& row : week.rows) {
        row_place.y += draw_row_of_week(canvas, week, row, row_place);
    }
    return row_place.y - place.y;
}

}  // namespace detour
