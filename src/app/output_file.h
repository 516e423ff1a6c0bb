// SPDX-License-Identifier: Apache-2.0
// Files that are whole or not there.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string_view>

namespace detour {

/// Writes under a temporary name in the same folder, readable by its owner only, flushes it to the disk and renames it.
/// Makes the folder if it is missing. On failure nothing is left behind.
Expected<void> write_whole(const std::filesystem::path& path, std::string_view bytes);

}  // namespace detour
