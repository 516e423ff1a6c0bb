// SPDX-License-Identifier: Apache-2.0
// What the patient takes home: a page for the fridge, a card for each exercise, the way back with a log. A referral or
// a hold is one page without any exercise.
#pragma once

#include "model/plan.h"
#include "render/document.h"
#include "render/render.h"

namespace detour {

/// In the patient's language. The caller decides whether a withheld handout may be written at all.
Document write_handout(const Plan& plan, const RenderOptions& options);

}  // namespace detour
