// SPDX-License-Identifier: Apache-2.0
// What hangs on the body, and whom it dances with.
#include "render/figure_stage.h"

#include <algorithm>
#include <iterator>

namespace detour {
namespace {

namespace color = figure_color;

void draw_belt(Stage& stage) {
    const auto& spine = stage.body.spine;
    const auto up = (spine[3] - spine[1]) * (1 / length(spine[3] - spine[1]));
    const auto across = along(direction(up) + 90) * 0.066;
    const auto centre = spine[2];
    Steps steps;
    add_polygon(steps,
                {centre + across + up * 0.026,
                 centre - across + up * 0.026,
                 centre - across - up * 0.026,
                 centre + across - up * 0.026});
    outline(stage, steps, color::prop_dark, color::ink, figure_line::prop);
}

void draw_snorkel(Stage& stage) {
    const auto& body = stage.body;
    const auto at = [&](double front, double up) {
        return body.head + along(body.head_axis - 90) * front + along(body.head_axis) * up;
    };
    Steps tube;
    add_line(tube,
             spline({at(0.058, -0.034), at(0.088, -0.030), at(0.082, 0.030), at(0.020, 0.086), at(-0.090, 0.120)}, 5));
    stroke(stage, tube, color::ink, 2.6);
    Steps mask;
    add_polygon(mask, {at(0.026, 0.024), at(0.058, 0.020), at(0.062, -0.006), at(0.028, -0.010)});
    outline(stage, mask, color::prop_mid, color::ink, figure_line::prop);
}

/// A vest of straps from the shoulders to a belt.
void draw_harness(Stage& stage) {
    const auto& body = stage.body;
    draw_belt(stage);
    Steps strap;
    add_line(strap, {body.spine[5], between(body.spine[3], body.spine[4], 0.5), body.spine[2]});
    stroke(stage, strap, color::prop_dark, 3);
}

/// A light, see-through cover over the legs, closed at the waist: an air chamber.
void draw_cover(Stage& stage, const Prop& prop) {
    const auto numbers = numbers_of(prop, "points");
    std::vector<Point> corners;
    for (std::size_t at = 0; at + 1 < numbers.size(); at += 2) {
        corners.push_back({numbers[at], numbers[at + 1]});
    }
    Steps steps;
    add_polygon(steps, corners);
    auto veil = color::prop_mid;
    veil.alpha = 0.45;
    fill(stage, steps, veil);
    stroke(stage, steps, color::prop_dark, 1.6);
}

/// A second person who faces the first; its numbers are its pose, `at` is where the sole stands.
void draw_partner(Stage& stage, const Prop& prop) {
    Frame frame;
    frame.pose = prop.numbers;
    Stage other{.body = stand_body("side", frame), .points = {}, .shapes = {}, .unknown = {}};
    draw_person(other, frame);
    const auto sole = named_points(other.body).at("sole_n");
    const auto target = point_of(stage, prop, "at");
    const auto x = [&](double value) { return target.x - (value - sole.x); };
    const auto y = [&](double value) { return value - sole.y + target.y; };
    for (auto& shape : other.shapes) {
        for (auto& step : shape.steps) {
            step = {step.kind, x(step.x), y(step.y), x(step.x1), y(step.y1), x(step.x2), y(step.y2)};
        }
    }
    std::ranges::move(other.shapes, std::back_inserter(stage.shapes));
}

}  // namespace

bool draw_worn(Stage& stage, const Prop& prop) {
    if (prop.type == "belt") {
        draw_belt(stage);
    } else if (prop.type == "snorkel") {
        draw_snorkel(stage);
    } else if (prop.type == "harness") {
        draw_harness(stage);
    } else if (prop.type == "cover") {
        draw_cover(stage, prop);
    } else if (prop.type == "partner") {
        draw_partner(stage, prop);
    } else {
        return false;
    }
    return true;
}

}  // namespace detour
