// SPDX-License-Identifier: Apache-2.0
// Figures: the data of every one is sound, angles mean what a goniometer reads, and drawing is pure.
#include "read/figure_reader.h"
#include "render/figure.h"
#include "render/figure_skeleton.h"
#include "support/knowledge.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace detour;

namespace {

Figure figure(const std::string& yaml) {
    Diagnostics diagnostics;
    const auto read = read_figure({"figures/test.yaml", yaml}, diagnostics);
    for (const auto& diagnostic : diagnostics) {
        UNSCOPED_INFO(format(diagnostic));
    }
    REQUIRE(read);
    return *read;
}

const std::string standing = R"(
schema: 1
figure: standing
view: side
layout: single
frames:
  - pose: {pitch: 0}
    place: {point: sole_n, at: [0, 0]}
)";

const std::string cycling = R"(
schema: 1
figure: cycling
view: side
layout: single
scene:
  - {type: ground, x: [-0.3, 0.5]}
frames:
  - pose: {pitch: 20, hip_n: 60, knee_n: 45, hip_f: 95, knee_f: 95, shoulder: 50, elbow: 25}
    place: {point: hip, at: [0, 0.62]}
)";

}  // namespace

TEST_CASE("every figure of the knowledge base is sound", "[render][data]") {
    for (const auto& [id, one] : test::knowledge().catalogue.figures) {
        INFO(id);
        CHECK(figure_problems(one) == std::vector<std::string>{});
    }
}

TEST_CASE("every exercise has a figure that draws", "[render][data]") {
    const auto& catalogue = test::knowledge().catalogue;
    for (const auto& exercise : catalogue.exercises) {
        INFO(exercise.slug << " " << exercise.figure);
        const auto found = catalogue.figures.find(exercise.figure);
        REQUIRE(found != catalogue.figures.end());
        CHECK_FALSE(draw_figure(found->second).empty());
    }
}

TEST_CASE("knees and elbows bend as a goniometer reads them", "[render]") {
    const auto one = figure(cycling);
    const auto body = pose_body(one, one.frames.front()).body;
    CHECK(knee_angle(body.legs[0]) == Approx(45));
    CHECK(knee_angle(body.legs[1]) == Approx(95));
    CHECK(elbow_angle(body.arms[0]) == Approx(25));
    CHECK(body.legs[0].thigh == Approx(40));
    CHECK(body.arms[0].upper == Approx(30));
}

TEST_CASE("a standing person is as tall as the unit, with the feet on the floor", "[render]") {
    const auto one = figure(standing);
    const auto points = named_points(pose_body(one, one.frames.front()).body);
    CHECK(points.at("crown").y == Approx(1.0).margin(0.005));
    CHECK(points.at("hip").y == Approx(0.530).margin(0.001));
    CHECK(points.at("sole_n").y == Approx(0).margin(1e-9));
}

TEST_CASE("the same data gives the same drawing", "[render]") {
    CHECK(draw_figure(figure(cycling)) == draw_figure(figure(cycling)));
}

TEST_CASE("the ink of a drawing starts at the origin", "[render]") {
    const auto drawing = draw_figure(figure(cycling)).front();
    Extent extent;
    for (const auto& item : drawing.items) {
        const auto& shape = std::get<Shape>(item);
        const auto own = extent_of(shape.steps);
        extent.include({own.left, own.bottom}, shape.stroke ? shape.stroke_width / 2 : 0);
        extent.include({own.right, own.top}, shape.stroke ? shape.stroke_width / 2 : 0);
    }
    CHECK(extent.left == Approx(0).margin(1e-6));
    CHECK(extent.bottom == Approx(0).margin(1e-6));
    CHECK(extent.right == Approx(drawing.width));
    CHECK(extent.top == Approx(drawing.height));
}

TEST_CASE("the hull of two circles touches both and covers the gap", "[render]") {
    Steps steps;
    add_capsule(steps, {{0, 0}, 2}, {{10, 0}, 1});
    const auto extent = extent_of(steps);
    CHECK(extent.left == Approx(-2).margin(1e-3));
    CHECK(extent.right == Approx(11).margin(1e-3));
    CHECK(extent.top == Approx(2).margin(0.02));
    Steps swallowed;
    add_capsule(swallowed, {{0, 0}, 2}, {{0.5, 0}, 1});
    CHECK(extent_of(swallowed).right == Approx(2).margin(1e-3));
}

TEST_CASE("a hand that cannot reach is reported, not stretched", "[render]") {
    auto one = figure(standing);
    one.frames.front().ik.push_back({.limb = "arm_n", .to = {.name = "", .offset = {2, 1}}, .grip = false, .bend = ""});
    const auto problems = figure_problems(one);
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().starts_with("frame 1: arm_n misses its target by"));
}

TEST_CASE("a joint that nobody can bend so far is reported", "[render]") {
    auto one = figure(standing);
    one.frames.front().pose["knee_f"] = 170;
    one.frames.front().pose["tail"] = 3;
    const auto problems = figure_problems(one);
    CHECK(std::ranges::count(problems, "frame 1: knee_f is 170; expected 0 to 150") == 1);
    CHECK(std::ranges::count(problems, "frame 1: no joint 'tail' in this view") == 1);
}

TEST_CASE("a person sunk into the floor is reported", "[render]") {
    auto one = figure(standing);
    one.frames.front().place_at.y = -0.05;
    CHECK(figure_problems(one) == std::vector<std::string>{"frame 1: the body is 0.050 below the floor"});
}

TEST_CASE("an unknown prop and an unknown joint are reported", "[render]") {
    auto one = figure(standing);
    one.scene.push_back({.type = "sofa", .numbers = {}, .words = {}, .lists = {}});
    one.frames.front().arrows.push_back({.from = {.name = "tail", .offset = {}}, .to = {.name = "hip", .offset = {}}});
    CHECK(figure_problems(one).size() == 2);
}

TEST_CASE("a dropped person lies on the floor", "[render]") {
    auto one = figure(standing);
    one.frames.front().place_point.clear();
    one.frames.front().pose = {{"pitch", -90}, {"hip", 50}, {"knee", 105}};
    double low = 1;
    for (const auto& circle : body_circles(pose_body(one, one.frames.front()).body)) {
        low = std::min(low, circle.centre.y - circle.radius);
    }
    CHECK(low == Approx(0).margin(1e-9));
}

TEST_CASE("an aligned foot stays at its place in both frames", "[render]") {
    const auto& catalogue = test::knowledge().catalogue;
    const auto& bridge = catalogue.figures.at("glute-bridge-two-leg");
    for (const auto& frame : bridge.frames) {
        CHECK(named_points(pose_body(bridge, frame).body).at("sole_n").x == Approx(0.34));
    }
}

TEST_CASE("a mirrored figure is the same picture the other way round", "[render]") {
    auto one = figure(cycling);
    const auto width = draw_figure(one).front().width;
    one.mirror = true;
    CHECK(draw_figure(one).front().width == Approx(width));
}

TEST_CASE("a mistake in a figure's file is reported with its place", "[render][read]") {
    Diagnostics diagnostics;
    CHECK_FALSE(read_figure({"figures/x.yaml", "schema: 1\nfigure: x\nview: behind\nlayout: single\nframes: []\n"},
                            diagnostics));
    REQUIRE_FALSE(diagnostics.empty());
    CHECK(diagnostics.front().place == Place{"figures/x.yaml", 3, 7});
}
