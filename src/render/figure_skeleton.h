// SPDX-License-Identifier: Apache-2.0
// The jointed person: link lengths, joints placed by angles, by contact and by reach. No ink here.
//
// Lengths are shares of stature after Drillis and Contini 1966, as tabulated by Winter 2009, fig. 4.1; the split of
// the trunk and all thicknesses are our own, by eye (docs/figures.md).
#pragma once

#include "model/figure.h"
#include "render/figure_geometry.h"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace detour {

namespace body_size {
inline constexpr double ankle_height = 0.039;
inline constexpr double shank = 0.246;
inline constexpr double thigh = 0.245;
inline constexpr double upper_arm = 0.186;
inline constexpr double forearm = 0.146;
inline constexpr double hand = 0.075;  ///< drawn closed
inline constexpr double pelvis = 0.085;
inline constexpr double lumbar_link = 0.045;
inline constexpr double thorax_link = 0.0675;
inline constexpr double shoulder_below_c7 = 0.022;
inline constexpr double neck = 0.030;
inline constexpr double half_head = 0.065;
inline constexpr double half_head_depth = 0.054;
inline constexpr double half_shoulders = 0.105;  ///< front view: joint centres
inline constexpr double half_hips = 0.048;
inline constexpr Point far_offset{0.022, 0.010};
}  // namespace body_size

/// Link directions in the world, degrees as in figure_geometry.h. Lengths below the full ones foreshorten a link.
struct Arm {
    Point shoulder;
    Point elbow;
    Point wrist;
    Point hand;  ///< end of the closed hand
    double upper = 0;
    double fore = 0;
    double palm = 0;
    double upper_length = body_size::upper_arm;
    double fore_length = body_size::forearm;
    double hand_length = body_size::hand;
};

struct Leg {
    Point hip;
    Point knee;
    Point ankle;
    double thigh = 0;
    double shank = 0;
    double foot = 0;
    double toes = 0;
    double thigh_length = body_size::thigh;
    double shank_length = body_size::shank;
    bool from_front = false;  ///< the foot points at the reader
};

struct Body {
    std::string view;
    std::vector<Point> spine;  ///< hip, top of pelvis, two lumbar links, two thoracic links to C7
    Point head;                ///< centre
    double head_axis = 0;      ///< direction chin to crown
    std::array<Arm, 2> arms;   ///< near and far; in front view image-left and image-right
    std::array<Leg, 2> legs;
};

/// A target that no arm or leg can reach, and by how much.
struct Miss {
    std::string limb;
    double distance = 0;
};

struct Posed {
    Body body;
    std::vector<Miss> misses;
    std::vector<std::string> unknown;  ///< names that no joint or anchor has
};

/// Poses, drops or places, aligns, then reaches. Never fails: what is impossible is told in the result.
Posed pose_body(const Figure& figure, const Frame& frame);

/// Every joint by its name in the data: hip, knee_n, wrist_f, head, t12 ...
std::map<std::string, Point> named_points(const Body& body);

/// Adds the points of props: a list of two numbers called `bar` is the anchor `bar`.
void add_anchors(std::map<std::string, Point>& points, const Prop& prop);
void add_anchors(std::map<std::string, Point>& points, const std::vector<Prop>& props);

/// The circles whose hulls are the person, without the limbs named ("arm_n", "leg_f").
std::vector<Circle> body_circles(const Body& body, const std::vector<std::string>& without = {});

/// Half thickness of the trunk at each point of `Body::spine`.
const std::vector<double>& trunk_half_thickness(const Body& body);

/// The circles of one foot: ankle, heel, ball, toe.
std::array<Circle, 4> foot_circles(const Leg& leg);

/// Flexion as a goniometer reads it, degrees.
double knee_angle(const Leg& leg);
double elbow_angle(const Arm& arm);

/// Recomputes the joints of a limb from its root and directions.
void settle(Arm& arm);
void settle(Leg& leg);

/// The angle of a joint: its side's, else the one for both sides, else 0.
double pose_angle(const std::map<std::string, double>& pose, const std::string& joint, const std::string& side = "");

/// The person at the origin, as the angles say.
Body stand_body(const std::string& view, const Frame& frame);

/// "_n" and "_f", in front view "_r" and "_l".
std::string side_name(const Body& body, std::size_t side);

/// The scene of a frame: the figure's own, then the frame's.
std::vector<Prop> scene_of(const Figure& figure, const Frame& frame);

/// The place that a target means, nothing for an unknown name.
std::optional<Point> find_target(const std::map<std::string, Point>& points, const Target& target);

}  // namespace detour
