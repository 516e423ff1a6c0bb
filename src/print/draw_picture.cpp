// SPDX-License-Identifier: Apache-2.0
// Pictures keep to their boxes by measured ink: a drawing's extent is its ink. Frames of one exercise share one scale.
#include "print/blocks.h"

#include <algorithm>

namespace detour {
namespace {

constexpr double least_outline_pt = 0.9;
constexpr double gap_mm = 2.5;

/// How frames are put: beside or above one another, and at which scale.
struct Arrangement {
    bool stacked = false;
    double scale = 0;
};

double label_height(const Canvas& canvas, const Picture& picture) {
    if (picture.labels.empty() || picture.frames.size() < 2) {
        return 0;
    }
    return canvas.height_of(plain_text(picture.labels.front(), {type::label, true, accent, Align::left, 1}), 40);
}

double scale_of(const std::vector<Drawing>& frames, bool stacked, const Area& area, double label) {
    const auto count = static_cast<double>(frames.size());
    double widest = 1;
    double tallest = 1;
    double widths = 0;
    double heights = 0;
    for (const auto& frame : frames) {
        widest = std::max(widest, frame.width);
        tallest = std::max(tallest, frame.height);
        widths += frame.width;
        heights += frame.height;
    }
    const double gaps = gap_mm * (count - 1);
    if (stacked) {
        return std::min(area.width / widest, (area.height - gaps - label * count) / std::max(heights, 1.0));
    }
    return std::min((area.width - gaps) / std::max(widths, 1.0), (area.height - label) / tallest);
}

Arrangement arrange(const std::vector<Drawing>& frames, const Area& area, double label, double most_scale) {
    const double row = scale_of(frames, false, area, label);
    const double column = scale_of(frames, true, area, label);
    return {column > row, std::min(std::max(row, column), most_scale)};
}

void draw_label(Canvas& canvas, const Picture& picture, std::size_t frame, Spot at, double width) {
    if (frame < picture.labels.size()) {
        canvas.text(plain_text(picture.labels[frame] + " ", {type::label, true, accent, Align::left, 1}), at, width);
    }
}

void draw_stacked(Canvas& canvas, const Picture& picture, const Area& area, double scale, double label) {
    double ink_height = 0;
    for (const auto& frame : picture.frames) {
        ink_height += frame.height * scale + label;
    }
    const auto count = static_cast<double>(picture.frames.size());
    const double gap = std::min(6.0, (area.height - ink_height) / count);
    double y = area.y + std::max(0.0, (area.height - ink_height - gap * (count - 1)) / 2);
    for (std::size_t i = 0; i < picture.frames.size(); ++i) {
        const auto& frame = picture.frames[i];
        if (label > 0) {
            draw_label(canvas, picture, i, {area.x, y}, area.width);
        }
        y += label;
        canvas.drawing(frame, {area.x + (area.width - frame.width * scale) / 2, y}, scale, least_outline_pt);
        y += frame.height * scale + gap;
    }
}

void draw_in_row(Canvas& canvas, const Picture& picture, const Area& area, double scale, double label) {
    double ink_width = 0;
    double tallest = 0;
    for (const auto& frame : picture.frames) {
        ink_width += frame.width * scale;
        tallest = std::max(tallest, frame.height * scale);
    }
    const auto count = static_cast<double>(picture.frames.size());
    const double gap = count > 1 ? std::min(12.0, (area.width - ink_width) / count) : 0;
    double x = area.x + std::max(0.0, (area.width - ink_width - gap * (count - 1)) / 2);
    const double floor = area.y + label + (area.height - label + tallest) / 2;
    for (std::size_t i = 0; i < picture.frames.size(); ++i) {
        const auto& frame = picture.frames[i];
        if (label > 0) {
            draw_label(canvas, picture, i, {x, area.y}, frame.width * scale + gap);
        }
        canvas.drawing(frame, {x, floor - frame.height * scale}, scale, least_outline_pt);
        x += frame.width * scale + gap;
    }
}

}  // namespace

void draw_picture(Canvas& canvas, const Picture& picture, const Area& area, double most_scale) {
    if (picture.frames.empty() || canvas.is_measuring()) {
        return;
    }
    const auto scope = canvas.tag("Figure", picture.alt);
    const double label = label_height(canvas, picture);
    const auto arrangement = arrange(picture.frames, area, label, most_scale);
    if (arrangement.stacked) {
        draw_stacked(canvas, picture, area, arrangement.scale, label);
    } else {
        draw_in_row(canvas, picture, area, arrangement.scale, label);
    }
}

double draw(Canvas& canvas, const FigureBlock& figure, const BlockPlace& place) {
    constexpr double height = 60;
    constexpr double most_scale = 0.7;
    draw_picture(canvas, figure.figure.picture, {place.x, place.y, place.width, height}, most_scale);
    auto style = body_style(place.kind);
    style.align = Align::centre;
    return height + 1 +
           canvas.tagged("P", plain_text(figure.figure.caption, style), {place.x, place.y + height + 1}, place.width);
}

double draw(Canvas& canvas, const FigureGrid& grid, const BlockPlace& place) {
    constexpr double height = 44;
    constexpr double most_scale = 0.42;
    const auto columns = static_cast<std::size_t>(std::max(grid.columns, 1));
    const double width = place.width / static_cast<double>(columns);
    const TextStyle style{type::sheet, false, ink, Align::centre, 1};
    double y = place.y;
    for (std::size_t first = 0; first < grid.figures.size(); first += columns) {
        double caption = 0;
        for (std::size_t i = first; i < std::min(first + columns, grid.figures.size()); ++i) {
            const double x = place.x + static_cast<double>(i - first) * width;
            draw_picture(canvas, grid.figures[i].picture, {x + 2, y + 2, width - 4, height - 4}, most_scale);
            caption = std::max(
                caption,
                canvas.tagged("P", plain_text(grid.figures[i].caption, style), {x + 1, y + height}, width - 2));
        }
        y += height + caption + 3;
    }
    return y - place.y;
}

}  // namespace detour
