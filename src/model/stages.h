// SPDX-License-Identifier: Apache-2.0
// Stages by weeks, and the two scales as lists to walk over.
#pragma once

#include "model/stressor.h"

#include <array>

namespace detour {

inline constexpr std::array all_stages = {Stage::acute, Stage::subacute, Stage::persistent};
inline constexpr std::array all_irritabilities = {Irritability::low, Irritability::moderate, Irritability::high};

/// Acute: under 6 weeks; subacute: to 12 weeks; persistent: longer.
Stage stage_at(int weeks);
/// How many weeks something of this stage is old at least.
int least_weeks_of(Stage stage);

}  // namespace detour
