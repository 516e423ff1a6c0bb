// SPDX-License-Identifier: Apache-2.0
// The whole idea without reading: what rests for now, an arrow, what to do instead. A calm frame, no slash.
#include "base/text.h"
#include "print/blocks.h"
#include "print/signs.h"

#include <algorithm>

namespace detour {
namespace {

constexpr double padding = 3;
constexpr double most_scale = 0.42;

bool has_pictures(const SwapStrip& strip) {
    const auto has = [](const CaptionedPicture& one) { return !one.picture.frames.empty(); };
    return has(strip.resting) || std::ranges::any_of(strip.instead, has);
}

/// One still is enough here: the first frame.
Picture still(const Picture& picture) {
    auto one = picture;
    if (one.frames.size() > 1) {
        one.frames.resize(1);
    }
    one.labels.clear();
    return one;
}

TextStyle caption_style() {
    return {type::keeps, true, ink, Align::centre, 1};
}

double caption_height(const Canvas& canvas, const SwapStrip& strip, double width) {
    double height = canvas.height_of(plain_text(strip.resting.caption, caption_style()), width);
    for (const auto& one : strip.instead) {
        height = std::max(height, canvas.height_of(plain_text(one.caption, caption_style()), width));
    }
    return height;
}

void draw_tile(Canvas& canvas, const CaptionedPicture& tile, const Area& area, const Ink& frame) {
    canvas.box(area, frame, corner_mm);
    draw_picture(canvas, still(tile.picture), {area.x + 2, area.y + 2, area.width - 4, area.height - 4}, most_scale);
    canvas.tagged("P", plain_text(tile.caption, caption_style()), {area.x, area.y + area.height + 1}, area.width);
}

double draw_tiles(Canvas& canvas, const SwapStrip& strip, const BlockPlace& place, double picture_height) {
    constexpr double arrow = 20;
    const auto count = static_cast<double>(strip.instead.size() + 1);
    const double gaps = 4 * std::max(0.0, count - 2);
    const double width = std::min(74.0, (place.width - 2 * padding - arrow - gaps) / count);
    double x = place.x + padding;
    draw_tile(canvas, strip.resting, {x, place.y, width, picture_height}, {paper_white, stop_red, stroke::frame});
    x += width;
    draw_arrow_right(canvas, {x + 3, place.y + picture_height / 2 - 5.5, arrow - 6, 11}, accent);
    x += arrow;
    for (const auto& one : strip.instead) {
        draw_tile(canvas, one, {x, place.y, width, picture_height}, {paper_white, accent, stroke::frame});
        x += width + 4;
    }
    return picture_height + 1 + caption_height(canvas, strip, width);
}

/// Without pictures: words and the arrow on one line.
double draw_words(Canvas& canvas, const SwapStrip& strip, const BlockPlace& place) {
    constexpr double arrow = 16;
    const TextStyle style{type::body, true, ink, Align::left, 1.1};
    std::vector<std::string> instead;
    for (const auto& one : strip.instead) {
        instead.push_back(one.caption);
    }
    const auto resting = plain_text(strip.resting.caption, style);
    const double inner = place.width - 2 * padding - arrow;
    const double left = std::min(inner * 0.45, canvas.width_of(resting) + 1);
    const double height = canvas.tagged("P", resting, {place.x + padding, place.y}, left);
    draw_arrow_right(canvas, {place.x + padding + left + 2, place.y - 1, arrow - 6, 7}, accent);
    const Spot right{place.x + padding + left + arrow, place.y};
    return std::max(height, canvas.tagged("P", plain_text(join(instead, "; "), style), right, inner - left));
}

}  // namespace

double draw(Canvas& canvas, const SwapStrip& strip, const BlockPlace& place) {
    const auto message = plain_text(strip.message, {type::section, true, accent, Align::left, 1});
    const double message_height = canvas.height_of(message, place.width - 2 * padding);
    const bool pictures = has_pictures(strip) && place.tightness < 2;
    const double picture_height = squeezed(44, 28, place.tightness);
    const BlockPlace tiles{
        place.x, place.y + padding + message_height + 1.5, place.width, place.kind, place.tightness, 0};
    const auto draw_content = [&](Canvas& target) {
        return pictures ? draw_tiles(target, strip, tiles, picture_height) : draw_words(target, strip, tiles);
    };
    Canvas measuring(canvas.layouts());
    const double height = tiles.y - place.y + draw_content(measuring) + padding;
    canvas.box({place.x, place.y, place.width, height}, {tint, std::nullopt}, corner_mm);
    canvas.tagged("P", message, {place.x + padding, place.y + padding}, place.width - 2 * padding);
    draw_content(canvas);
    return height;
}

}  // namespace detour
