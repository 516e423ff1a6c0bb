// SPDX-License-Identifier: Apache-2.0
// The sentences that code asks for by name: their texts are in data/text/LANGUAGE/plan.yaml and labels.yaml.
#pragma once

#include <string>
#include <vector>

namespace detour {

std::vector<std::string> phrases_of_planning();
std::vector<std::string> phrases_of_rendering();

}  // namespace detour
