// SPDX-License-Identifier: Apache-2.0
// The words for what a visit asks for.
#pragma once

#include "model/rules.h"

#include <array>
#include <string_view>

namespace detour {

inline constexpr std::array all_course_steps = {
    CourseStep::progress, CourseStep::hold, CourseStep::regress, CourseStep::switch_, CourseStep::re_examine};

/// "progress", "hold", "regress", "switch", "re-examine"; none: "none".
std::string_view id_of(CourseStep step);

}  // namespace detour
