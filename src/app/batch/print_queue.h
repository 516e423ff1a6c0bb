// SPDX-License-Identifier: Apache-2.0
// Handing a file to a print queue with CUPS's `lp`, as a child without a shell.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>

namespace detour {

/// The id that the queue gave the job, "Keep-12". `title` is what the printer's display and the server's history show.
/// Fails with what lp says, or if there is no lp.
Expected<std::string> print_file(const std::string& queue, const std::string& title, const std::filesystem::path& file);

/// The job in "request id is Keep-12 (1 file(s))"; empty if there is none.
std::string job_in(const std::string& said);

}  // namespace detour
