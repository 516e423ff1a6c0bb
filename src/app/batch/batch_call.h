// SPDX-License-Identifier: Apache-2.0
// What batch and watch share: their options checked and turned into a setup, and how they tell of errors.
#pragma once

#include "app/batch/batch.h"
#include "app/batch/progress.h"
#include "app/command_line.h"

#include <optional>
#include <string>

namespace detour {

/// What is wrong with the options, if anything.
std::optional<std::string> fault_of_batch_options(const Invocation& call);

/// Of a call without faults. `resume` as the call says.
BatchSetup batch_setup(const Invocation& call, const Environment& environment, const Catalogue& catalogue);

Shard shard_of(const Invocation& call);
ProgressStyle progress_style(const Invocation& call, const Environment& environment);

/// Every option that changes outputs, "format=pdf for=both ...".
std::string options_text(const OutputOptions& options);

/// The run as a whole; `names` are all files that were given, of all shards.
RunHeader header_of(const BatchSetup& setup,
                    const Catalogue& catalogue,
                    const Shard& shard,
                    const std::vector<std::string>& names,
                    std::size_t files);

/// "night/p-3.yaml:3:23: error: ...", a line for each error.
std::string error_lines(const Settled& settled);

}  // namespace detour
