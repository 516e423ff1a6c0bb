// SPDX-License-Identifier: Apache-2.0
// Diagnostics and failures as people read them: on standard error, sorted, in colour if wanted.
#pragma once

#include "app/command_line.h"
#include "base/diagnostic.h"
#include "base/result.h"

namespace detour {

/// Prints all of them, sorted by place; returns whether there was an error.
bool print_diagnostics(const Diagnostics& diagnostics, const Invocation& call, const Environment& environment);
void print_failure(const Failure& failure, const Environment& environment);

}  // namespace detour
