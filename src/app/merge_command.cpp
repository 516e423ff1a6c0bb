// SPDX-License-Identifier: Apache-2.0
// `detour merge`: the shards of a night as one manifest, and whether they are all of it.
#include "app/batch/merge.h"
#include "app/batch/out_folder.h"
#include "app/batch/summary.h"
#include "app/commands.h"
#include "app/messages.h"
#include "app/output_file.h"

#include <fmt/format.h>

#include <ostream>

namespace detour {
namespace {

std::vector<ShardManifest> read_shards(const Invocation& call, const Environment& environment) {
    std::vector<ShardManifest> shards;
    for (const auto& folder : call.arguments) {
        if (auto shard = read_shard(folder)) {
            shards.push_back(std::move(*shard));
        } else {
            print_failure(shard.error(), environment);
        }
    }
    return shards;
}

void report(const Invocation& call, const Environment& environment, const Merged& merged, const Summary& summary) {
    for (const auto& fault : merged.faults) {
        environment.err << "detour: " << fault << "\n";
    }
    if (call.has("quiet")) {
        return;
    }
    environment.out << text_of(summary);
    if (merged.faults.empty()) {
        environment.out << fmt::format("complete: each of the {} files has one line, no patient is missing or double\n",
                                       merged.header.listed);
    }
}

}  // namespace

ExitCode run_merge(const Invocation& call, const Environment& environment) {
    const auto shards = read_shards(call, environment);
    if (shards.empty()) {
        return ExitCode::failed;
    }
    auto merged = merge_shards(shards);
    for (auto& fault : faults_of_files(merged.records)) {
        merged.faults.push_back(std::move(fault));
    }
    bool is_fine = shards.size() == call.arguments.size() && merged.faults.empty();
    if (const auto out = call.value("out")) {
        if (const auto written = write_whole(*out, manifest_text(merged.header, merged.records)); !written) {
            print_failure(written.error(), environment);
            is_fine = false;
        }
    }
    const auto summary = summarize(merged.records);
    report(call, environment, merged, summary);
    return is_fine && summary.failed == 0 ? ExitCode::done : ExitCode::failed;
}

}  // namespace detour
