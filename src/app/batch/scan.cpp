// SPDX-License-Identifier: Apache-2.0
#include "app/batch/scan.h"

#include "read/sha256.h"
#include "read/yaml_reader.h"

#include <algorithm>
#include <map>
#include <sys/stat.h>

namespace detour {
namespace {

constexpr std::size_t longest_id = 64;

/// What the reader of patients takes for an id; anything else could be a patient's words.
bool is_plain_id(std::string_view text) {
    const auto fits = [](char byte) {
        return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
               byte == '.' || byte == '_' || byte == '-';
    };
    return !text.empty() && text.size() <= longest_id && std::ranges::all_of(text, fits) && text.front() != '.' &&
           text.front() != '-';
}

template <class Key>
std::vector<std::vector<std::size_t>> shared(const std::vector<Key>& keys) {
    std::map<Key, std::vector<std::size_t>> numbers;
    for (std::size_t at = 0; at < keys.size(); ++at) {
        if (!keys[at].empty()) {
            numbers[keys[at]].push_back(at);
        }
    }
    std::vector<std::vector<std::size_t>> groups;
    for (auto& [key, group] : numbers) {
        if (group.size() > 1) {
            groups.push_back(std::move(group));
        }
    }
    return groups;
}

}  // namespace

Scan scan_text(const std::string& name, const SourceText& source) {
    Scan scan;
    scan.input_sha256 = sha256_hex(source.text);
    Diagnostics ignored;  // whoever plans the file reports them
    const auto document = parse_yaml(source, ignored);
    if (!document || !document->root().is_map()) {
        return scan;
    }
    auto root = document->root().map();
    const auto patient = root.find("patient");
    if (!patient || !patient->is_map()) {
        return scan;
    }
    auto map = patient->map();
    const auto id = map.find("id");
    if (id && id->is_text() && is_plain_id(id->text().value_or(""))) {
        scan.id = *id->text();
        scan.id_place = id->place();
        scan.id_place.file = name;
    }
    return scan;
}

Scan scan_file(const PatientFile& file) {
    const auto source = load_text(file.path.string());
    if (!source) {
        Scan scan;
        scan.unreadable = source.error();
        return scan;
    }
    return scan_text(file.name, *source);
}

Conflicts find_conflicts(const std::vector<PatientFile>& files, const std::vector<Scan>& scans) {
    std::vector<std::string> ids;
    std::vector<std::string> names;
    for (std::size_t at = 0; at < files.size(); ++at) {
        ids.push_back(scans[at].id);
        names.push_back(files[at].name);
    }
    return {shared(ids), shared(names)};
}

FileStamp stamp_of(const std::filesystem::path& path) {
    struct stat status{};
    if (stat(path.c_str(), &status) != 0) {
        return {};
    }
    return {status.st_ino, status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
}

}  // namespace detour
