// SPDX-License-Identifier: Apache-2.0
#include "app/batch/merge.h"

#include "app/batch/file_list.h"
#include "app/batch/out_folder.h"
#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace detour {
namespace {

namespace fs = std::filesystem;

using Faults = std::vector<std::string>;

/// Runs with other options, another knowledge base or other files do not belong together.
void check_headers(const std::vector<ShardManifest>& shards, Faults& faults) {
    const auto& first = shards.front();
    const auto compare = [&](const ShardManifest& shard, std::string_view what, const auto& a, const auto& b) {
        if (a != b) {
            faults.push_back(fmt::format("{} has another {} than {}", shard.folder, what, first.folder));
        }
    };
    for (const auto& shard : shards) {
        compare(shard, "version", shard.header.version, first.header.version);
        compare(shard, "knowledge base", shard.header.catalogue, first.header.catalogue);
        compare(shard, "set of options", shard.header.options, first.header.options);
        compare(shard, "number of shards", shard.header.of, first.header.of);
        compare(shard, "list of files", shard.header.listing_sha256, first.header.listing_sha256);
    }
}

void check_shards(const std::vector<ShardManifest>& shards, Faults& faults) {
    std::map<unsigned, std::vector<std::string>> folders;
    for (const auto& shard : shards) {
        folders[shard.header.shard].push_back(shard.folder);
    }
    const auto of = shards.front().header.of;
    for (unsigned number = 1; number <= of; ++number) {
        const auto found = folders.find(number);
        if (found == folders.end()) {
            faults.push_back(fmt::format("shard {} of {} is missing", number, of));
        } else if (found->second.size() > 1) {
            faults.push_back(
                fmt::format("shard {} of {} is there more than once: {}", number, of, join(found->second, ", ")));
        }
    }
}

void check_lines(const ShardManifest& shard, Faults& faults) {
    if (shard.records.size() != shard.header.files) {
        faults.push_back(fmt::format(
            "{} has {} lines, its run had {} files", shard.folder, shard.records.size(), shard.header.files));
    }
    const Shard part{shard.header.shard, shard.header.of};
    for (const auto& record : shard.records) {
        if (!belongs_to(part, record.file)) {
            faults.push_back(fmt::format("{} lists {}, which is of another shard", shard.folder, record.file));
        }
    }
}

void check_listing(const Merged& merged, Faults& faults) {
    std::vector<std::string> names;
    for (const auto& record : merged.records) {
        names.push_back(record.file);
    }
    if (names.size() != merged.header.listed) {
        faults.push_back(
            fmt::format("{} files have a line, {} were given to the run", names.size(), merged.header.listed));
    } else if (listing_digest(names) != merged.header.listing_sha256) {
        faults.emplace_back("the files that have a line are not those that were given to the run");
    }
}

/// Files that share a key over the shards; a file that already failed for it is named by its own shard too.
void check_doubles(const std::vector<FileRecord>& records,
                   std::string_view what,
                   std::string FileRecord::* key,
                   Faults& faults) {
    std::map<std::string, std::vector<std::string>> places;
    std::map<std::string, std::set<std::string>> folders;
    for (const auto& record : records) {
        if (!(record.*key).empty()) {
            places[record.*key].push_back((fs::path(record.folder) / record.file).string());
            folders[record.*key].insert(record.folder);
        }
    }
    for (const auto& [name, where] : places) {
        if (folders[name].size() > 1) {
            faults.push_back(fmt::format("{} {} is double: {}", what, name, join(where, ", ")));
        }
    }
}

}  // namespace

Expected<ShardManifest> read_shard(const fs::path& folder) {
    auto manifest = read_manifest(folder / manifest_name);
    if (!manifest) {
        return tl::unexpected(manifest.error());
    }
    std::error_code problem;
    if (!manifest->header || fs::exists(folder / journal_name, problem)) {
        return failure(fmt::format("{}: no finished batch; run it again with --resume", folder.string()));
    }
    return ShardManifest{folder.string(), std::move(*manifest->header), std::move(manifest->records)};
}

Merged merge_shards(const std::vector<ShardManifest>& shards) {
    Merged merged;
    merged.header = shards.front().header;
    merged.header.shard = 1;
    merged.header.of = 1;
    check_headers(shards, merged.faults);
    check_shards(shards, merged.faults);
    for (const auto& shard : shards) {
        check_lines(shard, merged.faults);
        for (auto record : shard.records) {
            record.folder = shard.folder;
            merged.records.push_back(std::move(record));
        }
    }
    std::ranges::stable_sort(merged.records, {}, &FileRecord::file);
    merged.header.files = merged.records.size();
    check_listing(merged, merged.faults);
    check_doubles(merged.records, "the file", &FileRecord::file, merged.faults);
    check_doubles(merged.records, "patient", &FileRecord::id, merged.faults);
    return merged;
}

std::vector<std::string> faults_of_files(const std::vector<FileRecord>& records) {
    Faults faults;
    for (const auto& record : records) {
        for (const auto& file : record.files) {
            const auto path = fs::path(record.folder) / file.name;
            std::error_code problem;
            const auto size = fs::file_size(path, problem);
            if (problem) {
                faults.push_back(fmt::format("{} is missing", path.string()));
            } else if (size != file.bytes) {
                faults.push_back(fmt::format("{} has {} bytes instead of {}", path.string(), size, file.bytes));
            }
        }
    }
    return faults;
}

}  // namespace detour
