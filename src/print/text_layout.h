// SPDX-License-Identifier: Apache-2.0
// A piece of text set in a width: measured before it is drawn.
#pragma once

#include "print/layout_cache.h"
#include "print/style.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace detour {

enum class Align { left, centre, right };

struct TextStyle {
    double size_pt = type::body;
    bool bold = false;
    Color color = ink;
    Align align = Align::left;
    double line = 1.1;  ///< distance of lines, x the height of the face
};

struct Run {
    std::string text;
    bool bold = false;
    std::optional<Color> color;
};

struct Text {
    std::vector<Run> runs;
    TextStyle style;
};

Text plain_text(std::string text, TextStyle style = {});
/// A bold lead, a space, the rest.
Text led_text(std::string lead, std::string rest, TextStyle style = {}, std::optional<Color> lead_color = {});
std::string words_of_text(const Text& text);

/// A kept text with its colour. Sizes in millimetres. Used within one document.
class TextLayout {
public:
    /// `width` in mm; none: one line a paragraph.
    TextLayout(LayoutCache& layouts, const Text& text, std::optional<double> width)
        : text_(&layouts.set(text, width)), color_(text.style.color) {}
    double width() const { return text_->width; }  ///< of the ink's advance, not of the box
    double height() const { return text_->height; }
    double left() const { return text_->left; }  ///< where the first glyph starts, from the left of the box
    int unknown_glyphs() const { return text_->unknown_glyphs; }
    /// At the current point's origin (0, 0), in points.
    void show(cairo_t* target) const;

private:
    const SetText* text_;
    Color color_;
};

/// The text at the largest size from its own down to `least_pt` at which it stays on one line; else at `least_pt`.
Text fitted(LayoutCache& layouts, Text text, double width, double least_pt);

}  // namespace detour
