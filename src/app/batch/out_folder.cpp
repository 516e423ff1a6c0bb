// SPDX-License-Identifier: Apache-2.0
#include "app/batch/out_folder.h"

#include "app/output_file.h"

#include <fmt/format.h>

#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace detour {
namespace {

namespace fs = std::filesystem;

constexpr const char* lock_name = ".detour-lock";
constexpr int attempts_to_lock = 100;

tl::unexpected<Failure> cannot(std::string_view what, const fs::path& path) {
    return failure(fmt::format("cannot {} {}: {}", what, path.string(), system_text()));
}

OpenFile open_for_writing(const fs::path& path, int flags) {
    return OpenFile(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | flags, S_IRUSR | S_IWUSR));
}

/// Whether the name still leads to the open file: a run that ends removes the lock's name before it lets go.
bool is_still_named(const OpenFile& file, const fs::path& path) {
    struct stat by_handle{};
    struct stat by_name{};
    return fstat(file.get(), &by_handle) == 0 && stat(path.c_str(), &by_name) == 0 &&
           by_handle.st_ino == by_name.st_ino && by_handle.st_dev == by_name.st_dev;
}

/// All or nothing: what was written of a line that does not fit is taken back.
bool append_line(int handle, const std::string& line) {
    const auto start = lseek(handle, 0, SEEK_END);
    std::string_view rest = line;
    while (!rest.empty()) {
        const auto written = write(handle, rest.data(), rest.size());
        if (written < 0 && errno != EINTR) {
            const int why = errno;
            const bool undone = ftruncate(handle, start) == 0;
            errno = undone ? why : errno;
            return false;
        }
        rest.remove_prefix(static_cast<std::size_t>(written < 0 ? 0 : written));
    }
    return true;
}

}  // namespace

OpenFile& OpenFile::operator=(OpenFile&& other) noexcept {
    std::swap(handle_, other.handle_);
    return *this;
}

OpenFile::~OpenFile() {
    if (handle_ >= 0) {
        close(handle_);
    }
}

Expected<Manifest> read_manifest(const fs::path& path) {
    Manifest manifest;
    errno = 0;
    std::ifstream stream(path, std::ios::binary);
    if (!stream) {
        return errno == ENOENT ? Expected<Manifest>(manifest) : cannot("read", path);
    }
    for (std::string line; std::getline(stream, line);) {
        if (auto record = record_from(line)) {
            manifest.records.push_back(std::move(*record));
        } else if (auto header = header_from(line)) {
            manifest.header = std::move(*header);
        }
    }
    return manifest;
}

std::string manifest_text(const RunHeader& header, const std::vector<FileRecord>& records) {
    auto text = to_line(header) + "\n";
    for (const auto& record : records) {
        text += to_line(record) + "\n";
    }
    return text;
}

Expected<OutFolder> OutFolder::open(const fs::path& path) {
    std::error_code problem;
    fs::create_directories(path, problem);
    if (problem) {
        return failure(fmt::format("cannot make the folder {}: {}", path.string(), problem.message()));
    }
    OutFolder folder(path);
    if (const auto locked = folder.lock(); !locked) {
        return tl::unexpected(locked.error());
    }
    remove_leftovers(path);
    if (const auto read = folder.read_what_was_done(); !read) {
        return tl::unexpected(read.error());
    }
    return folder;
}

OutFolder::~OutFolder() {
    if (lock_.get() >= 0) {
        unlink((path_ / lock_name).c_str());
    }
}

Expected<void> OutFolder::lock() {
    const auto name = path_ / lock_name;
    for (int attempt = 0; attempt < attempts_to_lock; ++attempt) {
        auto file = open_for_writing(name, 0);
        if (file.get() < 0) {
            return cannot("write in", path_);
        }
        if (flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
            return errno == EWOULDBLOCK
                       ? failure(fmt::format("another run is writing in {}; wait for it, or choose another folder",
                                             path_.string()))
                       : cannot("lock", path_);
        }
        if (is_still_named(file, name)) {
            lock_ = std::move(file);
            return {};
        }
    }
    return failure(fmt::format("cannot lock {}: too many runs begin and end there", path_.string()));
}

Expected<void> OutFolder::read_what_was_done() {
    for (const auto* name : {manifest_name, journal_name}) {
        auto manifest = read_manifest(path_ / name);
        if (!manifest) {
            return tl::unexpected(manifest.error());
        }
        for (auto& record : manifest->records) {
            take(std::move(record));
        }
    }
    return {};
}

void OutFolder::take(FileRecord record) {
    for (const auto& file : record.files) {
        made_[record.file].insert(file.name);
    }
    auto& place = records_[record.file];
    place = std::move(record);
}

std::set<std::string> OutFolder::names_made_for(const std::string& file) const {
    const auto found = made_.find(file);
    return found == made_.end() ? std::set<std::string>{} : found->second;
}

Expected<void> OutFolder::open_journal() {
    const auto path = path_ / journal_name;
    auto file = open_for_writing(path, O_APPEND);
    if (file.get() < 0) {
        return cannot("write", path);
    }
    // After a torn last line the next one begins anew.
    char last = '\n';
    const auto size = lseek(file.get(), 0, SEEK_END);
    if (size > 0 && pread(file.get(), &last, 1, size - 1) == 1 && last != '\n' && !append_line(file.get(), "\n")) {
        return cannot("write", path);
    }
    journal_ = std::move(file);
    return flush_folder(path_);
}

Expected<void> OutFolder::append(const std::string& line) {
    const std::lock_guard guard(*mutex_);
    if (journal_.get() < 0) {
        if (const auto opened = open_journal(); !opened) {
            return opened;
        }
    }
    if (!append_line(journal_.get(), line)) {
        return cannot("write", path_ / journal_name);
    }
    return {};
}

Expected<void> OutFolder::note(const FileRecord& record) {
    if (const auto appended = append(to_line(record) + "\n"); !appended) {
        return appended;
    }
    // Outside the lock, so that the disk makes the lines of many threads durable at once.
    if (fdatasync(journal_.get()) != 0) {
        return cannot("write", path_ / journal_name);
    }
    return {};
}

Expected<void> OutFolder::finish(const RunHeader& header, const std::vector<FileRecord>& records) {
    if (const auto written = write_whole(path_ / manifest_name, manifest_text(header, records)); !written) {
        return written;
    }
    unlink((path_ / journal_name).c_str());
    journal_ = OpenFile();
    records_.clear();
    made_.clear();
    for (const auto& record : records) {
        take(record);
    }
    return {};
}

}  // namespace detour
