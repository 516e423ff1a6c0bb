// SPDX-License-Identifier: Apache-2.0
// The patient files of a run, and which of them belong to a shard. A shard is chosen by the file's base name alone, so
// that machines that share nothing but the list agree, and each opens its own files only.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace detour {

struct PatientFile {
    std::string name;            ///< base name; the order of a run, and its name in the manifest
    std::filesystem::path path;  ///< where it is read
    auto operator<=>(const PatientFile&) const = default;
};

/// A .yaml or .yml file that is not hidden, by its name alone.
bool looks_like_patient(const std::filesystem::path& path);

/// Files as they are given; of a folder every .yaml and .yml file that is not hidden, not those of its subfolders.
/// Sorted by name, each path once. Fails if a folder cannot be read.
Expected<std::vector<PatientFile>> list_patient_files(const std::vector<std::string>& arguments);

/// A digest of all names, in order: two runs with the same one were given the same files.
std::string listing_digest(const std::vector<std::string>& names);

/// Part `number` (from 1) of `of`.
struct Shard {
    unsigned number = 1;
    unsigned of = 1;
    bool operator==(const Shard&) const = default;
};

/// "3/8"; nothing if it is not so, or 0, or more than there are.
std::optional<Shard> parse_shard(std::string_view text);

/// Whether the file of this base name belongs to the shard. Each name belongs to exactly one.
bool belongs_to(const Shard& shard, std::string_view name);

}  // namespace detour
