// SPDX-License-Identifier: Apache-2.0
// A writer holds a lock on its temporary file: so a later run tells the leftovers of a killed one from work in
// progress, and whoever loses the race for a name sees it and begins anew.
#include "app/output_file.h"

#include <fmt/format.h>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace detour {
namespace {

constexpr std::string_view temporary_ending = ".detour-part";

/// A locked open file of a temporary name; closed and removed unless renamed.
class TemporaryFile {
public:
    explicit TemporaryFile(std::filesystem::path path) : path_(std::move(path)) {
        do {
            reopen();
        } while (handle_ >= 0 && was_removed());
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() {
        if (handle_ >= 0) {
            unlink(path_.c_str());
            close(handle_);
        }
    }

    bool is_open() const { return handle_ >= 0; }

    /// Empty again, if somebody died over it.
    bool begin() const { return ftruncate(handle_, 0) == 0; }
    bool flush() const { return fsync(handle_) == 0; }
    int handle() const { return handle_; }

    bool rename_to(const std::filesystem::path& path) {
        if (rename(path_.c_str(), path.c_str()) != 0) {
            return false;
        }
        close(handle_);
        handle_ = -1;
        return true;
    }

private:
    void reopen() {
        if (handle_ >= 0) {
            close(handle_);
        }
        handle_ = open(path_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
        if (handle_ >= 0) {
            flock(handle_, LOCK_EX);  // where there are no locks, leftovers stay
        }
    }
    /// Somebody took it for a leftover between our opening and our lock.
    bool was_removed() const {
        struct stat status{};
        return fstat(handle_, &status) == 0 && status.st_nlink == 0;
    }

    std::filesystem::path path_;
    int handle_ = -1;
};

Expected<void> make_folder(const std::filesystem::path& folder) {
    std::error_code problem;
    if (!folder.empty()) {
        std::filesystem::create_directories(folder, problem);
    }
    if (problem) {
        return failure(fmt::format("cannot make the folder {}: {}", folder.string(), problem.message()));
    }
    return {};
}

Expected<void> write_all(int handle, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = write(handle, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            return failure(system_text());
        }
        bytes.remove_prefix(static_cast<std::size_t>(written < 0 ? 0 : written));
    }
    return {};
}

bool is_temporary(const std::string& name) {
    return name.starts_with(".") && name.ends_with(temporary_ending);
}

void remove_unless_locked(const std::filesystem::path& path) {
    const int handle = open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
    if (handle < 0) {
        return;
    }
    if (flock(handle, LOCK_EX | LOCK_NB) == 0) {
        unlink(path.c_str());
    }
    close(handle);
}

}  // namespace

std::string system_text() {
    return std::generic_category().message(errno);
}

Expected<void> write_unflushed(const std::filesystem::path& path, const std::function<Expected<void>(int)>& write) {
    if (const auto made = make_folder(path.parent_path()); !made) {
        return made;
    }
    auto temporary_name = path;
    temporary_name.replace_filename(fmt::format(".{}.{}{}", path.filename().string(), getpid(), temporary_ending));
    TemporaryFile file(temporary_name);
    const auto cannot = [&](const std::string& why) {
        return failure(fmt::format("cannot write {}: {}", path.string(), why));
    };
    if (!file.is_open() || !file.begin()) {
        return cannot(system_text());
    }
    if (const auto written = write(file.handle()); !written) {
        return cannot(written.error().message);
    }
    if (!file.flush() || !file.rename_to(path)) {
        return cannot(system_text());
    }
    return {};
}

Expected<void> write_unflushed(const std::filesystem::path& path, std::string_view bytes) {
    return write_unflushed(path, [&](int handle) { return write_all(handle, bytes); });
}

Expected<void> write_whole(const std::filesystem::path& path, const std::function<Expected<void>(int)>& write) {
    if (const auto written = write_unflushed(path, write); !written) {
        return written;
    }
    return flush_folder(path.parent_path());
}

Expected<void> flush_folder(const std::filesystem::path& folder) {
    const auto name = folder.empty() ? std::filesystem::path(".") : folder;
    const int handle = open(name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool flushed = handle >= 0 && (fsync(handle) == 0 || errno == EINVAL);
    const auto why = system_text();
    if (handle >= 0) {
        close(handle);
    }
    return flushed ? Expected<void>{} : failure(fmt::format("cannot write in {}: {}", name.string(), why));
}

Expected<void> write_whole(const std::filesystem::path& path, std::string_view bytes) {
    return write_whole(path, [&](int handle) { return write_all(handle, bytes); });
}

void remove_leftovers(const std::filesystem::path& folder) {
    std::error_code problem;
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder, problem)) {
        if (is_temporary(entry.path().filename().string())) {
            found.push_back(entry.path());
        }
    }
    for (const auto& path : found) {
        remove_unless_locked(path);
    }
}

}  // namespace detour
