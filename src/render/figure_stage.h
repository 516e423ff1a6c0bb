// SPDX-License-Identifier: Apache-2.0
// Where a frame is drawn: the posed person, every named point, and the shapes so far. Shapes keep the figure's
// coordinates (stature = 1, y up) and stroke widths in units of 1/100 stature until `finished`.
#pragma once

#include "render/figure_skeleton.h"

#include <string_view>

namespace detour {

/// Greys 20 points apart where two must differ, so that a photocopy still tells them apart.
namespace figure_color {
inline constexpr Color ink{0.08, 0.09, 0.11};
inline constexpr Color skin{1, 1, 1};
inline constexpr Color shirt{0.66, 0.80, 0.82};
inline constexpr Color shorts{0.27, 0.38, 0.42};
inline constexpr Color shoe{0.11, 0.13, 0.15};
inline constexpr Color far_ink{0.42, 0.46, 0.48};
inline constexpr Color far_skin{0.86, 0.88, 0.89};
inline constexpr Color far_shirt{0.75, 0.84, 0.86};
inline constexpr Color far_shorts{0.55, 0.61, 0.64};
inline constexpr Color far_shoe{0.44, 0.48, 0.50};
inline constexpr Color accent{0.04, 0.31, 0.36};
inline constexpr Color prop_dark{0.23, 0.27, 0.29};
inline constexpr Color prop_mid{0.66, 0.70, 0.72};
inline constexpr Color prop_light{0.89, 0.91, 0.92};
inline constexpr Color water{0.42, 0.70, 0.78, 0.36};
}  // namespace figure_color

/// Line widths in units of 1/100 stature.
namespace figure_line {
inline constexpr double near_outline = 0.85;
inline constexpr double far_outline = 0.6;
inline constexpr double halo = 0.8;
inline constexpr double ground = 1.3;
inline constexpr double arrow = 1.5;
inline constexpr double prop = 0.7;
}  // namespace figure_line

struct Stage {
    Body body;
    std::map<std::string, Point> points;
    std::vector<Shape> shapes;
    std::vector<std::string> unknown;  ///< props and names that do not exist
};

void fill(Stage& stage, Steps steps, Color color);
void stroke(Stage& stage, Steps steps, Color color, double width);
/// Strokes, then fills: the outline lies outside the shape and inner seams vanish.
void outline(Stage& stage,
             const Steps& steps,
             Color inside,
             Color ink = figure_color::ink,
             double width = figure_line::near_outline);

double number_or(const Prop& prop, const std::string& name, double otherwise);
std::vector<double> numbers_of(const Prop& prop, const std::string& name);
std::string word_of(const Prop& prop, const std::string& name);
/// The point called `name` in the prop: two numbers, a joint, or a joint with an offset. Reports an unknown joint.
Point point_of(Stage& stage, const Prop& prop, const std::string& name);
/// dark, mid, light, white, ink, cloth or accent.
Color tone_of(const Prop& prop, Color otherwise);

/// `between`: props drawn after the far leg, before the trunk.
void draw_person(Stage& stage, const Frame& frame, const std::vector<Prop>& between = {});
/// Draws a prop, or notes an unknown type.
void draw_prop(Stage& stage, const Prop& prop);
void draw_arrow(Stage& stage, const Arrow& arrow);
/// A small clock: hold this.
void draw_badge(Stage& stage, Point at);

/// The props of one corner; false if the type is not among them.
bool draw_furniture(Stage& stage, const Prop& prop);
bool draw_gear(Stage& stage, const Prop& prop);
bool draw_machine(Stage& stage, const Prop& prop);
bool draw_water(Stage& stage, const Prop& prop);
bool draw_worn(Stage& stage, const Prop& prop);
bool draw_plain(Stage& stage, const Prop& prop);

}  // namespace detour
