// SPDX-License-Identifier: Apache-2.0
#include "print/signs.h"

#include "base/text.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace detour {
namespace {

std::vector<Spot> octagon(Spot centre, double size) {
    std::vector<Spot> corners;
    const double radius = size / 2 / std::cos(std::numbers::pi / 8);
    for (int i = 0; i < 8; ++i) {
        const double angle = std::numbers::pi / 8 + i * std::numbers::pi / 4;
        corners.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
    }
    return corners;
}

}  // namespace

void draw_stop_sign(Canvas& canvas, Spot centre, double size, Color fill, Color bar) {
    canvas.polygon(octagon(centre, size), {fill, std::nullopt});
    const double half = size * 0.29;
    canvas.box({centre.x - half, centre.y - size * 0.09, 2 * half, size * 0.18}, {bar, std::nullopt});
}

void draw_go_sign(Canvas& canvas, Spot centre, double size) {
    canvas.circle(centre, size / 2, {paper_white, ink, stroke::frame});
    canvas.polyline({{centre.x - size * 0.24, centre.y + size * 0.02},
                     {centre.x - size * 0.06, centre.y + size * 0.2},
                     {centre.x + size * 0.26, centre.y - size * 0.2}},
                    ink,
                    stroke::frame * 1.4);
}

void draw_slow_sign(Canvas& canvas, Spot centre, double size) {
    const double half = size * 0.55;
    canvas.polygon({{centre.x, centre.y - size * 0.5},
                    {centre.x + half, centre.y + size * 0.45},
                    {centre.x - half, centre.y + size * 0.45}},
                   {paper_white, ink, stroke::frame});
    canvas.line({centre.x, centre.y - size * 0.15}, {centre.x, centre.y + size * 0.15}, ink, stroke::frame * 1.3);
    canvas.circle({centre.x, centre.y + size * 0.31}, size * 0.05, {ink, std::nullopt});
}

void draw_arrow_right(Canvas& canvas, const Area& area, Color color) {
    const double middle = area.y + area.height / 2;
    const double shaft = area.height * 0.2;
    const double neck = area.x + area.width * 0.5;
    canvas.polygon({{area.x, middle - shaft},
                    {neck, middle - shaft},
                    {neck, area.y},
                    {area.x + area.width, middle},
                    {neck, area.y + area.height},
                    {neck, middle + shaft},
                    {area.x, middle + shaft}},
                   {color, std::nullopt});
}

void draw_arrow_up(Canvas& canvas, Spot foot, double length, Color color) {
    constexpr double head = 1.3;
    const double tip = foot.y - length;
    canvas.line(foot, {foot.x, tip + head}, color, stroke::stop);
    canvas.polygon({{foot.x, tip}, {foot.x + head, tip + 2 * head}, {foot.x - head, tip + 2 * head}},
                   {color, std::nullopt});
}

void draw_tick_box(Canvas& canvas, Spot centre, double size) {
    canvas.box({centre.x - size / 2, centre.y - size / 2, size, size}, {paper_white, ink, stroke::frame}, 0.8);
}

void draw_number_disc(Canvas& canvas, Spot centre, double diameter, int number, Color disc, Color digit) {
    canvas.circle(centre, diameter / 2, {disc, std::nullopt});
    const double size_pt = std::max(diameter / mm_per_point * 0.68, type::label);
    const auto text = plain_text(number_text(number) + " ", {size_pt, true, digit, Align::left, 1});
    const double width = canvas.width_of(plain_text(number_text(number), text.style));
    canvas.text(text, {centre.x - width / 2, centre.y - canvas.height_of(text, diameter) / 2}, diameter);
}

}  // namespace detour
