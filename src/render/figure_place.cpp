// SPDX-License-Identifier: Apache-2.0
// From a posed body to one that touches what it should: dropped or placed, aligned, then arms and legs reach.
#include "render/figure_skeleton.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>

namespace detour {
namespace {

void move_body(Body& body, Point by) {
    for (auto& point : body.spine) {
        point = point + by;
    }
    body.head = body.head + by;
    for (auto& arm : body.arms) {
        arm.shoulder = arm.shoulder + by;
        settle(arm);
    }
    for (auto& leg : body.legs) {
        leg.hip = leg.hip + by;
        settle(leg);
    }
}

double lowest(const std::vector<Circle>& circles) {
    double low = circles.front().centre.y;
    for (const auto& circle : circles) {
        low = std::min(low, circle.centre.y - circle.radius);
    }
    return low;
}

struct TwoBones {
    double first = 0;   ///< direction of the upper link
    double second = 0;  ///< of the lower
    double miss = 0;
};

/// `side` +1 or -1: to which side of the line from root to target the middle joint goes.
TwoBones two_bone(Point root, Point target, double upper, double lower, double side) {
    const double wanted = length(target - root);
    const double distance = std::clamp(wanted, std::abs(upper - lower) + 1e-6, upper + lower - 1e-6);
    const double cosine = (upper * upper + distance * distance - lower * lower) / (2 * upper * distance);
    const double turn = std::acos(std::clamp(cosine, -1.0, 1.0)) * 180 / std::numbers::pi;
    const double heading = direction(target - root);
    const auto middle = along(heading + side * turn) * upper;
    return {heading + side * turn, direction(along(heading) * distance - middle), std::abs(wanted - distance)};
}

/// Elbows go backward and knees forward; in front view both go outward.
double bend_side(const Body& body, bool is_arm, std::size_t at, const Reach& reach) {
    double side = is_arm ? -1 : 1;
    if (body.view == "front") {
        side = at == 0 ? -1 : 1;
    }
    return reach.bend.empty() ? side : -side;
}

double reach_with_arm(Body& body, std::size_t at, const Reach& reach, Point target) {
    auto& arm = body.arms[at];
    const double palm_bend = arm.palm - arm.fore;
    const bool hand_is_flat = std::abs(arm.palm - 90) < 1e-9 && std::abs(palm_bend) > 1e-9;
    const double lower = arm.fore_length + (reach.grip ? arm.hand_length / 2 : 0);
    const auto bones = two_bone(arm.shoulder, target, arm.upper_length, lower, bend_side(body, true, at, reach));
    arm.upper = bones.first;
    arm.fore = bones.second;
    arm.palm = hand_is_flat ? 90 : arm.fore + (reach.grip ? 0 : palm_bend);
    settle(arm);
    return bones.miss;
}

double reach_with_leg(Body& body, std::size_t at, const Reach& reach, Point target) {
    auto& leg = body.legs[at];
    const double foot_bend = leg.foot - leg.shank;
    const bool foot_is_flat = std::abs(leg.foot - 90) < 1e-9;
    const double toe_bend = leg.toes - leg.foot;
    const auto bones = two_bone(leg.hip, target, leg.thigh_length, leg.shank_length, bend_side(body, false, at, reach));
    leg.thigh = bones.first;
    leg.shank = bones.second;
    leg.foot = foot_is_flat ? 90 : leg.shank + foot_bend;
    leg.toes = leg.foot + toe_bend;
    settle(leg);
    return bones.miss;
}

void reach_for(Posed& posed, const Reach& reach, Point target) {
    for (std::size_t at = 0; at < 2; ++at) {
        const auto side = side_name(posed.body, at);
        double miss = 0;
        if (reach.limb == "arm" + side) {
            miss = reach_with_arm(posed.body, at, reach, target);
        } else if (reach.limb == "leg" + side) {
            miss = reach_with_leg(posed.body, at, reach, target);
        }
        if (miss > 1e-5) {
            posed.misses.push_back({reach.limb, miss});
        }
    }
}

std::vector<std::string> reaching_limbs(const Frame& frame) {
    std::vector<std::string> limbs;
    std::ranges::transform(frame.ik, std::back_inserter(limbs), &Reach::limb);
    return limbs;
}

void place_body(Posed& posed, const Frame& frame) {
    auto points = named_points(posed.body);
    if (frame.place_point.empty()) {
        move_body(posed.body, {0, -lowest(body_circles(posed.body, reaching_limbs(frame)))});
    } else if (points.contains(frame.place_point)) {
        move_body(posed.body, frame.place_at - points[frame.place_point]);
    } else {
        posed.unknown.push_back(frame.place_point);
    }
    if (frame.align_point.empty()) {
        return;
    }
    points = named_points(posed.body);
    if (!points.contains(frame.align_point)) {
        posed.unknown.push_back(frame.align_point);
        return;
    }
    move_body(posed.body, {frame.align_x - points[frame.align_point].x, 0});
}

}  // namespace

void add_anchors(std::map<std::string, Point>& points, const Prop& prop) {
    for (const auto& [name, values] : prop.lists) {
        if (values.size() == 2 && !prop.words.contains(name)) {
            points.emplace(name, Point{values[0], values[1]});
        }
    }
}

void add_anchors(std::map<std::string, Point>& points, const std::vector<Prop>& props) {
    for (const auto& prop : props) {
        add_anchors(points, prop);
    }
}

std::optional<Point> find_target(const std::map<std::string, Point>& points, const Target& target) {
    if (target.name.empty()) {
        return target.offset;
    }
    const auto found = points.find(target.name);
    if (found == points.end()) {
        return std::nullopt;
    }
    const auto point = found->second + target.offset;
    return target.height_is_absolute ? Point{point.x, target.offset.y} : point;
}

std::vector<Prop> scene_of(const Figure& figure, const Frame& frame) {
    auto scene = figure.scene;
    scene.insert(scene.end(), frame.scene.begin(), frame.scene.end());
    return scene;
}

Posed pose_body(const Figure& figure, const Frame& frame) {
    Posed posed;
    posed.body = stand_body(figure.view, frame);
    place_body(posed, frame);
    for (const auto& reach : frame.ik) {
        auto points = named_points(posed.body);
        add_anchors(points, scene_of(figure, frame));
        const auto target = find_target(points, reach.to);
        if (target) {
            reach_for(posed, reach, *target);
        } else {
            posed.unknown.push_back(reach.to.name);
        }
    }
    return posed;
}

}  // namespace detour
