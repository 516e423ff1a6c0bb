// SPDX-License-Identifier: Apache-2.0
// What goes in the chart: the decision, what to ask before use, why these exercises and why not others, the figures,
// the rules and the sources. Never the patient's name.
#pragma once

#include "model/plan.h"
#include "render/document.h"
#include "render/render.h"

namespace detour {

Document write_clinician_sheet(const Plan& plan, const RenderOptions& options);

}  // namespace detour
