// SPDX-License-Identifier: Apache-2.0
#include "model/phrase_keys.h"
#include "model/phrases.h"

#include <algorithm>
#include <iterator>

namespace detour {

std::vector<std::string> phrases_used_by_code() {
    auto keys = phrases_of_planning();
    std::ranges::copy(phrases_of_rendering(), std::back_inserter(keys));
    std::ranges::sort(keys);
    return keys;
}

}  // namespace detour
