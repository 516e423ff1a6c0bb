// SPDX-License-Identifier: Apache-2.0
// Arrows, the hold badge, and the plain shapes from which small things are put together in data.
#include "render/figure_stage.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace detour {
namespace {

namespace color = figure_color;

std::vector<Point> points_of(Stage& stage, const Prop& prop) {
    if (!prop.lists.contains("points")) {
        return {point_of(stage, prop, "from"), point_of(stage, prop, "to")};
    }
    const auto numbers = numbers_of(prop, "points");
    const auto origin = word_of(prop, "from").empty() ? Point{} : point_of(stage, prop, "from");
    std::vector<Point> points;
    for (std::size_t at = 0; at + 1 < numbers.size(); at += 2) {
        points.push_back(origin + Point{numbers[at], numbers[at + 1]});
    }
    return points;
}

void draw_bar_line(Stage& stage, const Prop& prop) {
    Steps steps;
    const auto points = points_of(stage, prop);
    number_or(prop, "curve", 0) > 0 ? add_curve(steps, points) : add_line(steps, points);
    stroke(stage, steps, tone_of(prop, color::prop_dark), number_or(prop, "w", 2));
}

void draw_shape(Stage& stage, const Prop& prop) {
    auto points = points_of(stage, prop);
    if (number_or(prop, "curve", 0) > 0) {
        points.push_back(points.front());
        points = spline(points, 6);
    }
    Steps steps;
    add_polygon(steps, points);
    outline(stage, steps, tone_of(prop, color::prop_light), color::ink, figure_line::prop);
}

void draw_disc(Stage& stage, const Prop& prop) {
    Steps steps;
    add_circle(steps, {point_of(stage, prop, "at"), number_or(prop, "r", 0.05)});
    const double width = number_or(prop, "w", 0);
    if (width > 0) {
        stroke(stage, steps, tone_of(prop, color::prop_dark), width);
    } else {
        outline(stage, steps, tone_of(prop, color::prop_light), color::ink, figure_line::prop);
    }
}

/// Three numbers a line: left end, height, length.
void draw_speed(Stage& stage, const Prop& prop) {
    const auto lines = numbers_of(prop, "lines");
    Steps steps;
    for (std::size_t at = 0; at + 2 < lines.size(); at += 3) {
        add_line(steps, {{lines[at], lines[at + 1]}, {lines[at] + lines[at + 2], lines[at + 1]}});
    }
    stroke(stage, steps, color::prop_mid, 1.3);
}

/// `line` without what lies nearer than `gap` to its end.
void shorten(std::vector<Point>& line, double gap) {
    const auto tip = line.back();
    while (line.size() > 2 && length(line[line.size() - 1] - tip) < gap) {
        line.pop_back();
    }
}

/// A filled head whose point is at `tip`, looking along `heading`.
void draw_arrow_head(Stage& stage, Point tip, double heading) {
    Steps head;
    const auto back = tip - along(heading) * 0.046;
    add_polygon(head, {tip, back + along(heading + 90) * 0.024, back - along(heading + 90) * 0.024});
    outline(stage, head, color::accent, color::accent, 0.25);
}

/// The head looks along the last stretch of the line, as long as itself.
void draw_shaft(Stage& stage, std::vector<Point> line, bool both) {
    constexpr double head = 0.04;
    const auto tip = line.back();
    const auto tail = line.front();
    shorten(line, head);
    const auto tip_heading = direction(tip - line.back());
    if (both) {
        std::ranges::reverse(line);
        shorten(line, head);
    }
    const auto tail_heading = direction(tail - line.back());
    Steps steps;
    add_line(steps, line);
    stroke(stage, steps, color::skin, figure_line::arrow + 1.2);
    stroke(stage, steps, color::accent, figure_line::arrow);
    draw_arrow_head(stage, tip, tip_heading);
    if (both) {
        draw_arrow_head(stage, tail, tail_heading);
    }
}

/// A part of a circle with an arrow head; anticlockwise if `to` is above `from`.
void draw_turn(Stage& stage, const Prop& prop) {
    const auto centre = point_of(stage, prop, "at");
    const double radius = number_or(prop, "r", 0.1);
    const double from = number_or(prop, "from", 0);
    const double to = number_or(prop, "to", 180);
    std::vector<Point> line;
    const int pieces = 24;
    for (int at = 0; at <= pieces; ++at) {
        line.push_back(centre + along(90 + from + (to - from) * at / pieces) * radius);
    }
    draw_shaft(stage, line, number_or(prop, "both", 0) > 0);
}

}  // namespace

bool draw_plain(Stage& stage, const Prop& prop) {
    if (prop.type == "line" || prop.type == "pole" || prop.type == "band") {
        draw_bar_line(stage, prop);
    } else if (prop.type == "shape") {
        draw_shape(stage, prop);
    } else if (prop.type == "disc" || prop.type == "ball") {
        draw_disc(stage, prop);
    } else if (prop.type == "speed") {
        draw_speed(stage, prop);
    } else if (prop.type == "turn") {
        draw_turn(stage, prop);
    } else {
        return false;
    }
    return true;
}

void draw_arrow(Stage& stage, const Arrow& arrow) {
    const auto from = find_target(stage.points, arrow.from);
    const auto to = find_target(stage.points, arrow.to);
    if (!from || !to) {
        stage.unknown.push_back("arrow " + arrow.from.name + " " + arrow.to.name);
        return;
    }
    const auto span = *to - *from;
    const auto control = between(*from, *to, 0.5) + Point{-span.y, span.x} * (2 * arrow.bend);
    std::vector<Point> line;
    constexpr int pieces = 20;
    for (int at = 0; at <= pieces; ++at) {
        const double t = static_cast<double>(at) / pieces;
        line.push_back(between(between(*from, control, t), between(control, *to, t), t));
    }
    draw_shaft(stage, line, arrow.both);
}

void draw_badge(Stage& stage, Point at) {
    Steps face;
    add_circle(face, {at, 0.048});
    stroke(stage, face, color::accent, 1.8);
    Steps hands;
    add_line(hands, {at + Point{0, 0.030}, at, at + Point{0.022, -0.010}});
    stroke(stage, hands, color::accent, 1.4);
    Steps button;
    add_line(button, {at + Point{0, 0.050}, at + Point{0, 0.066}});
    stroke(stage, button, color::accent, 1.8);
}

}  // namespace detour
