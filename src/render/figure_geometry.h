// SPDX-License-Identifier: Apache-2.0
// Plane geometry of the figures. Stature = 1, x to the right, y up; a direction is an angle in degrees from straight
// down towards +x, as a hanging limb swings forward.
#pragma once

#include "model/figure.h"
#include "render/drawing.h"

#include <vector>

namespace detour {

inline Point operator+(Point a, Point b) {
    return {a.x + b.x, a.y + b.y};
}
inline Point operator-(Point a, Point b) {
    return {a.x - b.x, a.y - b.y};
}
inline Point operator*(Point a, double factor) {
    return {a.x * factor, a.y * factor};
}

double length(Point vector);
/// The unit vector of a direction: 0 is down, 90 is +x, 180 is up.
Point along(double degrees);
/// The direction of a vector, -180 to 180.
double direction(Point vector);
Point between(Point a, Point b, double share);

struct Circle {
    Point centre;
    double radius = 0;
};

/// A box that grows with what is put into it.
struct Extent {
    double left = 1e9;
    double bottom = 1e9;
    double right = -1e9;
    double top = -1e9;
    void include(Point point, double margin = 0);
    void include(const Extent& other);
    bool empty() const { return right < left; }
};

using Steps = std::vector<PathStep>;

// All closed outlines run the same way round, so that overlapping ones fill as their union.
void add_circle(Steps& steps, Circle circle);
/// The hull of two circles.
void add_capsule(Steps& steps, Circle a, Circle b);
void add_polygon(Steps& steps, std::vector<Point> corners);
void add_line(Steps& steps, const std::vector<Point>& points);
/// A smooth open line through the points.
void add_curve(Steps& steps, const std::vector<Point>& points);
/// An arc about `centre`; angles in degrees, anticlockwise from +x.
void add_arc(Steps& steps, Point centre, double radius, double from, double to);
/// An ellipse whose long axis, `half_length`, points along `axis`.
void add_ellipse(Steps& steps, Point centre, double half_length, double half_width, double axis);

/// A smooth line through `points`, `per_link` samples a link, ends included (Catmull-Rom).
std::vector<Point> spline(const std::vector<Point>& points, int per_link);

/// What the steps cover, curves sampled.
Extent extent_of(const Steps& steps);

}  // namespace detour
