// SPDX-License-Identifier: Apache-2.0
#include "app/batch/file_list.h"

#include "read/sha256.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace detour {
namespace {

namespace fs = std::filesystem;

std::optional<Failure> add_folder(const fs::path& folder, std::vector<PatientFile>& files) {
    std::error_code problem;
    fs::directory_iterator entry(folder, problem);
    for (; !problem && entry != fs::directory_iterator{}; entry.increment(problem)) {
        std::error_code unknown;
        if (looks_like_patient(entry->path()) && !entry->is_directory(unknown)) {
            files.push_back({entry->path().filename().string(), entry->path()});
        }
    }
    if (problem) {
        return Failure{fmt::format("cannot read the folder {}: {}", folder.string(), problem.message())};
    }
    return std::nullopt;
}

std::optional<unsigned> parse_count(std::string_view text) {
    unsigned number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc{} || end != text.data() + text.size() || number == 0) {
        return std::nullopt;
    }
    return number;
}

}  // namespace

bool looks_like_patient(const fs::path& path) {
    const auto extension = path.extension();
    return (extension == ".yaml" || extension == ".yml") && !path.filename().string().starts_with(".");
}

Expected<std::vector<PatientFile>> list_patient_files(const std::vector<std::string>& arguments) {
    std::vector<PatientFile> files;
    for (const auto& argument : arguments) {
        const fs::path path(argument);
        std::error_code problem;
        if (!fs::is_directory(path, problem)) {
            files.push_back({path.filename().string(), path});
        } else if (const auto fault = add_folder(path, files)) {
            return tl::unexpected(*fault);
        }
    }
    std::ranges::sort(files);
    const auto again = std::ranges::unique(files);
    files.erase(again.begin(), again.end());
    return files;
}

std::string listing_digest(const std::vector<std::string>& names) {
    std::string all;
    for (const auto& name : names) {
        all += name + '\n';
    }
    return sha256_hex(all);
}

std::optional<Shard> parse_shard(std::string_view text) {
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) {
        return std::nullopt;
    }
    const auto number = parse_count(text.substr(0, slash));
    const auto of = parse_count(text.substr(slash + 1));
    if (!number || !of || *number > *of) {
        return std::nullopt;
    }
    return Shard{*number, *of};
}

bool belongs_to(const Shard& shard, std::string_view name) {
    return shard.of == 1 || sha256_number(name) % shard.of + 1 == shard.number;
}

}  // namespace detour
