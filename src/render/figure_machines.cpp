// SPDX-License-Identifier: Apache-2.0
// Bicycles, treadmills and the other machines of a gym. Frames are heavy lines: they must survive at 20 mm.
#include "render/figure_stage.h"

namespace detour {
namespace {

namespace color = figure_color;

void bars(Stage& stage, const std::vector<std::vector<Point>>& lines, double width, Color tint = color::prop_dark) {
    Steps steps;
    for (const auto& line : lines) {
        add_line(steps, line);
    }
    stroke(stage, steps, tint, width);
}

void wheel(Stage& stage, Point at, double radius, Color inside) {
    Steps steps;
    add_circle(steps, {at, radius});
    fill(stage, steps, inside);
    stroke(stage, steps, color::prop_dark, 2);
    Steps hub;
    add_circle(hub, {at, 0.014});
    fill(stage, hub, color::prop_dark);
}

void saddle(Stage& stage, Point at) {
    Steps steps;
    add_capsule(steps, {at + Point{-0.045, -0.002}, 0.018}, {at + Point{0.065, -0.004}, 0.010});
    outline(stage, steps, color::prop_dark, color::ink, 0.3);
}

void cranks(Stage& stage, Point axle, Point near_pedal, Point far_pedal) {
    bars(stage, {{axle, far_pedal}}, 1.6, color::prop_mid);
    bars(stage, {{far_pedal - Point{0.03, 0}, far_pedal + Point{0.03, 0}}}, 2, color::prop_mid);
    bars(stage, {{axle, near_pedal}}, 2);
    bars(stage, {{near_pedal - Point{0.03, 0}, near_pedal + Point{0.03, 0}}}, 2.4);
    Steps disc;
    add_circle(disc, {axle, 0.035});
    outline(stage, disc, color::prop_mid, color::prop_dark, 1);
}

void draw_exercise_bike(Stage& stage, const Prop& prop) {
    const auto axle = point_of(stage, prop, "bb");
    const auto seat = point_of(stage, prop, "seat");
    const auto bar = point_of(stage, prop, "bar");
    const Point hub{0.30, 0.16};
    bars(stage, {{{-0.26, 0.012}, {-0.12, 0.012}}, {{0.22, 0.012}, {0.42, 0.012}}}, 3);
    bars(stage,
         {{{-0.19, 0.02}, axle},
          {axle, {0.32, 0.02}},
          {axle, seat},
          {axle + Point{0.02, 0.04}, {0.26, 0.44}},
          {{0.30, 0.03}, {0.26, 0.44}},
          {{0.26, 0.44}, bar - Point{0.03, -0.01}}},
         3);
    wheel(stage, hub, 0.13, color::prop_light);
    bars(stage, {{bar - Point{0.06, -0.012}, bar + Point{0.03, 0}}}, 3);
    saddle(stage, seat);
    cranks(stage, axle, point_of(stage, prop, "pedal_n"), point_of(stage, prop, "pedal_f"));
}

/// `drop: 1` gives the bent bars of a road bike.
void draw_bicycle(Stage& stage, const Prop& prop) {
    const auto axle = point_of(stage, prop, "bb");
    const auto seat = point_of(stage, prop, "seat");
    const auto bar = point_of(stage, prop, "bar");
    const Point rear{axle.x - 0.235, 0.195};
    const Point front{axle.x + 0.36, 0.195};
    const auto head = between(front, bar, 0.72);
    const auto seat_joint = between(axle, seat, 0.82);
    for (const auto& hub : {rear, front}) {
        Steps steps;
        add_circle(steps, {hub, 0.187});
        stroke(stage, steps, color::prop_dark, 1.8);
        Steps spot;
        add_circle(spot, {hub, 0.014});
        fill(stage, spot, color::prop_dark);
    }
    bars(stage,
         {{rear, axle, seat_joint, rear},
          {axle, between(front, head, 0.8), seat_joint},
          {front, head},
          {seat_joint, seat}},
         2.2);
    if (number_or(prop, "drop", 0) > 0) {
        Steps drop;
        add_curve(drop,
                  {head,
                   bar - Point{0.02, -0.01},
                   bar + Point{0.02, -0.01},
                   bar + Point{0.02, -0.07},
                   bar + Point{-0.03, -0.085}});
        stroke(stage, drop, color::prop_dark, 2.2);
    } else {
        bars(stage, {{head, bar, bar - Point{0.06, 0}}}, 2.4);
    }
    saddle(stage, seat);
    cranks(stage, axle, point_of(stage, prop, "pedal_n"), point_of(stage, prop, "pedal_f"));
}

/// `seat`: top of the seat; `back`: top of the back rest; `bb`: axle of the cranks.
void draw_recumbent(Stage& stage, const Prop& prop) {
    const auto seat = point_of(stage, prop, "seat");
    const auto back = point_of(stage, prop, "back");
    const auto axle = point_of(stage, prop, "bb");
    bars(stage,
         {{{seat.x - 0.14, 0.012}, {axle.x + 0.24, 0.012}},
          {{seat.x - 0.02, 0.02}, seat - Point{0.02, 0.02}},
          {{axle.x, 0.02}, axle}},
         3);
    const Point low{seat.x - 0.10, seat.y - 0.005};
    bars(stage, {{low, back}}, 5.5);
    bars(stage, {{low, {seat.x + 0.10, seat.y - 0.005}}}, 4.5);
    wheel(stage, axle, 0.115, color::prop_light);
    bars(stage, {{axle + Point{0.06, 0.09}, axle + Point{0.05, 0.38}, axle + Point{-0.03, 0.42}}}, 2.6);
    cranks(stage, axle, point_of(stage, prop, "pedal_n"), point_of(stage, prop, "pedal_f"));
}

/// The walking surface has its top at the line from (x[0], y[0]) to (x[1], y[1]).
void draw_treadmill(Stage& stage, const Prop& prop) {
    const auto x = numbers_of(prop, "x");
    const auto y = numbers_of(prop, "y");
    if (x.size() < 2 || y.size() < 2) {
        stage.unknown.push_back("treadmill x or y");
        return;
    }
    const Point rear{x[0], y[0] - 0.024};
    const Point front{x[1], y[1] - 0.024};
    const Point post{front.x + 0.06, front.y + 0.56};
    bars(stage, {{front, post, post + Point{-0.07, 0.05}}}, 3.4);
    bars(stage,
         {{post - Point{0.01, 0.05},
           prop.lists.contains("rail") ? point_of(stage, prop, "rail") : post - Point{0.20, 0.08}}},
         2.6);
    bars(stage,
         {{{rear.x + 0.02, rear.y - 0.02}, {rear.x + 0.02, -0.012}}, {{front.x, front.y}, {front.x, -0.012}}},
         2.6);
    bars(stage, {{rear, front}}, 5.4, color::ink);
    bars(stage, {{rear, front}}, 3.8, color::prop_mid);
}

/// `pedal_n`, `pedal_f`: the foot plates; `bar`: the moving handles.
void draw_elliptical(Stage& stage, const Prop& prop) {
    const auto near_pedal = point_of(stage, prop, "pedal_n");
    const auto far_pedal = point_of(stage, prop, "pedal_f");
    const auto near_bar = point_of(stage, prop, "bar_n");
    const auto far_bar = point_of(stage, prop, "bar_f");
    const Point axle{-0.40, 0.16};
    const Point pivot{0.34, 0.46};
    bars(stage, {{{-0.52, 0.012}, {0.46, 0.012}}, {{0.40, 0.02}, {0.33, 0.62}}}, 3.2);
    wheel(stage, axle, 0.13, color::prop_light);
    bars(
        stage,
        {{axle + Point{0.05, 0.06}, far_pedal + Point{0.06, -0.012}, {pivot.x + 0.02, pivot.y - 0.26}, pivot, far_bar}},
        2,
        color::prop_mid);
    bars(stage, {{far_pedal - Point{0.07, 0.01}, far_pedal + Point{0.08, -0.01}}}, 3.4, color::prop_mid);
    bars(stage,
         {{axle - Point{0.05, 0.06},
           near_pedal + Point{0.06, -0.012},
           {pivot.x - 0.04, pivot.y - 0.26},
           pivot,
           near_bar}},
         2.4);
    bars(stage, {{near_pedal - Point{0.07, 0.01}, near_pedal + Point{0.08, -0.01}}}, 3.8);
    bars(stage, {{{0.33, 0.62}, {0.28, 0.68}}}, 4.5);
}

/// `seat`: top of the sliding seat; `handle`: where the hands are.
void draw_rower(Stage& stage, const Prop& prop) {
    const auto seat = point_of(stage, prop, "seat");
    const auto handle = point_of(stage, prop, "handle");
    const double front = number_or(prop, "front", 0.52);
    const double rear = number_or(prop, "rear", -0.62);
    const Point fan{front + 0.10, 0.17};
    bars(stage, {{{rear, 0.115}, {front, 0.145}}}, 3.6);
    bars(stage, {{{rear + 0.03, 0.11}, {rear + 0.03, 0.012}}, {{front + 0.02, 0.13}, {front + 0.02, 0.012}}}, 3);
    wheel(stage, fan, 0.14, color::prop_light);
    bars(stage, {{fan + Point{0, 0.06}, handle}}, 1.2);
    Steps cushion;
    add_capsule(cushion, {seat + Point{-0.06, -0.016}, 0.014}, {seat + Point{0.06, -0.016}, 0.014});
    outline(stage, cushion, color::prop_dark, color::ink, 0.3);
    bars(stage, {{{front - 0.05, 0.12}, {front + 0.05, 0.26}}}, 2.6);
}

}  // namespace

bool draw_machine(Stage& stage, const Prop& prop) {
    if (prop.type == "bike") {
        draw_exercise_bike(stage, prop);
    } else if (prop.type == "bicycle") {
        draw_bicycle(stage, prop);
    } else if (prop.type == "recumbent") {
        draw_recumbent(stage, prop);
    } else if (prop.type == "treadmill") {
        draw_treadmill(stage, prop);
    } else if (prop.type == "elliptical") {
        draw_elliptical(stage, prop);
    } else if (prop.type == "rower") {
        draw_rower(stage, prop);
    } else {
        return false;
    }
    return true;
}

}  // namespace detour
