// SPDX-License-Identifier: Apache-2.0
// The first look at a patient file: its digest and whose it is, before anything is planned, so that files that share a
// patient id are known before the first of them is written.
#pragma once

#include "app/batch/file_list.h"
#include "base/diagnostic.h"
#include "base/result.h"
#include "read/source_text.h"

#include <cstdint>
#include <ctime>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace detour {

struct Scan {
    std::string input_sha256;  ///< empty if it cannot be read
    std::string id;            ///< empty if the file does not say it soundly
    Place id_place;            ///< of the id, with the base name
    std::optional<Failure> unreadable;
    bool operator==(const Scan&) const = default;
};

Scan scan_text(const std::string& name, const SourceText& source);
Scan scan_file(const PatientFile& file);

/// Numbers of the scans that share an id, and numbers of the files that share a name; each list two or more.
struct Conflicts {
    std::vector<std::vector<std::size_t>> same_id;
    std::vector<std::vector<std::size_t>> same_name;
};
Conflicts find_conflicts(const std::vector<PatientFile>& files, const std::vector<Scan>& scans);

/// By which a file that was not touched is recognized without reading it.
struct FileStamp {
    std::uint64_t inode = 0;
    std::int64_t size = -1;
    std::int64_t modified_s = 0;
    std::int64_t modified_ns = 0;
    auto operator<=>(const FileStamp&) const = default;
};
/// Size -1 if it is not there.
FileStamp stamp_of(const std::filesystem::path& path);

}  // namespace detour
