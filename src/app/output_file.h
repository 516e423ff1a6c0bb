// SPDX-License-Identifier: Apache-2.0
// Files that are whole or not there.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <functional>
#include <string_view>

namespace detour {

/// Writes under a temporary name in the same folder, readable by its owner only, flushes it to the disk, renames it and
/// flushes the folder: after success the file outlives a power cut. Makes the folder if it is missing. On failure
/// nothing is left behind. From any thread and process.
Expected<void> write_whole(const std::filesystem::path& path, std::string_view bytes);

/// As write_whole, for what is not all in memory: `write` writes to the open descriptor, or says why it cannot.
Expected<void> write_whole(const std::filesystem::path& path, const std::function<Expected<void>(int)>& write);

/// As write_whole, but the name is not yet durable: the caller calls flush_folder once for many files.
Expected<void> write_unflushed(const std::filesystem::path& path, std::string_view bytes);
Expected<void> write_unflushed(const std::filesystem::path& path, const std::function<Expected<void>(int)>& write);
/// Makes the names in a folder durable.
Expected<void> flush_folder(const std::filesystem::path& folder);

/// Removes the temporary files that killed runs left in the folder; those of a running program stay.
void remove_leftovers(const std::filesystem::path& folder);

/// What errno says.
std::string system_text();

}  // namespace detour
