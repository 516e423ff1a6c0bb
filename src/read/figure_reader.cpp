// SPDX-License-Identifier: Apache-2.0
// Pose data. A place is written in one of four ways: a name, [x, y], [name, dx, dy] or {from, dx, y}. Props keep
// their parameters by name: drawing them is the business of render/.
#include "read/figure_reader.h"

#include "read/yaml_reader.h"

#include <fmt/format.h>

#include <utility>

namespace detour {
namespace {

/// [name, dx, dy] or [x, y]; a name alone stands where it is.
Target read_target_list(const YamlValue& value) {
    const auto items = value.list();
    Target target;
    std::size_t first = 0;
    if (!items.empty() && items[0].is_text() && items.size() == 3) {
        target.name = items[0].text().value_or("");
        first = 1;
    }
    if (items.size() != first + 2) {
        value.error(fmt::format("expected [x, y] or [name, dx, dy] for '{}'", value.name()));
        return target;
    }
    target.offset = {items[first].number().value_or(0), items[first + 1].number().value_or(0)};
    return target;
}

Target read_target(const YamlValue& value) {
    if (value.is_text()) {
        return {.name = value.text().value_or(""), .offset = {}};
    }
    if (value.is_list()) {
        return read_target_list(value);
    }
    auto map = value.map();
    Target target;
    target.name = map.text("from");
    target.offset = {map.optional_number("dx").value_or(0), map.number("y").value_or(0)};
    target.height_is_absolute = true;
    map.finish();
    return target;
}

Target read_required_target(YamlMap& map, std::string_view key) {
    const auto value = map.require(key);
    return value ? read_target(*value) : Target{};
}

Point read_point(YamlMap& map, std::string_view key) {
    const auto value = map.require(key);
    const auto numbers = value ? value->numbers() : std::vector<double>{};
    if (value && numbers.size() != 2) {
        value->error(fmt::format("expected [x, y] for '{}'", key));
        return {};
    }
    return numbers.empty() ? Point{} : Point{numbers[0], numbers[1]};
}

void flatten(const YamlValue& value, std::vector<double>& numbers) {
    if (!value.is_list()) {
        numbers.push_back(value.number().value_or(0));
        return;
    }
    for (const auto& item : value.list()) {
        flatten(item, numbers);
    }
}

/// A list of numbers, lists of numbers, or [joint, dx, dy].
void read_list_parameter(const std::string& name, const YamlValue& value, Prop& prop) {
    const auto items = value.list();
    if (items.size() == 3 && items[0].is_text() && !parse_number(items[0].text().value_or(""))) {
        prop.words[name] = items[0].text().value_or("");
        prop.lists[name] = {items[1].number().value_or(0), items[2].number().value_or(0)};
        return;
    }
    flatten(value, prop.lists[name]);
}

void read_parameter(const std::string& name, const YamlValue& value, Prop& prop) {
    if (value.is_list()) {
        read_list_parameter(name, value, prop);
        return;
    }
    const auto word = value.text().value_or("");
    if (const auto number = parse_number(word)) {
        prop.numbers[name] = *number;
    } else if (word == "true" || word == "false") {
        prop.numbers[name] = word == "true" ? 1 : 0;
    } else {
        prop.words[name] = word;
    }
}

Prop read_prop(const YamlValue& value) {
    Prop prop;
    for (const auto& [key, parameter] : value.pairs()) {
        const auto name = key.text().value_or("");
        if (name == "type") {
            prop.type = parameter.text().value_or("");
        } else {
            read_parameter(name, parameter, prop);
        }
    }
    if (prop.type.empty()) {
        value.error("a prop needs a 'type'");
    }
    return prop;
}

std::vector<Prop> read_scene(YamlMap& map) {
    std::vector<Prop> scene;
    for (const auto& item : map.optional_list("scene")) {
        scene.push_back(read_prop(item));
    }
    return scene;
}

Reach read_reach(const YamlValue& value) {
    auto map = value.map();
    Reach reach;
    reach.limb = map.text("limb");
    reach.to = read_required_target(map, "to");
    reach.grip = map.optional_truth("grip").value_or(false);
    reach.bend = map.optional_one_of("bend", {"front"});
    map.finish();
    return reach;
}

Arrow read_arrow(const YamlValue& value) {
    auto map = value.map();
    Arrow arrow;
    arrow.from = read_required_target(map, "from");
    arrow.to = read_required_target(map, "to");
    arrow.bend = map.optional_number("bend", {-1, 1}).value_or(0);
    arrow.both = map.optional_truth("both").value_or(false);
    map.finish();
    return arrow;
}

void read_place(YamlMap& map, Frame& frame) {
    const auto value = map.require("place");
    if (!value) {
        return;
    }
    if (value->is_text()) {
        value->one_of({"drop"});
        return;
    }
    auto place = value->map();
    frame.place_point = place.text("point");
    frame.place_at = read_point(place, "at");
    place.finish();
}

void read_align(YamlMap& map, Frame& frame) {
    const auto value = map.find("align");
    if (!value) {
        return;
    }
    const auto items = value->list();
    if (items.size() != 2) {
        value->error("expected [point, x] for 'align'");
        return;
    }
    frame.align_point = items[0].text().value_or("");
    frame.align_x = items[1].number().value_or(0);
}

Frame read_frame(const YamlValue& value) {
    auto map = value.map();
    Frame frame;
    for (const auto& [joint, angle] : map.pairs("pose")) {
        frame.pose[joint.text().value_or("")] = angle.number().value_or(0);
    }
    frame.flat = map.optional_texts("flat");
    frame.order = map.optional_texts("order");
    read_place(map, frame);
    read_align(map, frame);
    for (const auto& item : map.optional_list("ik")) {
        frame.ik.push_back(read_reach(item));
    }
    frame.scene = read_scene(map);
    for (const auto& item : map.optional_list("arrows")) {
        frame.arrows.push_back(read_arrow(item));
    }
    frame.badge = map.optional_one_of("badge", {"hold"});
    if (!frame.badge.empty()) {
        frame.badge_at = read_point(map, "badge_at");
    }
    map.finish();
    return frame;
}

}  // namespace

std::optional<Figure> read_figure(const SourceText& source, Diagnostics& diagnostics) {
    const auto before = diagnostics.size();
    const auto document = parse_yaml(source, diagnostics);
    if (!document) {
        return std::nullopt;
    }
    auto map = document->root().map();
    Figure figure;
    map.integer("schema", 1, 1);
    figure.id = map.text("figure");
    figure.view = map.one_of("view", {"side", "front"});
    figure.layout = map.one_of("layout", {"single", "row", "column"});
    figure.mirror = map.optional_truth("mirror").value_or(false);
    figure.scene = read_scene(map);
    for (const auto& item : map.list("frames")) {
        figure.frames.push_back(read_frame(item));
    }
    map.finish();
    const Diagnostics own(diagnostics.begin() + static_cast<std::ptrdiff_t>(before), diagnostics.end());
    return has_errors(own) ? std::nullopt : std::optional{std::move(figure)};
}

}  // namespace detour
