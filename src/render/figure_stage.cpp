// SPDX-License-Identifier: Apache-2.0
// Ink on the stage, and how a prop's parameters are read.
#include "render/figure_stage.h"

#include <array>
#include <utility>

namespace detour {

void fill(Stage& stage, Steps steps, Color color) {
    Shape shape;
    shape.steps = std::move(steps);
    shape.fill = color;
    stage.shapes.push_back(std::move(shape));
}

void stroke(Stage& stage, Steps steps, Color color, double width) {
    Shape shape;
    shape.steps = std::move(steps);
    shape.stroke = color;
    shape.stroke_width = width;
    stage.shapes.push_back(std::move(shape));
}

void outline(Stage& stage, const Steps& steps, Color inside, Color ink, double width) {
    stroke(stage, steps, ink, 2 * width);
    fill(stage, steps, inside);
}

double number_or(const Prop& prop, const std::string& name, double otherwise) {
    const auto found = prop.numbers.find(name);
    return found == prop.numbers.end() ? otherwise : found->second;
}

std::vector<double> numbers_of(const Prop& prop, const std::string& name) {
    const auto found = prop.lists.find(name);
    return found == prop.lists.end() ? std::vector<double>{} : found->second;
}

std::string word_of(const Prop& prop, const std::string& name) {
    const auto found = prop.words.find(name);
    return found == prop.words.end() ? std::string{} : found->second;
}

Point point_of(Stage& stage, const Prop& prop, const std::string& name) {
    const auto values = numbers_of(prop, name);
    const auto offset = values.size() == 2 ? Point{values[0], values[1]} : Point{};
    const auto point = find_target(stage.points, {.name = word_of(prop, name), .offset = offset});
    if (!point || (values.size() != 2 && word_of(prop, name).empty())) {
        stage.unknown.push_back(prop.type + " " + name);
    }
    return point.value_or(Point{});
}

Color tone_of(const Prop& prop, Color otherwise) {
    static const std::array<std::pair<std::string_view, Color>, 7> tones = {{{"dark", figure_color::prop_dark},
                                                                             {"mid", figure_color::prop_mid},
                                                                             {"light", figure_color::prop_light},
                                                                             {"white", figure_color::skin},
                                                                             {"ink", figure_color::ink},
                                                                             {"cloth", figure_color::shirt},
                                                                             {"accent", figure_color::accent}}};
    const auto wanted = word_of(prop, "tone");
    for (const auto& [name, color] : tones) {
        if (name == wanted) {
            return color;
        }
    }
    return otherwise;
}

void draw_prop(Stage& stage, const Prop& prop) {
    if (!draw_plain(stage, prop) && !draw_furniture(stage, prop) && !draw_gear(stage, prop) &&
        !draw_machine(stage, prop) && !draw_water(stage, prop) && !draw_worn(stage, prop)) {
        stage.unknown.push_back("prop " + prop.type);
    }
}

}  // namespace detour
