// SPDX-License-Identifier: Apache-2.0
#include "model/stressor.h"

#include <cstddef>
#include <span>

namespace detour {
namespace {

constexpr std::array<std::string_view, 10> stressor_ids = {"compression",
                                                           "shear",
                                                           "impact",
                                                           "flexion",
                                                           "extension",
                                                           "rotation",
                                                           "sitting",
                                                           "standing",
                                                           "neural_tension",
                                                           "vibration"};
constexpr std::array<std::string_view, 10> stressor_units = {"x standing",
                                                             "x body weight",
                                                             "x body weight",
                                                             "of range",
                                                             "of range",
                                                             "of range",
                                                             "of bout",
                                                             "of bout",
                                                             "0 to 1",
                                                             "m/s2"};
constexpr std::array<std::string_view, 5> mark_ids = {"none", "low", "moderate", "high", "very-high"};
constexpr std::array<std::string_view, 4> sensitivity_ids = {"none", "low", "moderate", "high"};
constexpr std::array<std::string_view, 3> stage_ids = {"acute", "subacute", "persistent"};
constexpr std::array<std::string_view, 3> irritability_ids = {"low", "moderate", "high"};

template <class Enum>
std::optional<Enum> find(std::span<const std::string_view> ids, std::string_view id) {
    for (std::size_t at = 0; at < ids.size(); ++at) {
        if (ids[at] == id) {
            return static_cast<Enum>(at);
        }
    }
    return std::nullopt;
}

template <class Enum>
std::string_view id_at(std::span<const std::string_view> ids, Enum value) {
    return ids[static_cast<std::size_t>(value)];
}

}  // namespace

std::string_view id_of(Stressor stressor) {
    return id_at(stressor_ids, stressor);
}
std::string_view unit_of(Stressor stressor) {
    return id_at(stressor_units, stressor);
}
std::optional<Stressor> stressor_from(std::string_view id) {
    return find<Stressor>(stressor_ids, id);
}
std::string_view id_of(Mark mark) {
    return id_at(mark_ids, mark);
}
std::optional<Mark> mark_from(std::string_view id) {
    return find<Mark>(mark_ids, id);
}
std::string_view id_of(Sensitivity sensitivity) {
    return id_at(sensitivity_ids, sensitivity);
}
std::optional<Sensitivity> sensitivity_from(std::string_view id) {
    return find<Sensitivity>(sensitivity_ids, id);
}
std::string_view id_of(Stage stage) {
    return id_at(stage_ids, stage);
}
std::optional<Stage> stage_from(std::string_view id) {
    return find<Stage>(stage_ids, id);
}
std::string_view id_of(Irritability irritability) {
    return id_at(irritability_ids, irritability);
}
std::optional<Irritability> irritability_from(std::string_view id) {
    return find<Irritability>(irritability_ids, id);
}

}  // namespace detour
