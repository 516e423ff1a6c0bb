// SPDX-License-Identifier: Apache-2.0
// The handouts of a run as one PDF for the printer, in the order of the files.
#pragma once

#include "app/batch/batch.h"

#include <filesystem>
#include <vector>

namespace detour {

/// Joins the handouts that stand in the folder (the clinician sheets, if the run makes no handouts); one at a time is
/// in memory. The file appears whole or not at all; without a single document there is none. Fails if it cannot be
/// written, or if a document is not there as it was written.
Expected<void> write_combined(const std::filesystem::path& path,
                              const std::filesystem::path& folder,
                              const std::vector<Settled>& all,
                              const OutputOptions& options);

}  // namespace detour
