// SPDX-License-Identifier: Apache-2.0
#include "print/text_layout.h"

#include <algorithm>
#include <cmath>

namespace detour {
namespace {

guint16 channel(double value) {
    return static_cast<guint16>(std::lround(value * 65535));
}

void add_attribute(PangoAttrList* list, PangoAttribute* attribute, std::size_t from, std::size_t to) {
    attribute->start_index = static_cast<guint>(from);
    attribute->end_index = static_cast<guint>(to);
    pango_attr_list_insert(list, attribute);  // takes the attribute
}

void set_runs(PangoLayout* layout, const std::vector<Run>& runs) {
    std::string all;
    Handle<PangoAttrList> list(pango_attr_list_new());
    for (const auto& run : runs) {
        const auto from = all.size();
        all += run.text;
        if (run.bold) {
            add_attribute(list.get(), pango_attr_weight_new(PANGO_WEIGHT_BOLD), from, all.size());
        }
        if (run.color) {
            add_attribute(
                list.get(),
                pango_attr_foreground_new(channel(run.color->red), channel(run.color->green), channel(run.color->blue)),
                from,
                all.size());
        }
    }
    pango_layout_set_text(layout, all.data(), static_cast<int>(all.size()));
    pango_layout_set_attributes(layout, list.get());
}

PangoAlignment pango_align(Align align) {
    switch (align) {
        case Align::left:
            return PANGO_ALIGN_LEFT;
        case Align::centre:
            return PANGO_ALIGN_CENTER;
        case Align::right:
            return PANGO_ALIGN_RIGHT;
    }
    return PANGO_ALIGN_LEFT;
}

PangoRectangle extents(PangoLayout* layout) {
    PangoRectangle logical{};
    pango_layout_get_extents(layout, nullptr, &logical);
    return logical;
}

double to_mm(int pango_units) {
    return static_cast<double>(pango_units) / PANGO_SCALE * mm_per_point;
}

}  // namespace

Text plain_text(std::string text, TextStyle style) {
    return {{{std::move(text), false, {}}}, style};
}

Text led_text(std::string lead, std::string rest, TextStyle style, std::optional<Color> lead_color) {
    return {{{std::move(lead), true, lead_color}, {"  " + std::move(rest), false, {}}}, style};
}

std::string words_of_text(const Text& text) {
    std::string words;
    for (const auto& run : text.runs) {
        words += run.text;
    }
    return words;
}

TextLayout::TextLayout(const Fonts& fonts, const Text& text, std::optional<double> width)
    : layout_(fonts.layout(text.style.size_pt, text.style.bold)), color_(text.style.color) {
    pango_layout_set_width(
        layout_.get(), width ? static_cast<int>(std::lround(std::max(*width, 1.0) / mm_per_point * PANGO_SCALE)) : -1);
    pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout_.get(), width ? pango_align(text.style.align) : PANGO_ALIGN_LEFT);
    pango_layout_set_line_spacing(layout_.get(), static_cast<float>(text.style.line));
    set_runs(layout_.get(), text.runs);
}

double TextLayout::width() const {
    return to_mm(extents(layout_.get()).width);
}

double TextLayout::height() const {
    return to_mm(extents(layout_.get()).height);
}

double TextLayout::left() const {
    return to_mm(extents(layout_.get()).x);
}

int TextLayout::lines() const {
    return pango_layout_get_line_count(layout_.get());
}

bool TextLayout::splits_a_word() const {
    const std::string_view text = pango_layout_get_text(layout_.get());
    for (int i = 1; i < lines(); ++i) {
        const auto start = static_cast<std::size_t>(pango_layout_get_line_readonly(layout_.get(), i)->start_index);
        const char before = start > 0 ? text[start - 1] : ' ';
        if (before != ' ' && before != '-' && before != '\n' && static_cast<unsigned char>(before) < 0x80) {
            return true;
        }
    }
    return false;
}

int TextLayout::unknown_glyphs() const {
    return pango_layout_get_unknown_glyphs_count(layout_.get());
}

void TextLayout::show(cairo_t* target) const {
    cairo_set_source_rgba(target, color_.red, color_.green, color_.blue, color_.alpha);
    pango_cairo_show_layout(target, layout_.get());
}

Text fitted(const Fonts& fonts, Text text, double width, double least_pt) {
    constexpr double step_pt = 0.5;
    while (text.style.size_pt > least_pt && TextLayout(fonts, text, std::nullopt).width() > width) {
        text.style.size_pt = std::max(least_pt, text.style.size_pt - step_pt);
    }
    return text;
}

}  // namespace detour
