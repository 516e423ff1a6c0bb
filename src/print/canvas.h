// SPDX-License-Identifier: Apache-2.0
// Where blocks draw, in millimetres from the top left of the page. A canvas without a target measures: the same code
// runs and returns heights, nothing is painted. So what is measured is what is drawn.
#pragma once

#include "print/drawn_text.h"
#include "print/text_layout.h"

#include <optional>
#include <string>
#include <vector>

namespace detour {

struct Spot {
    double x = 0;
    double y = 0;
    bool operator==(const Spot&) const = default;
};

/// A structure tag in the order in which it was opened, with what Cairo cannot write.
struct PdfTag {
    std::string name;   ///< "Figure"
    std::string alt;    ///< Figure: the description
    std::string scope;  ///< TH: "Column" or "Row"
    bool operator==(const PdfTag&) const = default;
};

/// What was drawn: for the PDF's structure, and for tests.
struct Record {
    std::vector<PdfTag> tags;
    std::vector<DrawnText> texts;
    std::vector<std::string> without_glyph;  ///< texts with a character that no typeface has
    int page = 1;
};

struct Ink {
    std::optional<Color> fill;
    std::optional<Color> line;
    double width_pt = stroke::rule;
};

class Canvas;

/// Closes a structure tag at the end of its scope.
class TagScope {
public:
    TagScope(cairo_t* target, std::string name);
    ~TagScope();
    TagScope(const TagScope&) = delete;
    TagScope& operator=(const TagScope&) = delete;

private:
    cairo_t* target_;
    std::string name_;
};

class Canvas {
public:
    /// Measures only.
    explicit Canvas(LayoutCache& layouts) : layouts_(&layouts) {}
    /// Draws; `target` is in points, all outlive the canvas.
    Canvas(LayoutCache& layouts, cairo_t* target, Record& record)
        : layouts_(&layouts), target_(target), record_(&record) {}

    bool is_measuring() const { return target_ == nullptr; }
    LayoutCache& layouts() const { return *layouts_; }

    [[nodiscard]] TagScope tag(const std::string& name, const std::string& alt = "", const std::string& scope = "");

    /// Each returns the height that the text takes.
    double text(const Text& text, Spot at, double width);
    /// The text as an element of its own.
    double tagged(const std::string& tag, const Text& text, Spot at, double width);
    double height_of(const Text& text, double width) const;
    double width_of(const Text& text) const;
    Text fitted_to(Text text, double width, double least_pt) const { return fitted(*layouts_, text, width, least_pt); }

    void box(const Area& area, const Ink& look, double radius = 0);
    void polygon(const std::vector<Spot>& corners, const Ink& look);
    void circle(Spot centre, double radius, const Ink& look);
    void line(Spot from, Spot to, Color color, double width_pt);
    void polyline(const std::vector<Spot>& points, Color color, double width_pt);
    /// Thin slanted lines within `area`.
    void hatch(const Area& area, Color color);
    /// Only the top corners round: the bar of a framed box.
    void top_bar(const Area& area, Color color, double radius);
    /// `drawing` at `scale` mm a unit, its top left at `at`. Lines are at least `least_stroke_pt` wide.
    void drawing(const Drawing& drawing, Spot at, double scale, double least_stroke_pt);
    /// Large slanted words across the page.
    void watermark(const std::string& words, Spot centre, Color color);

private:
    void paint(const Ink& look);
    void shape(const Shape& shape, double scale, double least_stroke_pt);
    void label(const Label& label, double scale);

    LayoutCache* layouts_;
    cairo_t* target_ = nullptr;
    Record* record_ = nullptr;
};

}  // namespace detour
