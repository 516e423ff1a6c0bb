// SPDX-License-Identifier: Apache-2.0
#include "model/phrase_keys.h"

namespace detour {

std::vector<std::string> phrases_of_planning() {
    return {};
}

}  // namespace detour
