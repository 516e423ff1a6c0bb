// SPDX-License-Identifier: Apache-2.0
// What is decided for a patient, and how soon somebody must be seen. Both ordered, weakest first.
#pragma once

#include <string_view>

namespace detour {

enum class Decision { continue_, substitute, hold, refer };
std::string_view id_of(Decision decision);

enum class Urgency { none, routine, soon, same_day, emergency };
std::string_view id_of(Urgency urgency);

}  // namespace detour
