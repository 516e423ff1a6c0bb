// SPDX-License-Identifier: Apache-2.0
// A plan as one line of JSON; the keys are a public interface, docs/plan_json.md.
#pragma once

#include "base/result.h"
#include "model/plan.h"

#include <string>

namespace detour {

/// One object without a line break. Fails if a number is not finite or a text is not UTF-8.
Expected<std::string> render_json(const Plan& plan);

}  // namespace detour
