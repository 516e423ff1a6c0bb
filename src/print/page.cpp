// SPDX-License-Identifier: Apache-2.0
#include "print/page.h"

#include "base/text.h"

#include <algorithm>

namespace detour {
namespace {

constexpr Color draft_color{0.61, 0.07, 0.09, 0.24};

}  // namespace

void PageDrawer::open_section(Canvas& canvas, std::size_t index) {
    if (section_ != nullptr && open_ == index) {
        return;
    }
    section_.reset();
    section_ = std::unique_ptr<TagScope>(new TagScope(canvas.tag("Sect")));
    open_ = index;
}

void PageDrawer::draw_head(Canvas& canvas, PageNumber number) const {
    const bool handout = document_.kind == PageKind::handout;
    const std::string tag = number.page == 1 ? "P" : "NonStruct";
    const double contact_width = geometry_.content * 0.42;
    const double head_width = geometry_.content - contact_width - 3;
    const double size = handout ? type::label : type::sheet;
    const auto head =
        canvas.fitted_to(plain_text(document_.head, {size, true, accent, Align::left, 1}), head_width, size);
    const auto contact =
        canvas.fitted_to(plain_text(document_.contact, {handout ? type::keeps : size, handout, ink, Align::right, 1}),
                         contact_width,
                         size);
    const double base = geometry_.top + (handout ? 6.4 : 4.4);
    const double head_height = canvas.height_of(head, head_width);
    canvas.tagged(tag, head, {geometry_.left, std::max(5.0, base - 0.8 - head_height)}, head_width);
    const double contact_height = canvas.height_of(contact, contact_width);
    canvas.tagged(tag,
                  contact,
                  {geometry_.left + geometry_.content - contact_width, std::max(5.0, base - 0.8 - contact_height)},
                  contact_width);
    canvas.box({geometry_.left, base, geometry_.content, handout ? 0.9 : 0.4}, {accent, std::nullopt});
}

void PageDrawer::draw_foot(Canvas& canvas, PageNumber number) const {
    const auto tag = canvas.tag("NonStruct");
    const double y = geometry_.height - 12.5;
    const double label_width = 40;
    canvas.line({geometry_.left, y}, {geometry_.left + geometry_.content, y}, rule_grey, stroke::rule);
    const auto& words = number.page == 1 ? document_.footer : document_.footer_on;
    const auto footer = canvas.fitted_to(
        plain_text(words, {type::footer, false, quiet, Align::left, 1}), geometry_.content - label_width, 6.5);
    canvas.text(footer, {geometry_.left, y + 1.5}, geometry_.content - label_width);
    const auto label =
        fill(document_.page_label, {{"page", number_text(number.page)}, {"pages", number_text(number.pages)}});
    const double size = document_.kind == PageKind::handout ? type::label : type::footer;
    canvas.text(plain_text(label, {size, true, ink, Align::right, 1}),
                {geometry_.left + geometry_.content - label_width, y + 1.2},
                label_width);
}

void PageDrawer::draw_page(Canvas& canvas, const PlacedPage& page, PageNumber number) {
    draw_head(canvas, number);
    for (const auto& block : page) {
        open_section(canvas, block.section);
        draw_block(canvas, *block.block, block.place);
    }
    draw_foot(canvas, number);
    if (!document_.draft_mark.empty()) {
        const auto tag = canvas.tag("NonStruct");
        canvas.watermark(document_.draft_mark, {geometry_.width / 2, geometry_.height / 2}, draft_color);
    }
}

}  // namespace detour
