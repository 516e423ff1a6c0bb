// SPDX-License-Identifier: Apache-2.0
// What a body holds: weights, loads, bars to hold on to.
#include "render/figure_stage.h"

namespace detour {
namespace {

namespace color = figure_color;

/// A solid plate with a white hub: rings would read as a wheel.
void draw_barbell(Stage& stage, const Prop& prop) {
    const auto at = point_of(stage, prop, "at");
    const double radius = number_or(prop, "r", 0.129);
    Steps plate;
    add_circle(plate, {at, radius});
    outline(stage, plate, color::prop_dark, color::ink, figure_line::near_outline);
    Steps rim;
    add_circle(rim, {at, radius * 0.78});
    stroke(stage, rim, color::prop_mid, 0.8);
    Steps hub;
    add_circle(hub, {at, 0.022});
    outline(stage, hub, color::skin, color::ink, figure_line::prop);
    Steps axle;
    add_circle(axle, {at, 0.008});
    fill(stage, axle, color::ink);
}

void draw_dumbbell(Stage& stage, const Prop& prop) {
    const auto at = point_of(stage, prop, "at");
    const auto axis = along(90 + number_or(prop, "turn", 0));
    Steps heads;
    add_capsule(heads, {at - axis * 0.05, 0.026}, {at - axis * 0.04, 0.026});
    add_capsule(heads, {at + axis * 0.05, 0.026}, {at + axis * 0.04, 0.026});
    add_capsule(heads, {at - axis * 0.04, 0.010}, {at + axis * 0.04, 0.010});
    outline(stage, heads, color::prop_dark, color::ink, figure_line::prop);
}

/// `at` is the handle.
void draw_kettlebell(Stage& stage, const Prop& prop) {
    const auto at = point_of(stage, prop, "at");
    Steps handle;
    add_line(handle,
             {at + Point{-0.032, -0.055}, at + Point{-0.026, 0}, at + Point{0.026, 0}, at + Point{0.032, -0.055}});
    stroke(stage, handle, color::ink, 2.6);
    Steps bell;
    add_circle(bell, {at + Point{0, -0.095}, 0.058});
    outline(stage, bell, color::prop_dark, color::ink, figure_line::prop);
}

/// Seen from the side: the plate with the frame that runs around the feet, and the raised handle at `at`.
void draw_trap_bar(Stage& stage, const Prop& prop) {
    const auto at = point_of(stage, prop, "at");
    const auto sleeve = at + Point{0, -0.05};
    Steps frame;
    add_line(frame, {sleeve + Point{-0.20, 0}, sleeve + Point{0.20, 0}});
    add_line(frame,
             {sleeve + Point{-0.075, 0}, at + Point{-0.06, 0.012}, at + Point{0.06, 0.012}, sleeve + Point{0.075, 0}});
    Steps plate;
    add_circle(plate, {sleeve, number_or(prop, "r", 0.129)});
    outline(stage, plate, color::prop_dark, color::ink, figure_line::near_outline);
    stroke(stage, frame, color::ink, 3.4);
    stroke(stage, frame, color::prop_light, 1.9);
}

/// A box with its tape: at a place (x, y), or carried (from, dx, dy).
void draw_load(Stage& stage, const Prop& prop) {
    auto x = numbers_of(prop, "x");
    auto y = numbers_of(prop, "y");
    if (x.size() < 2 || y.size() < 2) {
        const auto hand = point_of(stage, prop, "from");
        const auto dx = numbers_of(prop, "dx");
        const auto dy = numbers_of(prop, "dy");
        if (dx.size() < 2 || dy.size() < 2) {
            return;
        }
        x = {hand.x + dx[0], hand.x + dx[1]};
        y = {hand.y + dy[0], hand.y + dy[1]};
    }
    Steps box;
    add_polygon(box, {{x[0], y[0]}, {x[1], y[0]}, {x[1], y[1]}, {x[0], y[1]}});
    outline(stage, box, color::prop_light, color::ink, figure_line::near_outline);
    const double middle = (x[0] + x[1]) / 2;
    Steps tape;
    add_polygon(tape, {{middle - 0.016, y[0]}, {middle + 0.016, y[0]}, {middle + 0.016, y[1]}, {middle - 0.016, y[1]}});
    fill(stage, tape, color::prop_mid);
}

/// A hand rail beside the body: two posts and a bar.
void draw_rail(Stage& stage, const Prop& prop) {
    const auto x = numbers_of(prop, "x");
    const double left = x.size() < 2 ? -0.3 : x[0];
    const double right = x.size() < 2 ? 0.3 : x[1];
    const double height = number_or(prop, "h", 0.5);
    Steps steps;
    add_line(steps, {{left + 0.04, 0}, {left + 0.04, height}});
    add_line(steps, {{right - 0.04, 0}, {right - 0.04, height}});
    add_line(steps, {{left, height}, {right, height}});
    stroke(stage, steps, color::prop_dark, 2.4);
}

}  // namespace

bool draw_gear(Stage& stage, const Prop& prop) {
    if (prop.type == "barbell") {
        draw_barbell(stage, prop);
    } else if (prop.type == "dumbbell") {
        draw_dumbbell(stage, prop);
    } else if (prop.type == "kettlebell") {
        draw_kettlebell(stage, prop);
    } else if (prop.type == "trap-bar") {
        draw_trap_bar(stage, prop);
    } else if (prop.type == "load") {
        draw_load(stage, prop);
    } else if (prop.type == "rail") {
        draw_rail(stage, prop);
    } else {
        return false;
    }
    return true;
}

}  // namespace detour
