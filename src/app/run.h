// SPDX-License-Identifier: Apache-2.0
// All of main but two lines, so that tests call the program without a process.
#pragma once

#include "app/environment.h"

#include <span>

namespace detour {

/// `arguments` without the program's name. Returns the exit code.
int run(std::span<const char* const> arguments, const Environment& environment);

}  // namespace detour
