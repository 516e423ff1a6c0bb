// SPDX-License-Identifier: Apache-2.0
// The manifests of all shards as one, and the proof that together they are whole: every shard is there and finished,
// every file that was given to the run has exactly one line, no patient has two, and what was written is there.
#pragma once

#include "app/batch/record.h"
#include "base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace detour {

/// The out folder of one shard as its manifest tells it.
struct ShardManifest {
    std::string folder;  ///< as the caller named it
    RunHeader header;
    std::vector<FileRecord> records;
};

/// Fails if there is no finished manifest.
Expected<ShardManifest> read_shard(const std::filesystem::path& folder);

struct Merged {
    RunHeader header;                 ///< shard 1 of 1
    std::vector<FileRecord> records;  ///< by file name; each with its folder
    std::vector<std::string> faults;  ///< what is missing, double or of another run; none: the proof holds
};

/// Pure.
Merged merge_shards(const std::vector<ShardManifest>& shards);

/// A fault for each file that a manifest lists and its folder does not hold, or not at this size.
std::vector<std::string> faults_of_files(const std::vector<FileRecord>& records);

}  // namespace detour
