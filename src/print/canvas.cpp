// SPDX-License-Identifier: Apache-2.0
#include "print/canvas.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace detour {
namespace {

/// Saves the state of the target, scales it to millimetres, restores it.
class Millimetres {
public:
    explicit Millimetres(cairo_t* target) : target_(target) {
        cairo_save(target_);
        cairo_scale(target_, 1 / mm_per_point, 1 / mm_per_point);
    }
    ~Millimetres() { cairo_restore(target_); }
    Millimetres(const Millimetres&) = delete;
    Millimetres& operator=(const Millimetres&) = delete;

private:
    cairo_t* target_;
};

void set_color(cairo_t* target, Color color) {
    cairo_set_source_rgba(target, color.red, color.green, color.blue, color.alpha);
}

constexpr double quarter = std::numbers::pi / 2;

void rounded_path(cairo_t* target, const Area& area, double radius) {
    if (radius <= 0) {
        cairo_rectangle(target, area.x, area.y, area.width, area.height);
        return;
    }
    const double right = area.x + area.width;
    const double bottom = area.y + area.height;
    cairo_new_sub_path(target);
    cairo_arc(target, right - radius, area.y + radius, radius, -quarter, 0);
    cairo_arc(target, right - radius, bottom - radius, radius, 0, quarter);
    cairo_arc(target, area.x + radius, bottom - radius, radius, quarter, 2 * quarter);
    cairo_arc(target, area.x + radius, area.y + radius, radius, 2 * quarter, 3 * quarter);
    cairo_close_path(target);
}

void add_step(cairo_t* target, const PathStep& step) {
    switch (step.kind) {
        case PathStep::Kind::move:
            cairo_move_to(target, step.x, step.y);
            return;
        case PathStep::Kind::line:
            cairo_line_to(target, step.x, step.y);
            return;
        case PathStep::Kind::curve:
            cairo_curve_to(target, step.x1, step.y1, step.x2, step.y2, step.x, step.y);
            return;
        case PathStep::Kind::close:
            cairo_close_path(target);
            return;
    }
}

}  // namespace

TagScope::TagScope(cairo_t* target, std::string name) : target_(target), name_(std::move(name)) {
    if (target_ != nullptr) {
        cairo_tag_begin(target_, name_.c_str(), nullptr);
    }
}

TagScope::~TagScope() {
    if (target_ != nullptr) {
        cairo_tag_end(target_, name_.c_str());
    }
}

TagScope Canvas::tag(const std::string& name, const std::string& alt, const std::string& scope) {
    if (record_ != nullptr) {
        record_->tags.push_back({name, alt, scope});
    }
    return TagScope(target_, name);
}

double Canvas::text(const Text& text, Spot at, double width) {
    const TextLayout layout(*layouts_, text, width);
    const auto height = layout.height();
    if (is_measuring()) {
        return height;
    }
    cairo_save(target_);
    cairo_translate(target_, at.x / mm_per_point, at.y / mm_per_point);
    layout.show(target_);
    cairo_restore(target_);
    const auto words = words_of_text(text);
    record_->texts.push_back(
        {record_->page, {at.x + layout.left(), at.y, layout.width(), height}, text.style.size_pt, words});
    if (layout.unknown_glyphs() > 0) {
        record_->without_glyph.push_back(words);
    }
    return height;
}

double Canvas::tagged(const std::string& tag_name, const Text& words, Spot at, double width) {
    const auto scope = tag(tag_name);
    return text(words, at, width);
}

double Canvas::height_of(const Text& text, double width) const {
    return TextLayout(*layouts_, text, width).height();
}

double Canvas::width_of(const Text& text) const {
    return TextLayout(*layouts_, text, std::nullopt).width();
}

void Canvas::paint(const Ink& look) {
    if (look.fill) {
        set_color(target_, *look.fill);
        cairo_fill_preserve(target_);
    }
    if (look.line) {
        set_color(target_, *look.line);
        cairo_set_line_width(target_, look.width_pt * mm_per_point);
        cairo_set_line_join(target_, CAIRO_LINE_JOIN_ROUND);
        cairo_stroke_preserve(target_);
    }
    cairo_new_path(target_);
}

void Canvas::box(const Area& area, const Ink& look, double radius) {
    if (is_measuring()) {
        return;
    }
    const Millimetres scope(target_);
    rounded_path(target_, area, radius);
    paint(look);
}

void Canvas::polygon(const std::vector<Spot>& corners, const Ink& look) {
    if (is_measuring()) {
        return;
    }
    const Millimetres scope(target_);
    for (const auto& corner : corners) {
        cairo_line_to(target_, corner.x, corner.y);
    }
    cairo_close_path(target_);
    paint(look);
}

void Canvas::circle(Spot centre, double radius, const Ink& look) {
    if (is_measuring()) {
        return;
    }
    const Millimetres scope(target_);
    cairo_arc(target_, centre.x, centre.y, radius, 0, 4 * quarter);
    cairo_close_path(target_);
    paint(look);
}

void Canvas::line(Spot from, Spot to, Color color, double width_pt) {
    polyline({from, to}, color, width_pt);
}

void Canvas::polyline(const std::vector<Spot>& points, Color color, double width_pt) {
    if (is_measuring()) {
        return;
    }
    const Millimetres scope(target_);
    for (const auto& point : points) {
        cairo_line_to(target_, point.x, point.y);
    }
    set_color(target_, color);
    cairo_set_line_width(target_, width_pt * mm_per_point);
    cairo_set_line_join(target_, CAIRO_LINE_JOIN_ROUND);
    cairo_stroke(target_);
}

void Canvas::hatch(const Area& area, Color color) {
    if (is_measuring()) {
        return;
    }
    constexpr double step_mm = 1.6;
    const Millimetres scope(target_);
    cairo_rectangle(target_, area.x, area.y, area.width, area.height);
    cairo_clip(target_);
    for (double x = area.x - area.height; x < area.x + area.width; x += step_mm) {
        cairo_move_to(target_, x, area.y + area.height);
        cairo_line_to(target_, x + area.height, area.y);
    }
    set_color(target_, color);
    cairo_set_line_width(target_, stroke::rule * mm_per_point);
    cairo_stroke(target_);
}

void Canvas::top_bar(const Area& area, Color color, double radius) {
    if (is_measuring()) {
        return;
    }
    const Millimetres scope(target_);
    cairo_rectangle(target_, area.x, area.y, area.width, area.height);
    cairo_clip(target_);
    rounded_path(target_, {area.x, area.y, area.width, area.height + 2 * radius}, radius);
    set_color(target_, color);
    cairo_fill(target_);
}

void Canvas::shape(const Shape& shape, double scale, double least_stroke_pt) {
    for (const auto& step : shape.steps) {
        add_step(target_, step);
    }
    if (shape.fill) {
        set_color(target_, *shape.fill);
        cairo_fill_preserve(target_);
    }
    if (shape.stroke) {
        set_color(target_, *shape.stroke);
        cairo_set_line_width(target_, std::max(shape.stroke_width, least_stroke_pt * mm_per_point / scale));
        cairo_set_line_cap(target_, shape.round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
        cairo_set_line_join(target_, shape.round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
        cairo_set_dash(target_, shape.dash.data(), static_cast<int>(shape.dash.size()), 0);
        cairo_stroke_preserve(target_);
    }
    cairo_new_path(target_);
}

void Canvas::label(const Label& label, double scale) {
    const TextStyle style{label.size * scale / mm_per_point, true, label.color, Align::left, 1};
    const TextLayout layout(*layouts_, plain_text(label.text, style), std::nullopt);
    const double shift = label.centred ? layout.width() / scale / 2 : 0;
    constexpr double ascent_share = 0.78;  // of the line height, from its top to the baseline
    cairo_save(target_);
    cairo_translate(target_, label.x - shift, label.y - layout.height() * ascent_share / scale);
    cairo_scale(target_, mm_per_point / scale, mm_per_point / scale);
    layout.show(target_);
    cairo_restore(target_);
}

void Canvas::drawing(const Drawing& drawing, Spot at, double scale, double least_stroke_pt) {
    if (is_measuring()) {
        return;
    }
    const Millimetres scope(target_);
    cairo_translate(target_, at.x, at.y);
    cairo_scale(target_, scale, scale);
    for (const auto& item : drawing.items) {
        if (const auto* path = std::get_if<Shape>(&item)) {
            shape(*path, scale, least_stroke_pt);
        } else {
            label(std::get<Label>(item), scale);
        }
    }
}

void Canvas::watermark(const std::string& words, Spot centre, Color color) {
    if (is_measuring()) {
        return;
    }
    constexpr double size_pt = 54;
    constexpr double slope = -0.9;
    const TextLayout layout(*layouts_, plain_text(words, {size_pt, true, color, Align::left, 1}), std::nullopt);
    cairo_save(target_);
    cairo_translate(target_, centre.x / mm_per_point, centre.y / mm_per_point);
    cairo_rotate(target_, slope);
    cairo_translate(target_, -layout.width() / 2 / mm_per_point, -layout.height() / 2 / mm_per_point);
    layout.show(target_);
    cairo_restore(target_);
    record_->texts.push_back({record_->page, {centre.x, centre.y, 0, 0}, size_pt, words});
    if (layout.unknown_glyphs() > 0) {
        record_->without_glyph.push_back(words);
    }
}

}  // namespace detour
