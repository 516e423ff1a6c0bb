// SPDX-License-Identifier: Apache-2.0
// The folder that a run fills: locked for one run at a time, with a journal that outlives a kill and becomes the
// manifest. What an earlier run did stands in manifest.jsonl, what a killed one did in the journal beside it.
#pragma once

#include "app/batch/record.h"
#include "base/result.h"

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace detour {

inline constexpr const char* manifest_name = "manifest.jsonl";
inline constexpr const char* journal_name = ".detour-journal";

/// A manifest or journal as it was read. Lines that are no records are left out: what they said is done again.
struct Manifest {
    std::optional<RunHeader> header;
    std::vector<FileRecord> records;
};
/// Fails if the file is there and cannot be read.
Expected<Manifest> read_manifest(const std::filesystem::path& path);
std::string manifest_text(const RunHeader& header, const std::vector<FileRecord>& records);

/// A descriptor that is closed at the end.
class OpenFile {
public:
    explicit OpenFile(int handle = -1) : handle_(handle) {}
    OpenFile(OpenFile&& other) noexcept : handle_(std::exchange(other.handle_, -1)) {}
    OpenFile& operator=(OpenFile&& other) noexcept;
    ~OpenFile();
    int get() const { return handle_; }

private:
    int handle_;
};

class OutFolder {
public:
    /// Makes the folder if it is missing, locks it, removes what a killed run left half-written, reads what was done.
    /// Fails if it cannot be written, or while another run holds it.
    static Expected<OutFolder> open(const std::filesystem::path& path);
    OutFolder(OutFolder&&) = default;
    OutFolder& operator=(OutFolder&&) = delete;
    /// Gives the folder free.
    ~OutFolder();

    const std::filesystem::path& path() const { return path_; }
    /// The last word on each file by base name, as found or as last finished; what was noted since is not in it.
    const std::map<std::string, FileRecord>& records() const { return records_; }
    /// Every name that earlier runs wrote for this file and may still be there: of the last finished one and of those
    /// that were killed since.
    std::set<std::string> names_made_for(const std::string& file) const;

    /// Adds a whole line to the journal, durable when it returns. From any thread.
    Expected<void> note(const FileRecord& record);
    /// Writes the manifest, removes the journal; from now on these are the records. The folder stays locked.
    Expected<void> finish(const RunHeader& header, const std::vector<FileRecord>& records);

private:
    explicit OutFolder(std::filesystem::path path) : path_(std::move(path)) {}
    Expected<void> lock();
    Expected<void> read_what_was_done();
    Expected<void> open_journal();
    Expected<void> append(const std::string& line);
    void take(FileRecord record);

    std::filesystem::path path_;
    OpenFile lock_;
    OpenFile journal_;
    std::map<std::string, FileRecord> records_;
    std::map<std::string, std::set<std::string>> made_;
    std::unique_ptr<std::mutex> mutex_ = std::make_unique<std::mutex>();
};

}  // namespace detour
