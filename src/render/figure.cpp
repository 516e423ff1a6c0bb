// SPDX-License-Identifier: Apache-2.0
// From a figure's frames to drawings: scene behind, person, scene in front, arrows; then cut to the ink.
#include "render/figure.h"

#include "render/figure_scene.h"

#include <algorithm>
#include <utility>

namespace detour {
namespace {

constexpr double units_per_stature = 100;

/// The props of one layer: back (where none is named), between or front.
std::vector<Prop> layer_of(const std::vector<Prop>& scene, const std::string& layer) {
    std::vector<Prop> props;
    for (const auto& prop : scene) {
        const auto own = word_of(prop, "layer");
        if ((own.empty() ? "back" : own) == layer) {
            props.push_back(prop);
        }
    }
    return props;
}

Extent ink_extent(const std::vector<Shape>& shapes) {
    Extent extent;
    for (const auto& shape : shapes) {
        auto own = extent_of(shape.steps);
        if (own.empty()) {
            continue;
        }
        const double margin = shape.stroke ? shape.stroke_width / 2 / units_per_stature : 0;
        own.include({own.left, own.bottom}, margin);
        own.include({own.right, own.top}, margin);
        extent.include(own);
    }
    return extent;
}

void mirror(std::vector<Shape>& shapes) {
    for (auto& shape : shapes) {
        for (auto& step : shape.steps) {
            step.x = -step.x;
            step.x1 = -step.x1;
            step.x2 = -step.x2;
        }
    }
}

/// In the drawing's units, y down, with the corner of `extent` at the origin. Unused points stay at zero.
PathStep placed(const PathStep& step, const Extent& extent) {
    const auto x = [&](double value) { return (value - extent.left) * units_per_stature; };
    const auto y = [&](double value) { return (extent.top - value) * units_per_stature; };
    switch (step.kind) {
        case PathStep::Kind::close:
            return {.kind = step.kind};
        case PathStep::Kind::move:
        case PathStep::Kind::line:
            return {.kind = step.kind, .x = x(step.x), .y = y(step.y)};
        case PathStep::Kind::curve:
            return {step.kind, x(step.x), y(step.y), x(step.x1), y(step.y1), x(step.x2), y(step.y2)};
    }
    return {};
}

Drawing cut_out(const std::vector<Shape>& shapes, const Extent& extent) {
    Drawing drawing;
    drawing.width = (extent.right - extent.left) * units_per_stature;
    drawing.height = (extent.top - extent.bottom) * units_per_stature;
    for (auto shape : shapes) {
        for (auto& step : shape.steps) {
            step = placed(step, extent);
        }
        drawing.items.emplace_back(std::move(shape));
    }
    return drawing;
}

}  // namespace

DrawnFrame draw_frame(const Figure& figure, const Frame& frame) {
    DrawnFrame drawn;
    drawn.posed = pose_body(figure, frame);
    const auto scene = scene_of(figure, frame);
    Stage stage{.body = drawn.posed.body, .points = named_points(drawn.posed.body), .shapes = {}, .unknown = {}};
    add_anchors(stage.points, scene);
    for (const auto& prop : layer_of(scene, "back")) {
        draw_prop(stage, prop);
    }
    draw_person(stage, frame, layer_of(scene, "between"));
    for (const auto& prop : layer_of(scene, "front")) {
        draw_prop(stage, prop);
    }
    for (const auto& arrow : frame.arrows) {
        draw_arrow(stage, arrow);
    }
    if (frame.badge == "hold" && frame.badge_at) {
        draw_badge(stage, *frame.badge_at);
    }
    drawn.shapes = std::move(stage.shapes);
    drawn.unknown = std::move(stage.unknown);
    if (figure.mirror) {
        mirror(drawn.shapes);
    }
    drawn.extent = ink_extent(drawn.shapes);
    return drawn;
}

std::vector<Drawing> draw_figure(const Figure& figure) {
    std::vector<DrawnFrame> frames;
    Extent whole;
    for (const auto& frame : figure.frames) {
        frames.push_back(draw_frame(figure, frame));
        whole.include(frames.back().extent);
    }
    std::vector<Drawing> drawings;
    for (const auto& frame : frames) {
        auto extent = frame.extent;
        if (figure.layout == "row") {
            extent.bottom = whole.bottom;
            extent.top = whole.top;
        } else if (figure.layout == "column") {
            extent.left = whole.left;
            extent.right = whole.right;
        }
        drawings.push_back(cut_out(frame.shapes, extent));
    }
    return drawings;
}

}  // namespace detour
