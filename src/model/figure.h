// SPDX-License-Identifier: Apache-2.0
// A picture as data: a jointed person posed by angles, placed by contact, with a few props. Drawn by render/figure.
// Units: stature = 1, x to the right, y up, floor y = 0. Angles in degrees, flexion positive (docs/figures.md).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace detour {

struct Point {
    double x = 0;
    double y = 0;
    bool operator==(const Point&) const = default;
};

/// A drawn thing: ground, mat, chair, bike, water ... Its parameters by name.
struct Prop {
    std::string type;
    std::map<std::string, double> numbers;
    std::map<std::string, std::string> words;
    std::map<std::string, std::vector<double>> lists;  ///< points and runs of numbers, flattened
    bool operator==(const Prop&) const = default;
};

/// A place: a point, a named anchor of a prop ("bar"), or a joint with an offset.
struct Target {
    std::string name;  ///< joint or anchor; empty: only the point
    Point offset;
    bool height_is_absolute = false;  ///< offset.y counts from the floor, not from the named point
    bool operator==(const Target&) const = default;
};

struct Reach {
    std::string limb;  ///< arm_n, leg_f ...
    Target to;
    bool grip = false;
    std::string bend;
    bool operator==(const Reach&) const = default;
};

struct Arrow {
    Target from;
    Target to;
    double bend = 0;
    bool both = false;
    bool operator==(const Arrow&) const = default;
};

struct Frame {
    std::map<std::string, double> pose;  ///< joint angles; a bare name sets both sides
    std::vector<std::string> flat;       ///< feet, hands, hand_n ...
    std::vector<std::string> order;      ///< front view: which part covers which
    std::string place_point;             ///< empty: drop to the floor
    Point place_at;
    std::string align_point;  ///< empty: none
    double align_x = 0;
    std::vector<Reach> ik;
    std::vector<Prop> scene;
    std::vector<Arrow> arrows;
    std::string badge;  ///< "hold" or empty
    std::optional<Point> badge_at;
    bool operator==(const Frame&) const = default;
};

struct Figure {
    std::string id;
    std::string view = "side";      ///< side or front
    std::string layout = "single";  ///< single, row, column
    bool mirror = false;
    std::vector<Prop> scene;    ///< in every frame, before the frame's own
    std::vector<Frame> frames;  ///< one to three
    bool operator==(const Figure&) const = default;
};

}  // namespace detour
