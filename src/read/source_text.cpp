// SPDX-License-Identifier: Apache-2.0
#include "read/source_text.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace detour {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_data_file = 4U << 20U;

tl::unexpected<Failure> cannot_read(const std::string& path, const std::string& why) {
    return failure(fmt::format("cannot read {}: {}", path, why));
}

/// Paths of all .yaml files below the folder, sorted; a Failure if the folder cannot be walked.
Expected<std::vector<std::string>> find_yaml_files(const std::string& folder) {
    std::error_code error;
    std::vector<std::string> paths;
    fs::recursive_directory_iterator entry(folder, error);
    for (; !error && entry != fs::recursive_directory_iterator{}; entry.increment(error)) {
        if (entry->path().extension() == ".yaml" && entry->is_regular_file(error)) {
            paths.push_back(entry->path().lexically_relative(folder).generic_string());
        }
    }
    if (error) {
        return cannot_read(folder, error.message());
    }
    std::ranges::sort(paths);
    return paths;
}

Diagnostics whole_file(const SourceText& source, std::string message) {
    return {{{source.name, 0, 0}, Severity::error, std::move(message), "", {}}};
}

Diagnostics at_offset(const SourceText& source, std::size_t offset, std::string message) {
    const auto before = std::string_view(source.text).substr(0, offset);
    const auto line = static_cast<std::size_t>(std::ranges::count(before, '\n')) + 1;
    const auto start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    const auto column = length_in_characters(before.substr(start)) + 1;
    return {{{source.name, line, column}, Severity::error, std::move(message), "", {}}};
}

/// Where the first invalid sequence begins: the longest valid prefix, cut at line ends so that each byte is read twice
/// at most.
std::size_t first_invalid(std::string_view text) {
    std::size_t start = 0;
    while (start < text.size()) {
        const auto end = std::min(text.find('\n', start), text.size() - 1) + 1;
        if (!is_valid_utf8(text.substr(start, end - start))) {
            break;
        }
        start = end;
    }
    for (std::size_t length = 1; start < text.size(); length = 1) {
        while (length <= 4 && start + length <= text.size() && !is_valid_utf8(text.substr(start, length))) {
            ++length;
        }
        if (length > 4 || start + length > text.size()) {
            break;
        }
        start += length;
    }
    return start;
}

}  // namespace

Expected<SourceText> load_text(const std::string& path, std::size_t max_bytes) {
    std::error_code error;
    if (fs::is_directory(path, error)) {
        return cannot_read(path, "it is a folder");
    }
    errno = 0;
    std::ifstream stream(path, std::ios::binary);
    if (!stream) {
        return cannot_read(path, std::strerror(errno));
    }
    std::string text(max_bytes + 1, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (stream.bad()) {
        return cannot_read(path, std::strerror(errno));
    }
    text.resize(static_cast<std::size_t>(stream.gcount()));
    if (text.size() > max_bytes) {
        return cannot_read(path, fmt::format("it is larger than {} KB", max_bytes / 1024));
    }
    return SourceText{path, std::move(text)};
}

Expected<std::vector<SourceText>> load_data_folder(const std::string& folder) {
    const auto paths = find_yaml_files(folder);
    if (!paths) {
        return tl::unexpected<Failure>(paths.error());
    }
    std::vector<SourceText> sources;
    for (const auto& path : *paths) {
        auto source = load_text(folder + "/" + path, largest_data_file);
        if (!source) {
            return tl::unexpected<Failure>(source.error());
        }
        sources.push_back({path, std::move(source->text)});
    }
    return sources;
}

Diagnostics check_bytes(const SourceText& source) {
    if (source.text.find_first_not_of(" \t\r\n") == std::string::npos) {
        return whole_file(source, "the file is empty");
    }
    if (!is_valid_utf8(source.text)) {
        return at_offset(source, first_invalid(source.text), "this is not UTF-8 text; save the file as UTF-8");
    }
    const auto nul = source.text.find('\0');
    if (nul != std::string::npos) {
        return at_offset(source, nul, "there is a NUL byte here; this is no text file");
    }
    return {};
}

}  // namespace detour
