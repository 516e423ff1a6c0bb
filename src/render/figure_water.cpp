// SPDX-License-Identifier: Apache-2.0
// Water over the body, and the foam noodle that floats on it.
#include "render/figure_stage.h"

#include <cmath>
#include <numbers>

namespace detour {
namespace {

namespace color = figure_color;

std::vector<Point> wave(double left, double right, double height, double swing) {
    std::vector<Point> line;
    const int pieces = static_cast<int>(std::ceil((right - left) / 0.02));
    for (int at = 0; at <= pieces; ++at) {
        const double x = left + (right - left) * at / pieces;
        line.push_back({x, height + swing * std::sin((x - left) * 2 * std::numbers::pi / 0.16)});
    }
    return line;
}

/// `ripples`: height, left and right end, three numbers each.
void draw_pool(Stage& stage, const Prop& prop) {
    const auto x = numbers_of(prop, "x");
    const double left = x.empty() ? -0.5 : x[0];
    const double right = x.size() < 2 ? 0.5 : x[1];
    const double surface = number_or(prop, "y", 0.72);
    auto body = wave(left, right, surface, 0.008);
    body.push_back({right, number_or(prop, "bottom", 0)});
    body.push_back({left, number_or(prop, "bottom", 0)});
    Steps tint;
    add_polygon(tint, body);
    fill(stage, tint, color::water);
    Steps line;
    add_line(line, wave(left, right, surface, 0.008));
    stroke(stage, line, color::accent, 1.3);
    const auto ripples = numbers_of(prop, "ripples");
    Steps white;
    for (std::size_t at = 0; at + 2 < ripples.size(); at += 3) {
        add_line(white, wave(ripples[at + 1], ripples[at + 2], ripples[at], 0.006));
    }
    stroke(stage, white, color::skin, 0.9);
}

}  // namespace

bool draw_water(Stage& stage, const Prop& prop) {
    if (prop.type == "water") {
        draw_pool(stage, prop);
    } else if (prop.type == "noodle") {
        Steps steps;
        add_line(steps, {point_of(stage, prop, "from"), point_of(stage, prop, "to")});
        stroke(stage, steps, color::prop_dark, 7);
    } else {
        return false;
    }
    return true;
}

}  // namespace detour
