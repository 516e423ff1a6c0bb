// SPDX-License-Identifier: Apache-2.0
// What a run comes to, in counts: by decision, by error, by what was withheld.
#pragma once

#include "app/batch/record.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace detour {

struct Summary {
    std::size_t files = 0;
    std::size_t planned = 0;  ///< decided and written
    std::size_t failed = 0;   ///< with an error of any kind
    std::size_t withheld = 0;
    std::size_t written = 0;  ///< output files
    std::size_t printed = 0;
    std::map<Decision, std::size_t> by_decision;
    std::map<ErrorKind, std::size_t> by_error;  ///< files, not errors; a file may count under two kinds
    bool operator==(const Summary&) const = default;
};
Summary summarize(const std::vector<FileRecord>& records);

/// A few lines; each count that is 0 is left out, but for files and failures.
std::string text_of(const Summary& summary);

}  // namespace detour
