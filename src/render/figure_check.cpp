// SPDX-License-Identifier: Apache-2.0
// What is wrong with a figure, in words for the person who wrote its data.
#include "render/figure.h"
#include "render/figure_scene.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace detour {
namespace {

constexpr double below_floor = 0.012;
constexpr double largest_miss = 0.01;
constexpr double most_width = 1.6;
constexpr double most_height = 1.2;
constexpr std::size_t most_frames = 3;

struct Allowed {
    double low = 0;
    double high = 0;
};

const std::map<std::string, Allowed>& side_joints() {
    static const std::map<std::string, Allowed> joints = {{"pitch", {-180, 180}},
                                                          {"lumbar", {-45, 55}},
                                                          {"thorax", {-40, 45}},
                                                          {"neck", {-70, 50}},
                                                          {"head", {-40, 40}},
                                                          {"hip", {-30, 130}},
                                                          {"knee", {0, 150}},
                                                          {"ankle", {-80, 30}},
                                                          {"toe", {0, 80}},
                                                          {"shoulder", {-60, 180}},
                                                          {"elbow", {-15, 155}},
                                                          {"wrist", {-80, 80}}};
    return joints;
}

const std::map<std::string, Allowed>& shares() {
    static const std::map<std::string, Allowed> lengths = {
        {"uarm_len", {0, 1}}, {"farm_len", {0, 1}}, {"hand_len", {0, 1}}, {"thigh_len", {0, 1}}, {"shank_len", {0, 1}}};
    return lengths;
}

const std::map<std::string, Allowed>& front_joints() {
    static const std::map<std::string, Allowed> joints = {{"roll", {-180, 180}},
                                                          {"side", {-40, 40}},
                                                          {"neck", {-50, 50}},
                                                          {"head", {-40, 40}},
                                                          {"abd", {-60, 90}},
                                                          {"kneeplane", {-150, 150}},
                                                          {"foot", {-90, 90}},
                                                          {"arm", {-90, 180}},
                                                          {"elbow", {-155, 155}},
                                                          {"wrist", {-80, 80}}};
    return joints;
}

/// The joint without its side.
std::string bare(const std::string& name) {
    const bool has_side = name.ends_with("_n") || name.ends_with("_f") || name.ends_with("_r") || name.ends_with("_l");
    return has_side ? name.substr(0, name.size() - 2) : name;
}

using Problems = std::vector<std::string>;

void check_pose(const Figure& figure, const Frame& frame, Problems& problems) {
    const auto& joints = figure.view == "front" ? front_joints() : side_joints();
    for (const auto& [name, angle] : frame.pose) {
        const auto joint = bare(name);
        if (!joints.contains(joint) && !shares().contains(joint)) {
            problems.push_back(fmt::format("no joint '{}' in this view", name));
            continue;
        }
        const auto& allowed = joints.contains(joint) ? joints.at(joint) : shares().at(joint);
        if (angle < allowed.low || angle > allowed.high) {
            problems.push_back(fmt::format("{} is {}; expected {} to {}", name, angle, allowed.low, allowed.high));
        }
    }
}

/// Reaching may bend a joint further than anybody can.
void check_reached_joints(const Body& body, Problems& problems) {
    if (body.view == "front") {
        return;
    }
    for (std::size_t at = 0; at < 2; ++at) {
        const double knee = knee_angle(body.legs[at]);
        const double elbow = elbow_angle(body.arms[at]);
        if (knee < -8 || knee > 151) {
            problems.push_back(fmt::format("knee{} bends to {:.0f} degrees", side_name(body, at), knee));
        }
        const bool in_plane =
            body.arms[at].fore_length >= body_size::forearm && body.arms[at].upper_length >= body_size::upper_arm;
        if (in_plane && (elbow < -16 || elbow > 156)) {
            problems.push_back(fmt::format("elbow{} bends to {:.0f} degrees", side_name(body, at), elbow));
        }
    }
}

void check_floor(const Body& body, Problems& problems) {
    double low = 0;
    for (const auto& circle : body_circles(body)) {
        low = std::min(low, circle.centre.y - circle.radius);
    }
    if (low < -below_floor) {
        problems.push_back(fmt::format("the body is {:.3f} below the floor", -low));
    }
}

void check_frame(const Figure& figure, const Frame& frame, Problems& problems) {
    check_pose(figure, frame, problems);
    const auto drawn = draw_frame(figure, frame);
    check_reached_joints(drawn.posed.body, problems);
    check_floor(drawn.posed.body, problems);
    for (const auto& miss : drawn.posed.misses) {
        if (miss.distance > largest_miss) {
            problems.push_back(fmt::format("{} misses its target by {:.3f}", miss.limb, miss.distance));
        }
    }
    for (const auto& name : drawn.posed.unknown) {
        problems.push_back(fmt::format("nothing is called '{}'", name));
    }
    for (const auto& name : drawn.unknown) {
        problems.push_back(fmt::format("unknown {}", name));
    }
    const double width = drawn.extent.right - drawn.extent.left;
    const double height = drawn.extent.top - drawn.extent.bottom;
    if (width > most_width || height > most_height) {
        problems.push_back(
            fmt::format("the picture is {:.2f} x {:.2f}; at most {} x {}", width, height, most_width, most_height));
    }
}

}  // namespace

std::vector<std::string> figure_problems(const Figure& figure) {
    Problems problems;
    if (figure.frames.empty() || figure.frames.size() > most_frames) {
        problems.push_back(fmt::format("{} frames; expected 1 to {}", figure.frames.size(), most_frames));
    }
    for (std::size_t at = 0; at < figure.frames.size(); ++at) {
        Problems own;
        check_frame(figure, figure.frames[at], own);
        for (const auto& problem : own) {
            problems.push_back(fmt::format("frame {}: {}", at + 1, problem));
        }
    }
    return problems;
}

}  // namespace detour
