// SPDX-License-Identifier: Apache-2.0
// The ten dimensions of mechanical demand on the back, and the ordered words that grade them.
#pragma once

#include "base/enum_array.h"

#include <array>
#include <optional>
#include <string_view>

namespace detour {

enum class Stressor {
    compression,
    shear,
    impact,
    flexion,
    extension,
    rotation,
    sitting,
    standing,
    neural_tension,
    vibration,
    count
};

inline constexpr std::array all_stressors = {Stressor::compression,
                                             Stressor::shear,
                                             Stressor::impact,
                                             Stressor::flexion,
                                             Stressor::extension,
                                             Stressor::rotation,
                                             Stressor::sitting,
                                             Stressor::standing,
                                             Stressor::neural_tension,
                                             Stressor::vibration};

/// "neural_tension": the id in data, JSON and expressions.
std::string_view id_of(Stressor stressor);
/// "x standing", "x body weight", "of range", "of bout", "0 to 1", "m/s2".
std::string_view unit_of(Stressor stressor);
std::optional<Stressor> stressor_from(std::string_view id);

/// Qualitative bands of load; see data/rules/scales.yaml.
enum class Mark { none, low, moderate, high, very_high, count };
std::string_view id_of(Mark mark);
std::optional<Mark> mark_from(std::string_view id);

/// How much a stressor matters to a condition. Ordered.
enum class Sensitivity { none, low, moderate, high, count };
std::string_view id_of(Sensitivity sensitivity);
std::optional<Sensitivity> sensitivity_from(std::string_view id);

enum class Stage { acute, subacute, persistent, count };
std::string_view id_of(Stage stage);
std::optional<Stage> stage_from(std::string_view id);

enum class Irritability { low, moderate, high, count };
std::string_view id_of(Irritability irritability);
std::optional<Irritability> irritability_from(std::string_view id);

template <class T>
using PerStressor = EnumArray<Stressor, T>;

}  // namespace detour
