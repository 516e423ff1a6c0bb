// SPDX-License-Identifier: Apache-2.0
// Forward kinematics: angles to joints, for the view from the side and from the front.
#include "render/figure_skeleton.h"

#include <algorithm>
#include <cmath>

namespace detour {
namespace {

using Pose = std::map<std::string, double>;
namespace size = body_size;

bool is_flat(const Frame& frame, const std::string& part, const std::string& side) {
    const auto all = part == "foot" ? std::string("feet") : part + "s";
    return std::ranges::find(frame.flat, all) != frame.flat.end() ||
           std::ranges::find(frame.flat, part + side) != frame.flat.end();
}

double pose_length(const Pose& pose, const std::string& name, const std::string& side, double full) {
    const bool given = pose.contains(name + side) || pose.contains(name);
    return given ? full * pose_angle(pose, name, side) : full;
}

/// A limb that points at the reader is drawn shorter.
void foreshorten(Leg& leg, const Pose& pose, const std::string& side) {
    leg.thigh_length = pose_length(pose, "thigh_len", side, size::thigh);
    leg.shank_length = pose_length(pose, "shank_len", side, size::shank);
}

void foreshorten(Arm& arm, const Pose& pose, const std::string& side) {
    arm.upper_length = pose_length(pose, "uarm_len", side, size::upper_arm);
    arm.fore_length = pose_length(pose, "farm_len", side, size::forearm);
    arm.hand_length = pose_length(pose, "hand_len", side, size::hand);
}

/// The spine from the hip up; `leans` are the forward leans of its links.
std::vector<Point> spine_line(const std::array<double, 5>& leans) {
    const std::array<double, 5> links = {
        size::pelvis, size::lumbar_link, size::lumbar_link, size::thorax_link, size::thorax_link};
    std::vector<Point> line = {{}};
    for (std::size_t at = 0; at < links.size(); ++at) {
        line.push_back(line.back() + along(180 - leans[at]) * links[at]);
    }
    return line;
}

void place_head(Body& body, double neck_lean, double head_lean) {
    body.head_axis = 180 - head_lean;
    body.head = body.spine.back() + along(180 - neck_lean) * size::neck + along(body.head_axis) * size::half_head;
}

Body side_body(const Frame& frame) {
    const auto& pose = frame.pose;
    const auto of = [&](const char* joint, const std::string& side = "") { return pose_angle(pose, joint, side); };
    Body body;
    body.view = "side";
    const double waist = of("pitch") + of("lumbar");
    const double chest = waist + of("thorax");
    body.spine = spine_line({of("pitch"), (of("pitch") + waist) / 2, waist, (waist + chest) / 2, chest});
    place_head(body, chest + of("neck"), chest + of("neck") + of("head"));
    for (std::size_t at = 0; at < 2; ++at) {
        const auto side = side_name(body, at);
        const auto offset = at == 1 ? size::far_offset : Point{};
        auto& leg = body.legs[at];
        leg.hip = body.spine.front() + offset;
        leg.thigh = of("hip", side) - of("pitch");
        leg.shank = leg.thigh - of("knee", side);
        leg.foot = is_flat(frame, "foot", side) ? 90 : leg.shank + 90 + of("ankle", side);
        leg.toes = leg.foot + of("toe", side);
        foreshorten(leg, pose, side);
        settle(leg);
        auto& arm = body.arms[at];
        arm.shoulder = body.spine.back() - along(180 - chest) * size::shoulder_below_c7 + offset;
        arm.upper = of("shoulder", side) - chest;
        arm.fore = arm.upper + of("elbow", side);
        arm.palm = is_flat(frame, "hand", side) ? 90 : arm.fore + of("wrist", side);
        foreshorten(arm, pose, side);
        settle(arm);
    }
    return body;
}

void pose_front_leg(Leg& leg, const Pose& pose, const std::string& side, double down, double outward) {
    leg.from_front = true;
    foreshorten(leg, pose, side);
    leg.thigh = down + outward * pose_angle(pose, "abd", side);
    leg.shank = leg.thigh - outward * pose_angle(pose, "kneeplane", side);
    leg.foot = leg.shank + outward * (20 + pose_angle(pose, "foot", side));
    settle(leg);
}

void pose_front_arm(Arm& arm, const Pose& pose, const std::string& side, double down, double outward) {
    foreshorten(arm, pose, side);
    arm.upper = down + outward * pose_angle(pose, "arm", side);
    arm.fore = arm.upper + outward * pose_angle(pose, "elbow", side);
    arm.palm = arm.fore + outward * pose_angle(pose, "wrist", side);
    settle(arm);
}

/// `roll` and `side` lean to image-right; `abd` and `arm` open outward from the trunk.
Body front_body(const Frame& frame) {
    const auto& pose = frame.pose;
    const double roll = pose_angle(pose, "roll");
    const double chest = roll + pose_angle(pose, "side");
    Body body;
    body.view = "front";
    body.spine = spine_line({roll, (roll + chest) / 2, chest, chest, chest});
    place_head(body, chest + pose_angle(pose, "neck"), chest + pose_angle(pose, "neck") + pose_angle(pose, "head"));
    const auto shoulders = body.spine.back() - along(180 - chest) * size::shoulder_below_c7;
    for (std::size_t at = 0; at < 2; ++at) {
        const auto side = side_name(body, at);
        const double outward = at == 0 ? -1 : 1;
        body.legs[at].hip = body.spine.front() + along(90 - roll) * (outward * size::half_hips);
        pose_front_leg(body.legs[at], pose, side, -roll, outward);
        body.arms[at].shoulder = shoulders + along(90 - chest) * (outward * size::half_shoulders);
        pose_front_arm(body.arms[at], pose, side, -chest, outward);
    }
    return body;
}

}  // namespace

double pose_angle(const Pose& pose, const std::string& joint, const std::string& side) {
    if (const auto own = pose.find(joint + side); own != pose.end()) {
        return own->second;
    }
    const auto both = pose.find(joint);
    return both == pose.end() ? 0 : both->second;
}

void settle(Arm& arm) {
    arm.elbow = arm.shoulder + along(arm.upper) * arm.upper_length;
    arm.wrist = arm.elbow + along(arm.fore) * arm.fore_length;
    arm.hand = arm.wrist + along(arm.palm) * arm.hand_length;
}

void settle(Leg& leg) {
    leg.knee = leg.hip + along(leg.thigh) * leg.thigh_length;
    leg.ankle = leg.knee + along(leg.shank) * leg.shank_length;
}

double knee_angle(const Leg& leg) {
    return std::remainder(leg.thigh - leg.shank, 360);
}

double elbow_angle(const Arm& arm) {
    return std::remainder(arm.fore - arm.upper, 360);
}

std::string side_name(const Body& body, std::size_t side) {
    if (body.view == "front") {
        return side == 0 ? "_r" : "_l";
    }
    return side == 0 ? "_n" : "_f";
}

Body stand_body(const std::string& view, const Frame& frame) {
    return view == "front" ? front_body(frame) : side_body(frame);
}

std::array<Circle, 4> foot_circles(const Leg& leg) {
    const auto forward = along(leg.foot);
    if (leg.from_front) {
        const auto toe = leg.ankle + forward * 0.040;
        return {Circle{leg.ankle, 0.021}, {leg.ankle + along(leg.shank) * 0.014, 0.022}, {toe, 0.020}, {toe, 0.020}};
    }
    const auto down = along(leg.foot - 90);
    const auto ball = leg.ankle + forward * 0.068 + down * (size::ankle_height - 0.017);
    const auto toe = ball + along(leg.toes) * 0.030 + along(leg.toes - 90) * 0.004;
    const auto heel = leg.ankle - forward * 0.024 + down * (size::ankle_height - 0.019);
    return {Circle{leg.ankle, 0.023}, {heel, 0.019}, {ball, 0.017}, {toe, 0.013}};
}

const std::vector<double>& trunk_half_thickness(const Body& body) {
    static const std::vector<double> side = {0.064, 0.064, 0.057, 0.060, 0.068, 0.036};
    static const std::vector<double> front = {0.082, 0.084, 0.076, 0.080, 0.095, 0.040};
    return body.view == "front" ? front : side;
}

std::map<std::string, Point> named_points(const Body& body) {
    std::map<std::string, Point> points = {{"hip", body.spine[0]},
                                           {"waist", body.spine[2]},
                                           {"t12", body.spine[3]},
                                           {"chest", body.spine[4]},
                                           {"c7", body.spine[5]},
                                           {"head", body.head}};
    points["crown"] = body.head + along(body.head_axis) * size::half_head;
    for (std::size_t at = 0; at < 2; ++at) {
        const auto side = side_name(body, at);
        const auto& arm = body.arms[at];
        points["sh" + side] = arm.shoulder;
        points["elbow" + side] = arm.elbow;
        points["wrist" + side] = arm.wrist;
        points["grip" + side] = between(arm.wrist, arm.hand, 0.5);
        points["hand" + side] = arm.hand;
        const auto& leg = body.legs[at];
        const auto foot = foot_circles(leg);
        const auto down = leg.from_front ? along(leg.foot) : along(leg.foot - 90);
        points["hip" + side] = leg.hip;
        points["knee" + side] = leg.knee;
        points["ankle" + side] = leg.ankle;
        points["sole" + side] = leg.ankle + down * (leg.from_front ? 0.06 : size::ankle_height);
        points["heel" + side] = foot[1].centre + down * foot[1].radius;
        points["ball" + side] = foot[2].centre + down * foot[2].radius;
        points["toe" + side] = foot[3].centre + along(leg.toes - 90) * foot[3].radius;
    }
    return points;
}

std::vector<Circle> body_circles(const Body& body, const std::vector<std::string>& without) {
    const auto left_out = [&](const std::string& limb) { return std::ranges::find(without, limb) != without.end(); };
    std::vector<Circle> circles = {{body.head + along(body.head_axis) * 0.011, size::half_head_depth},
                                   {body.head - along(body.head_axis) * 0.011, size::half_head_depth}};
    const auto& thickness = trunk_half_thickness(body);
    for (std::size_t at = 0; at < body.spine.size(); ++at) {
        circles.push_back({body.spine[at], thickness[at]});
    }
    for (std::size_t at = 0; at < 2; ++at) {
        if (!left_out("arm" + side_name(body, at))) {
            const auto& arm = body.arms[at];
            circles.insert(circles.end(), {{arm.elbow, 0.026}, {arm.wrist, 0.018}, {arm.hand, 0.016}});
        }
        if (!left_out("leg" + side_name(body, at))) {
            const auto foot = foot_circles(body.legs[at]);
            circles.push_back({body.legs[at].knee, 0.036});
            circles.insert(circles.end(), foot.begin(), foot.end());
        }
    }
    return circles;
}

}  // namespace detour
