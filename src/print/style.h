// SPDX-License-Identifier: Apache-2.0
// Colours and type sizes of the pages. Each text and background pair has a contrast of at least 7; nothing relies on
// hue alone.
#pragma once

#include "render/drawing.h"

namespace detour {

constexpr Color rgb(int red, int green, int blue) {
    return {red / 255.0, green / 255.0, blue / 255.0, 1};
}

inline constexpr Color ink = rgb(0x14, 0x18, 0x1B);
inline constexpr Color accent = rgb(0x0B, 0x4F, 0x5C);
inline constexpr Color tint = rgb(0xE6, 0xF0, 0xF1);
inline constexpr Color stop_red = rgb(0x9B, 0x13, 0x18);
inline constexpr Color quiet = rgb(0x3A, 0x46, 0x4B);
inline constexpr Color rule_grey = rgb(0x7A, 0x8A, 0x90);
inline constexpr Color fine_grey = rgb(0xB9, 0xC3, 0xC7);
inline constexpr Color paper_white = rgb(0xFF, 0xFF, 0xFF);

/// Points. Sentences of the handout are never smaller than `body`, its labels never than `label`.
namespace type {
inline constexpr double title = 26;
inline constexpr double section = 16;
inline constexpr double dose_value = 15;
inline constexpr double strong = 13;
inline constexpr double body = 12.5;
inline constexpr double keeps = 12;
inline constexpr double dose_line = 11.5;
inline constexpr double label = 11;
inline constexpr double footer = 9;
inline constexpr double sheet = 8.8;
inline constexpr double sheet_section = 11;
}  // namespace type

/// Points.
namespace stroke {
inline constexpr double frame = 1.2;
inline constexpr double rule = 0.6;
inline constexpr double stop = 2.4;
}  // namespace stroke

inline constexpr double corner_mm = 2.2;
/// Longest comfortable line of running text.
inline constexpr double measure_mm = 140;
inline constexpr double mm_per_point = 25.4 / 72;

}  // namespace detour
