// SPDX-License-Identifier: Apache-2.0
#include "app/output_file.h"

#include <fmt/format.h>

#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace detour {
namespace {

std::string system_text() {
    return std::generic_category().message(errno);
}

/// An open file that is closed, and removed unless kept.
class TemporaryFile {
public:
    explicit TemporaryFile(std::filesystem::path path)
        : path_(std::move(path)),
          handle_(open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR)) {}
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() {
        if (handle_ >= 0) {
            close(handle_);
            unlink(path_.c_str());
        }
    }

    bool is_open() const { return handle_ >= 0; }

    bool write_all(std::string_view bytes) const {
        while (!bytes.empty()) {
            const auto written = write(handle_, bytes.data(), bytes.size());
            if (written < 0) {
                return false;
            }
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        return fsync(handle_) == 0;
    }

    bool rename_to(const std::filesystem::path& path) {
        if (rename(path_.c_str(), path.c_str()) != 0) {
            return false;
        }
        close(handle_);
        handle_ = -1;
        return true;
    }

private:
    std::filesystem::path path_;
    int handle_;
};

}  // namespace

Expected<void> write_whole(const std::filesystem::path& path, std::string_view bytes) {
    std::error_code problem;
    const auto folder = path.parent_path();
    if (!folder.empty()) {
        std::filesystem::create_directories(folder, problem);
        if (problem) {
            return failure(fmt::format("cannot make the folder {}: {}", folder.string(), problem.message()));
        }
    }
    auto temporary_name = path;
    temporary_name.replace_filename(fmt::format(".{}.{}.part", path.filename().string(), getpid()));
    TemporaryFile file(temporary_name);
    if (!file.is_open() || !file.write_all(bytes) || !file.rename_to(path)) {
        return failure(fmt::format("cannot write {}: {}", path.string(), system_text()));
    }
    return {};
}

}  // namespace detour
