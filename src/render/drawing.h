// SPDX-License-Identifier: Apache-2.0
// A drawing is a plain list of paths and short texts, made once from data. The PDF printer paints it; a web page
// would write it as SVG. Units are the drawing's own, x to the right, y *down*, the ink starts at (0, 0).
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace detour {

struct Color {
    double red = 0;
    double green = 0;
    double blue = 0;
    double alpha = 1;
    bool operator==(const Color&) const = default;
};

constexpr Color grey(double level) {
    return {level, level, level, 1};
}

struct PathStep {
    enum class Kind { move, line, curve, close };
    Kind kind = Kind::move;
    double x = 0;  ///< end point
    double y = 0;
    double x1 = 0;  ///< curve: first control point
    double y1 = 0;
    double x2 = 0;  ///< curve: second control point
    double y2 = 0;
    bool operator==(const PathStep&) const = default;
};

struct Shape {
    std::vector<PathStep> steps;
    std::optional<Color> fill;
    std::optional<Color> stroke;
    double stroke_width = 0;  ///< in the drawing's units
    std::vector<double> dash;
    bool round = true;  ///< round caps and joins
    bool operator==(const Shape&) const = default;
};

struct Label {
    std::string text;
    double x = 0;
    double y = 0;     ///< baseline
    double size = 0;  ///< height of the type, in the drawing's units
    Color color;
    bool centred = false;
    bool operator==(const Label&) const = default;
};

struct Drawing {
    double width = 0;
    double height = 0;
    std::vector<std::variant<Shape, Label>> items;
    bool operator==(const Drawing&) const = default;
};

}  // namespace detour
