// SPDX-License-Identifier: Apache-2.0
#include "print/text_layout.h"

#include <algorithm>

namespace detour {

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

void TextLayout::show(cairo_t* target) const {
    cairo_set_source_rgba(target, color_.red, color_.green, color_.blue, color_.alpha);
    pango_cairo_show_layout(target, text_->layout.get());
}

Text fitted(LayoutCache& layouts, Text text, double width, double least_pt) {
    constexpr double step_pt = 0.5;
    while (text.style.size_pt > least_pt && TextLayout(layouts, text, std::nullopt).width() > width) {
        text.style.size_pt = std::max(least_pt, text.style.size_pt - step_pt);
    }
    return text;
}

}  // namespace detour
