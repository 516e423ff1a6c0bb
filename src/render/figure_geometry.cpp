// SPDX-License-Identifier: Apache-2.0
// Outlines from circles, capsules and splines; arcs become cubic curves of at most a quarter turn.
#include "render/figure_geometry.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace detour {
namespace {

constexpr double degree = std::numbers::pi / 180;

PathStep move_to(Point point) {
    return {.kind = PathStep::Kind::move, .x = point.x, .y = point.y};
}

PathStep line_to(Point point) {
    return {.kind = PathStep::Kind::line, .x = point.x, .y = point.y};
}

PathStep curve_to(Point first, Point second, Point end) {
    return {PathStep::Kind::curve, end.x, end.y, first.x, first.y, second.x, second.y};
}

const PathStep close{.kind = PathStep::Kind::close};

Point polar(double radians) {
    return {std::cos(radians), std::sin(radians)};
}

/// Curves from the current point, which is on the circle at `from`, to the angle `to` (radians).
void arc_onward(Steps& steps, Circle circle, double from, double to) {
    const int pieces = std::max(1, static_cast<int>(std::ceil(std::abs(to - from) / (std::numbers::pi / 2) - 1e-9)));
    const double piece = (to - from) / pieces;
    const double handle = 4.0 / 3.0 * std::tan(piece / 4) * circle.radius;
    for (int at = 0; at < pieces; ++at) {
        const double start = from + piece * at;
        const double end = start + piece;
        const auto first = circle.centre + polar(start) * circle.radius;
        const auto last = circle.centre + polar(end) * circle.radius;
        steps.push_back(curve_to(first + polar(start + std::numbers::pi / 2) * handle,
                                 last - polar(end + std::numbers::pi / 2) * handle,
                                 last));
    }
}

double signed_area(const std::vector<Point>& corners) {
    double area = 0;
    for (std::size_t at = 0; at < corners.size(); ++at) {
        const auto& next = corners[(at + 1) % corners.size()];
        area += corners[at].x * next.y - next.x * corners[at].y;
    }
    return area / 2;
}

Point catmull_rom(const std::vector<Point>& points, std::size_t link, double share) {
    const auto last = points.size() - 1;
    const auto before = points[link == 0 ? 0 : link - 1];
    const auto start = points[link];
    const auto end = points[link + 1];
    const auto after = points[std::min(link + 2, last)];
    const double s2 = share * share;
    const double s3 = s2 * share;
    return (start * 2 + (end - before) * share + (before * 2 - start * 5 + end * 4 - after) * s2 +
            (start * 3 - before - end * 3 + after) * s3) *
           0.5;
}

void include_curve(Extent& extent, Point start, const PathStep& step) {
    for (const double t : {0.25, 0.5, 0.75}) {
        const double s = 1 - t;
        extent.include(start * (s * s * s) + Point{step.x1, step.y1} * (3 * s * s * t) +
                       Point{step.x2, step.y2} * (3 * s * t * t) + Point{step.x, step.y} * (t * t * t));
    }
}

}  // namespace

double length(Point vector) {
    return std::hypot(vector.x, vector.y);
}

Point along(double degrees) {
    return {std::sin(degrees * degree), -std::cos(degrees * degree)};
}

double direction(Point vector) {
    return std::atan2(vector.x, -vector.y) / degree;
}

Point between(Point a, Point b, double share) {
    return a + (b - a) * share;
}

void Extent::include(Point point, double margin) {
    left = std::min(left, point.x - margin);
    right = std::max(right, point.x + margin);
    bottom = std::min(bottom, point.y - margin);
    top = std::max(top, point.y + margin);
}

void Extent::include(const Extent& other) {
    if (!other.empty()) {
        include(Point{other.left, other.bottom});
        include(Point{other.right, other.top});
    }
}

void add_circle(Steps& steps, Circle circle) {
    steps.push_back(move_to(circle.centre + polar(0) * circle.radius));
    arc_onward(steps, circle, 0, 2 * std::numbers::pi);
    steps.push_back(close);
}

void add_capsule(Steps& steps, Circle a, Circle b) {
    const auto axis = b.centre - a.centre;
    const double distance = length(axis);
    if (distance <= std::abs(a.radius - b.radius) + 1e-9) {
        add_circle(steps, a.radius > b.radius ? a : b);
        return;
    }
    const double heading = std::atan2(axis.y, axis.x);
    const double touch = std::acos((a.radius - b.radius) / distance);
    steps.push_back(move_to(a.centre + polar(heading + touch) * a.radius));
    arc_onward(steps, a, heading + touch, heading + 2 * std::numbers::pi - touch);
    steps.push_back(line_to(b.centre + polar(heading - touch) * b.radius));
    arc_onward(steps, b, heading - touch, heading + touch);
    steps.push_back(close);
}

void add_polygon(Steps& steps, std::vector<Point> corners) {
    if (signed_area(corners) < 0) {
        std::ranges::reverse(corners);
    }
    add_line(steps, corners);
    steps.push_back(close);
}

void add_line(Steps& steps, const std::vector<Point>& points) {
    for (std::size_t at = 0; at < points.size(); ++at) {
        steps.push_back(at == 0 ? move_to(points[at]) : line_to(points[at]));
    }
}

void add_curve(Steps& steps, const std::vector<Point>& points) {
    add_line(steps, spline(points, 8));
}

void add_arc(Steps& steps, Point centre, double radius, double from, double to) {
    steps.push_back(move_to(centre + polar(from * degree) * radius));
    arc_onward(steps, {centre, radius}, from * degree, to * degree);
}

void add_ellipse(Steps& steps, Point centre, double half_length, double half_width, double axis) {
    Steps unit;
    add_circle(unit, {{}, 1});
    const auto u = along(axis) * half_length;
    const auto v = along(axis + 90) * half_width;
    const auto place = [&](double& x, double& y) {
        const auto point = centre + u * x + v * y;
        x = point.x;
        y = point.y;
    };
    for (auto& step : unit) {
        place(step.x, step.y);
        place(step.x1, step.y1);
        place(step.x2, step.y2);
    }
    steps.insert(steps.end(), unit.begin(), unit.end());
}

std::vector<Point> spline(const std::vector<Point>& points, int per_link) {
    std::vector<Point> line;
    for (std::size_t link = 0; link + 1 < points.size(); ++link) {
        for (int at = 0; at < per_link; ++at) {
            line.push_back(catmull_rom(points, link, static_cast<double>(at) / per_link));
        }
    }
    line.push_back(points.back());
    return line;
}

Extent extent_of(const Steps& steps) {
    Extent extent;
    Point current;
    for (const auto& step : steps) {
        if (step.kind == PathStep::Kind::close) {
            continue;
        }
        if (step.kind == PathStep::Kind::curve) {
            include_curve(extent, current, step);
        }
        current = {step.x, step.y};
        extent.include(current);
    }
    return extent;
}

}  // namespace detour
