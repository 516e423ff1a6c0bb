// SPDX-License-Identifier: Apache-2.0
// What a body stands, sits, lies or leans on.
#include "render/figure_stage.h"

#include <algorithm>

namespace detour {
namespace {

namespace color = figure_color;

struct Span {
    double low = 0;
    double high = 0;
};

Span span_of(const Prop& prop, const std::string& name, Span otherwise) {
    const auto numbers = numbers_of(prop, name);
    return numbers.size() < 2 ? otherwise : Span{numbers[0], numbers[1]};
}

Steps rectangle(Span x, Span y) {
    Steps steps;
    add_polygon(steps, {{x.low, y.low}, {x.high, y.low}, {x.high, y.high}, {x.low, y.high}});
    return steps;
}

void draw_block(Stage& stage, Span x, Span y, Color tint) {
    outline(stage, rectangle(x, y), tint, color::ink, figure_line::prop);
}

void draw_bar(Stage& stage, Point from, Point to, double width) {
    Steps steps;
    add_line(steps, {from, to});
    stroke(stage, steps, color::prop_dark, width);
}

/// Level, or sloping from y[0] to y[1] as the top of a hill.
void draw_ground(Stage& stage, const Prop& prop) {
    const auto x = span_of(prop, "x", {-0.4, 0.4});
    const auto y = span_of(prop, "y", {0, 0});
    if (prop.lists.contains("y")) {
        Steps hill;
        add_polygon(hill, {{x.low, y.low}, {x.high, y.high}, {x.high, -0.03}, {x.low, -0.03}});
        fill(stage, hill, color::prop_light);
    }
    if (number_or(prop, "hatch", 0) > 0) {
        Steps lines;
        for (double at = x.low + 0.02; at < x.high; at += 0.05) {
            add_line(lines, {{at, -0.008}, {at - 0.02, -0.034}});
        }
        stroke(stage, lines, color::prop_dark, 0.7);
    }
    Steps line;
    add_line(line, {{x.low, y.low - 0.006}, {x.high, y.high - 0.006}});
    stroke(stage, line, color::ink, figure_line::ground);
}

void draw_chair(Stage& stage, const Prop& prop) {
    const double facing = number_or(prop, "facing", 1);
    const double back = number_or(prop, "x", 0);
    const double front = back + facing * number_or(prop, "depth", 0.25);
    const double seat = number_or(prop, "seat", 0.27);
    const double floor = number_or(prop, "y0", 0);
    draw_bar(stage, {back + facing * 0.02, seat - 0.02}, {back - facing * 0.012, floor + 0.008}, 2.2);
    draw_bar(stage, {front - facing * 0.02, seat - 0.02}, {front + facing * 0.008, floor + 0.008}, 2.2);
    if (number_or(prop, "back", 1) > 0) {
        draw_bar(stage,
                 {back + facing * 0.01, seat},
                 {back - facing * 0.045, seat + number_or(prop, "back_height", 0.26)},
                 2.6);
    }
    draw_block(stage, {std::min(back, front), std::max(back, front)}, {seat - 0.028, seat}, color::prop_mid);
}

void draw_table(Stage& stage, const Prop& prop) {
    const auto x = span_of(prop, "x", {0, 0.5});
    const double top = number_or(prop, "h", 0.42);
    const double inset = number_or(prop, "inset", 0.03);
    draw_bar(stage, {x.low + inset, top - 0.02}, {x.low + inset, 0.008}, 2.4);
    draw_bar(stage, {x.high - inset, top - 0.02}, {x.high - inset, 0.008}, 2.4);
    draw_block(stage, x, {top - number_or(prop, "thick", 0.028), top}, color::prop_mid);
}

/// Steps that rise to the right: n of them, each `run` long and `rise` high.
void draw_stairs(Stage& stage, const Prop& prop) {
    const int count = static_cast<int>(number_or(prop, "n", 3));
    const double run = number_or(prop, "run", 0.17);
    const double rise = number_or(prop, "rise", 0.1);
    const double start = number_or(prop, "x", 0);
    std::vector<Point> corners = {{start, 0}};
    for (int at = 0; at < count; ++at) {
        corners.push_back({start + run * at, rise * (at + 1)});
        corners.push_back({start + run * (at + 1), rise * (at + 1)});
    }
    corners.push_back({start + run * count, 0});
    Steps steps;
    add_polygon(steps, corners);
    outline(stage, steps, color::prop_light, color::ink, figure_line::prop);
}

/// A wall seen edge on, hatched on the side away from the person.
void draw_wall(Stage& stage, const Prop& prop) {
    const double x = number_or(prop, "x", 0.4);
    const double height = number_or(prop, "h", 1.05);
    const double away = number_or(prop, "away", 1);
    Steps lines;
    for (double at = 0.03; at < height; at += 0.06) {
        add_line(lines, {{x + away * 0.004, at}, {x + away * 0.034, at + 0.03}});
    }
    stroke(stage, lines, color::prop_mid, 0.9);
    draw_bar(stage, {x, 0}, {x, height}, 2);
}

/// `at`: its middle; `size`: length and thickness.
void draw_pillow(Stage& stage, const Prop& prop) {
    const auto size = span_of(prop, "size", {0.2, 0.06});
    Steps steps;
    const double axis = 90 + number_or(prop, "turn", 0);
    const auto centre = point_of(stage, prop, "at");
    const auto end = along(axis) * (size.low / 2 - size.high / 2);
    add_capsule(steps, {centre - end, size.high / 2}, {centre + end, size.high / 2});
    outline(stage, steps, tone_of(prop, color::prop_light), color::ink, figure_line::prop);
}

void draw_bed(Stage& stage, const Prop& prop) {
    const auto x = span_of(prop, "x", {-0.6, 0.6});
    draw_bar(stage, {x.low + 0.04, -0.06}, {x.low + 0.04, -0.16}, 3);
    draw_bar(stage, {x.high - 0.04, -0.06}, {x.high - 0.04, -0.16}, 3);
    draw_block(stage, x, {-0.07, 0}, color::prop_light);
}

}  // namespace

bool draw_furniture(Stage& stage, const Prop& prop) {
    if (prop.type == "ground") {
        draw_ground(stage, prop);
    } else if (prop.type == "mat") {
        draw_block(stage, span_of(prop, "x", {-0.6, 0.6}), {-0.028, -0.004}, color::prop_mid);
    } else if (prop.type == "box" || prop.type == "step" || prop.type == "bench") {
        draw_block(stage,
                   span_of(prop, "x", {0, 0.3}),
                   {number_or(prop, "y0", 0), number_or(prop, "h", 0.1)},
                   tone_of(prop, color::prop_mid));
    } else if (prop.type == "block") {
        draw_block(stage, span_of(prop, "x", {0, 0.1}), span_of(prop, "y", {0, 0.1}), tone_of(prop, color::prop_light));
    } else if (prop.type == "chair") {
        draw_chair(stage, prop);
    } else if (prop.type == "table" || prop.type == "desk") {
        draw_table(stage, prop);
    } else if (prop.type == "stairs") {
        draw_stairs(stage, prop);
    } else if (prop.type == "wall") {
        draw_wall(stage, prop);
    } else if (prop.type == "pillow") {
        draw_pillow(stage, prop);
    } else if (prop.type == "bed") {
        draw_bed(stage, prop);
    } else {
        return false;
    }
    return true;
}

}  // namespace detour
