// SPDX-License-Identifier: Apache-2.0
// Headings, paragraphs, lists, gaps to fill in, messages.
#include "base/text.h"
#include "print/blocks.h"

#include <fmt/format.h>

#include <algorithm>

namespace detour {
namespace {

double heading_size(const Heading& heading, PageKind kind) {
    if (kind == PageKind::clinician) {
        return heading.level == 1 ? type::section : type::sheet_section;
    }
    return heading.level == 1 ? type::title : heading.level == 2 ? type::section : type::strong;
}

double draw_aside(Canvas& canvas, const Heading& heading, const BlockPlace& place, double width, double base) {
    const bool sheet = place.kind == PageKind::clinician;
    const TextStyle style{sheet ? type::sheet : type::label, false, quiet, Align::right, 1};
    double height = 0;
    for (const auto& line : heading.aside) {
        height += canvas.height_of(plain_text(line, style), width);
    }
    double y = place.y + std::max(0.0, base - height);
    for (const auto& line : heading.aside) {
        y += canvas.tagged("P", plain_text(line, style), {place.x + place.width - width, y}, width);
    }
    return height;
}

double longest_line(const BlockPlace& place) {
    const bool keeps_measure = place.kind == PageKind::handout && place.tightness < 1;
    return keeps_measure ? std::min(place.width, measure_mm) : place.width;
}

TextStyle paragraph_style(const Paragraph& paragraph, PageKind kind) {
    auto style = body_style(kind);
    switch (paragraph.weight) {
        case Paragraph::Weight::plain:
            break;
        case Paragraph::Weight::strong:
            style.bold = true;
            style.color = accent;
            break;
        case Paragraph::Weight::faint:
            style.color = quiet;
            break;
        case Paragraph::Weight::large:
            style.size_pt *= 1.3;
            style.bold = true;
            break;
    }
    return style;
}

}  // namespace

double draw(Canvas& canvas, const Heading& heading, const BlockPlace& place) {
    constexpr double gap = 4;
    Text text = plain_text(heading.text, {heading_size(heading, place.kind), true, accent, Align::left, 1});
    const double most = heading.aside.empty() ? place.width : place.width * (heading.level == 1 ? 0.62 : 0.5);
    text = canvas.fitted_to(text, most, std::max(text.style.size_pt * 0.7, type::label));
    const double width = std::min(most, canvas.width_of(text) + 1);
    const auto height =
        canvas.tagged(fmt::format("H{}", std::clamp(heading.level, 1, 6)), text, {place.x, place.y}, width);
    return std::max(height, draw_aside(canvas, heading, place, place.width - width - gap, height));
}

double draw(Canvas& canvas, const Paragraph& paragraph, const BlockPlace& place) {
    const auto style = paragraph_style(paragraph, place.kind);
    const auto text =
        paragraph.lead.empty() ? plain_text(paragraph.text, style) : led_text(paragraph.lead, paragraph.text, style);
    return canvas.tagged("P", text, {place.x, place.y}, longest_line(place));
}

double draw(Canvas& canvas, const ItemList& list, const BlockPlace& place) {
    const auto style = body_style(place.kind);
    const double indent = style.size_pt * 0.5;
    double y = place.y;
    if (!list.lead.empty()) {
        auto lead = style;
        lead.bold = true;
        y += canvas.tagged("P", plain_text(list.lead, lead), {place.x, y}, longest_line(place)) + 0.6;
    }
    const auto scope = canvas.tag("L");
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        const auto item = canvas.tag("LI");
        if (list.numbered) {
            auto number = style;
            number.bold = true;
            canvas.tagged("Lbl", plain_text(fmt::format("{}. ", i + 1), number), {place.x, y}, indent * 2);
        } else {
            const double dot = style.size_pt * 0.1;
            canvas.box({place.x + 0.4, y + style.size_pt * 0.2, dot, dot}, {ink, std::nullopt});
        }
        const double shift = list.numbered ? indent : indent * 0.6;
        y +=
            canvas.tagged("LBody", plain_text(list.items[i], style), {place.x + shift, y}, longest_line(place) - shift);
        y += style.size_pt * 0.06;
    }
    return y - place.y;
}

double draw(Canvas& canvas, const FillIn& fill_in, const BlockPlace& place) {
    const auto style = body_style(place.kind);
    double words = 0;
    for (const auto& part : fill_in.parts) {
        words += canvas.width_of(plain_text(part, style));
    }
    const double gaps = 2.0 * 2 * static_cast<double>(fill_in.parts.size());
    const double line = std::max(12.0, (place.width - words - gaps) / static_cast<double>(fill_in.parts.size()));
    const double height = canvas.height_of(plain_text("x", style), place.width);
    const auto scope = canvas.tag("P");
    double x = place.x;
    for (const auto& part : fill_in.parts) {
        const auto text = plain_text(part + " ", style);
        const double width = canvas.width_of(plain_text(part, style));
        canvas.text(text, {x, place.y + 1.5}, width + 6);
        x += width + 2;
        canvas.line({x, place.y + 1 + height}, {x + line, place.y + 1 + height}, ink, stroke::rule);
        x += line + 2;
    }
    return height + 2.5;
}

double draw(Canvas& canvas, const Message& message, const BlockPlace& place) {
    constexpr double padding = 2.5;
    const auto text = led_text(message.lead, message.text, body_style(place.kind), accent);
    const double height = canvas.height_of(text, place.width - 2 * padding) + 2 * padding;
    canvas.box({place.x, place.y, place.width, height}, {tint, std::nullopt}, corner_mm);
    canvas.tagged("P", text, {place.x + padding, place.y + padding}, place.width - 2 * padding);
    return height;
}

}  // namespace detour
