// SPDX-License-Identifier: Apache-2.0
#include "print/layout_cache.h"

#include "print/text_layout.h"

#include <algorithm>
#include <cmath>
#include <type_traits>
#include <utility>

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

double to_mm(int pango_units) {
    return static_cast<double>(pango_units) / PANGO_SCALE * mm_per_point;
}

SetText set_afresh(const Fonts& fonts, const Text& text, std::optional<double> width) {
    SetText set{fonts.layout(text.style.size_pt, text.style.bold)};
    auto* layout = set.layout.get();
    pango_layout_set_width(
        layout, width ? static_cast<int>(std::lround(std::max(*width, 1.0) / mm_per_point * PANGO_SCALE)) : -1);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout, width ? pango_align(text.style.align) : PANGO_ALIGN_LEFT);
    pango_layout_set_line_spacing(layout, static_cast<float>(text.style.line));
    set_runs(layout, text.runs);
    PangoRectangle logical{};
    pango_layout_get_extents(layout, nullptr, &logical);
    set.width = to_mm(logical.width);
    set.height = to_mm(logical.height);
    set.left = to_mm(logical.x);
    set.unknown_glyphs = pango_layout_get_unknown_glyphs_count(layout);
    return set;
}

template <class T>
void add_bytes(std::string& key, const T& value) {
    static_assert(std::is_trivially_copyable_v<T>);
    key.append(reinterpret_cast<const char*>(&value), sizeof value);
}

/// All that decides how a text is set: numbers as their bytes, texts with their length.
void write_key(std::string& key, const Text& text, std::optional<double> width) {
    key.clear();
    add_bytes(key, text.style.size_pt);
    add_bytes(key, text.style.line);
    add_bytes(key, width.value_or(-1));
    add_bytes(key, text.style.align);
    add_bytes(key, text.style.bold);
    for (const auto& run : text.runs) {
        add_bytes(key, run.text.size());
        key += run.text;
        add_bytes(key, run.bold);
        add_bytes(key, run.color.has_value());
        const auto color = run.color.value_or(Color{});
        for (const double part : {color.red, color.green, color.blue}) {
            add_bytes(key, part);
        }
    }
}

}  // namespace

const SetText& LayoutCache::set(const Text& text, std::optional<double> width) {
    write_key(key_, text, width);
    if (const auto found = recent_.find(key_); found != recent_.end()) {
        return found->second;
    }
    if (auto old = older_.extract(key_)) {
        return recent_.insert(std::move(old)).position->second;
    }
    return recent_.emplace(key_, set_afresh(fonts_, text, width)).first->second;
}

void LayoutCache::forget_old() {
    if (recent_.size() >= most_) {
        older_ = std::exchange(recent_, {});
    }
}

}  // namespace detour
