// SPDX-License-Identifier: Apache-2.0
// Our own mistakes: a broken precondition throws std::logic_error in every build. It is caught once per patient,
// so that a batch goes on and nothing half true is printed.
#pragma once

#include <source_location>

namespace detour {

/// Throws std::logic_error naming the place and `why` unless `condition` holds.
void expects(bool condition, const char* why, std::source_location where = std::source_location::current());

}  // namespace detour
