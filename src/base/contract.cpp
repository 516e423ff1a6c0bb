// SPDX-License-Identifier: Apache-2.0
#include "base/contract.h"

#include <fmt/format.h>

#include <stdexcept>
#include <string>

namespace detour {

void expects(bool condition, const char* why, std::source_location where) {
    if (!condition) {
        throw std::logic_error(fmt::format("{}:{}: broken contract: {}", where.file_name(), where.line(), why));
    }
}

}  // namespace detour
