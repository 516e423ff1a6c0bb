// SPDX-License-Identifier: Apache-2.0
// The person: limbs of tapered capsules, a trunk along its spline, a head that shows which way it faces. Shirt and
// shorts meet at the top of the pelvis, so that the reader sees where the low back bends.
#include "render/figure_stage.h"

#include <algorithm>

namespace detour {
namespace {

constexpr int samples_per_link = 5;

struct Style {
    Color skin = figure_color::skin;
    Color shirt = figure_color::shirt;
    Color shorts = figure_color::shorts;
    Color shoe = figure_color::shoe;
    Color ink = figure_color::ink;
    double line = figure_line::near_outline;
};

const Style near_style;
const Style far_style = {figure_color::far_skin,
                         figure_color::far_shirt,
                         figure_color::far_shorts,
                         figure_color::far_shoe,
                         figure_color::far_ink,
                         figure_line::far_outline};

/// The stretch of a limb that cloth covers: straight hem at `share` of the link.
Steps cloth(Circle from, Circle to, double share, double looser) {
    const auto hem = between(from.centre, to.centre, share);
    const double radius = from.radius + (to.radius - from.radius) * share + looser;
    const auto across = along(direction(to.centre - from.centre) + 90);
    Steps steps;
    add_circle(steps, from);
    add_polygon(steps,
                {from.centre + across * from.radius,
                 from.centre - across * from.radius,
                 hem - across * radius,
                 hem + across * radius});
    return steps;
}

void append(Steps& steps, const Steps& more) {
    steps.insert(steps.end(), more.begin(), more.end());
}

void draw_leg(Stage& stage, const Leg& leg, const Style& style) {
    const Circle hip{leg.hip, 0.055};
    const Circle knee{leg.knee, 0.036};
    const auto back = along(leg.shank - 90) * (leg.from_front ? 0 : 0.007);
    const Circle calf{between(leg.knee, leg.ankle, 0.32) + back, 0.034};
    const auto foot = foot_circles(leg);
    Steps skin;
    add_capsule(skin, hip, knee);
    add_capsule(skin, knee, calf);
    add_capsule(skin, calf, {leg.ankle, 0.021});
    Steps shoe;
    add_capsule(shoe, foot[0], foot[1]);
    add_capsule(shoe, foot[0], foot[2]);
    add_capsule(shoe, foot[1], foot[2]);
    add_capsule(shoe, foot[2], foot[3]);
    const auto shorts = cloth(hip, knee, 0.6, 0.004);
    Steps all = skin;
    append(all, shoe);
    append(all, shorts);
    stroke(stage, all, style.ink, 2 * style.line);
    fill(stage, skin, style.skin);
    fill(stage, shorts, style.shorts);
    fill(stage, shoe, style.shoe);
}

void draw_arm(Stage& stage, const Arm& arm, const Style& style, bool halo) {
    const Circle shoulder{arm.shoulder, 0.035};
    const Circle elbow{arm.elbow, 0.025};
    Steps skin;
    add_capsule(skin, shoulder, elbow);
    add_capsule(skin, elbow, {arm.wrist, 0.017});
    add_capsule(skin, {arm.wrist, 0.017}, {between(arm.wrist, arm.hand, 0.6), 0.020});
    add_capsule(skin, {between(arm.wrist, arm.hand, 0.6), 0.020}, {between(arm.wrist, arm.hand, 0.85), 0.014});
    const auto sleeve = cloth(shoulder, elbow, 0.55, 0.004);
    Steps all = skin;
    append(all, sleeve);
    if (halo) {
        stroke(stage, all, figure_color::skin, 2 * (style.line + figure_line::halo));
    }
    stroke(stage, all, style.ink, 2 * style.line);
    fill(stage, skin, style.skin);
    fill(stage, sleeve, style.shirt);
}

/// The outline of the trunk along the first `links` of the spine.
Steps trunk_part(const Body& body, std::size_t links) {
    std::vector<Point> widths;
    for (const double half : trunk_half_thickness(body)) {
        widths.push_back({half, 0});
    }
    auto line = spline(body.spine, samples_per_link);
    const auto half = spline(widths, samples_per_link);
    const auto count = links * samples_per_link + 1;
    std::vector<Point> corners;
    for (std::size_t at = 0; at < count; ++at) {
        const auto ahead = line[std::min(at + 1, line.size() - 1)] - line[at == 0 ? 0 : at - 1];
        const auto across = along(direction(ahead) + 90) * half[at].x;
        corners.push_back(line[at] + across);
        corners.insert(corners.begin(), line[at] - across);
    }
    Steps steps;
    add_polygon(steps, corners);
    add_circle(steps, {line.front(), half.front().x});
    if (count == line.size()) {
        add_circle(steps, {line.back(), half.back().x});
    }
    return steps;
}

void draw_side_trunk(Stage& stage) {
    outline(stage, trunk_part(stage.body, stage.body.spine.size() - 1), figure_color::shirt);
    fill(stage, trunk_part(stage.body, 1), figure_color::shorts);
}

/// Points given in the trunk's own axes: x to image-right, y up.
Point in_axes(Point origin, double lean, Point local) {
    return origin + along(90 - lean) * local.x + along(180 - lean) * local.y;
}

void draw_front_trunk(Stage& stage) {
    const auto& spine = stage.body.spine;
    const double hips = 180 - direction(spine[1] - spine[0]);
    const double chest = 180 - direction(spine[5] - spine[4]);
    std::vector<Point> left;
    std::vector<Point> right;
    const auto add = [&](Point origin, double lean, Point local) {
        right.push_back(in_axes(origin, lean, local));
        left.insert(left.begin(), in_axes(origin, lean, {-local.x, local.y}));
    };
    add(spine[5], chest, {0.030, 0.004});
    add(spine[5], chest, {0.085, 0.004});
    add(spine[5], chest, {0.122, -0.030});
    add(spine[5], chest, {0.098, -0.090});
    add(spine[2], (hips + chest) / 2, {0.076, 0});
    add(spine[1], hips, {0.086, -0.03});
    add(spine[0], hips, {0.094, 0});
    add(spine[0], hips, {0.060, -0.052});
    right.insert(right.end(), left.begin(), left.end());
    right.push_back(right.front());
    Steps whole;
    add_polygon(whole, spline(right, 6));
    outline(stage, whole, figure_color::shirt);
    Steps shorts;
    const auto corner = [&](std::size_t at, double x, double y) { return in_axes(spine[at], hips, {x, y}); };
    add_polygon(shorts,
                spline({corner(1, -0.084, -0.02),
                        corner(0, -0.093, 0),
                        corner(0, -0.058, -0.051),
                        corner(0, 0.058, -0.051),
                        corner(0, 0.093, 0),
                        corner(1, 0.084, -0.02)},
                       4));
    fill(stage, shorts, figure_color::shorts);
}

void draw_neck(Stage& stage) {
    Steps steps;
    add_capsule(steps, {stage.body.spine.back(), 0.027}, {stage.body.head, 0.027});
    outline(stage, steps, figure_color::skin);
}

void draw_side_head(Stage& stage) {
    const auto& body = stage.body;
    const double axis = body.head_axis;
    const auto at = [&](double front, double up) { return body.head + along(axis - 90) * front + along(axis) * up; };
    Steps face;
    add_ellipse(face, body.head, body_size::half_head, body_size::half_head_depth, axis);
    add_polygon(face, {at(0.046, 0.014), at(0.076, -0.012), at(0.046, -0.020)});
    outline(stage, face, figure_color::skin);
    Steps hair;
    add_polygon(hair,
                spline({at(0.042, 0.041),
                        at(0.026, 0.059),
                        at(0, 0.066),
                        at(-0.032, 0.055),
                        at(-0.052, 0.022),
                        at(-0.053, -0.014),
                        at(-0.046, -0.038),
                        at(-0.030, -0.036),
                        at(-0.014, -0.008),
                        at(0.004, 0.012),
                        at(0.014, 0.032),
                        at(0.042, 0.041)},
                       4));
    outline(stage, hair, figure_color::shoe, figure_color::shoe, 0.3);
    Steps eye;
    add_circle(eye, {at(0.031, 0.008), 0.0068});
    fill(stage, eye, figure_color::ink);
}

void draw_front_head(Stage& stage) {
    const auto& body = stage.body;
    const double axis = body.head_axis;
    const auto at = [&](double right, double up) { return body.head + along(axis - 90) * right + along(axis) * up; };
    Steps face;
    add_ellipse(face, body.head, body_size::half_head, 0.050, axis);
    add_circle(face, {at(-0.050, -0.004), 0.012});
    add_circle(face, {at(0.050, -0.004), 0.012});
    outline(stage, face, figure_color::skin);
    Steps hair;
    add_polygon(hair,
                spline({at(0.049, 0.016),
                        at(0.044, 0.038),
                        at(0.026, 0.060),
                        at(0, 0.067),
                        at(-0.026, 0.060),
                        at(-0.044, 0.038),
                        at(-0.049, 0.016),
                        at(-0.034, 0.034),
                        at(0, 0.040),
                        at(0.034, 0.034),
                        at(0.049, 0.016)},
                       4));
    outline(stage, hair, figure_color::shoe, figure_color::shoe, 0.3);
    Steps eyes;
    add_circle(eyes, {at(-0.018, 0.004), 0.0062});
    add_circle(eyes, {at(0.018, 0.004), 0.0062});
    fill(stage, eyes, figure_color::ink);
    Steps mouth;
    add_curve(mouth, {at(-0.016, -0.032), at(0, -0.037), at(0.016, -0.032)});
    stroke(stage, mouth, figure_color::ink, 0.7);
}

void draw_limb(Stage& stage, const std::string& part) {
    const bool front = stage.body.view == "front";
    const bool second = part.ends_with("_f") || part.ends_with("_l");
    const auto& style = second && !front ? far_style : near_style;
    if (part.starts_with("leg_")) {
        draw_leg(stage, stage.body.legs[second ? 1 : 0], style);
    } else {
        draw_arm(stage, stage.body.arms[second ? 1 : 0], style, front || !second);
    }
}

void draw_part(Stage& stage, const std::string& part) {
    const bool front = stage.body.view == "front";
    if (part.starts_with("leg_") || part.starts_with("arm_")) {
        draw_limb(stage, part);
    } else if (part == "neck") {
        draw_neck(stage);
    } else if (part == "trunk") {
        front ? draw_front_trunk(stage) : draw_side_trunk(stage);
    } else if (part == "head") {
        front ? draw_front_head(stage) : draw_side_head(stage);
    } else if (part == "cover") {
        fill(stage, trunk_part(stage.body, 1), figure_color::shorts);
    } else {
        stage.unknown.push_back("part " + part);
    }
}

}  // namespace

void draw_person(Stage& stage, const Frame& frame, const std::vector<Prop>& between) {
    static const std::vector<std::string> side_order = {
        "arm_f", "leg_f", "between", "neck", "trunk", "head", "leg_n", "cover", "arm_n"};
    static const std::vector<std::string> front_order = {
        "leg_r", "between", "leg_l", "neck", "trunk", "head", "arm_r", "arm_l"};
    const auto& usual = stage.body.view == "front" ? front_order : side_order;
    for (const auto& part : frame.order.empty() ? usual : frame.order) {
        if (part != "between") {
            draw_part(stage, part);
            continue;
        }
        for (const auto& prop : between) {
            draw_prop(stage, prop);
        }
    }
}

}  // namespace detour
