// SPDX-License-Identifier: Apache-2.0
// A plan against what the source expects.
#pragma once

#include "model/catalogue.h"
#include "model/plan.h"
#include "vignettes/vignette.h"

#include <string>
#include <vector>

namespace detour::vignettes {

struct Disagreement {
    std::string text;         ///< "expected refer, got substitute"
    bool is_harmful = false;  ///< an exercise where there should be none, or one that the source forbids
};

/// Empty: the plan agrees.
std::vector<Disagreement> compare(const Expectation& expect, const Plan& plan, const Catalogue& catalogue);

/// Names of exercises, families and tags in `expect` that the catalogue does not have.
std::vector<std::string> unknown_names(const Expectation& expect, const Catalogue& catalogue);

}  // namespace detour::vignettes
