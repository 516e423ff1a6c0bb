// SPDX-License-Identifier: Apache-2.0
#include "model/phrases.h"

#include "base/contract.h"
#include "base/text.h"

namespace detour {

const std::string& Phrases::at(std::string_view key) const {
    const auto found = sentences_.find(key);
    expects(found != sentences_.end(), "each phrase that code asks for exists");
    return found->second;
}

std::string Phrases::with(std::string_view key, const std::map<std::string, std::string>& values) const {
    return fill(at(key), values);
}

}  // namespace detour
