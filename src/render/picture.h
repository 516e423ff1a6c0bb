// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/plan.h"
#include "render/document.h"

namespace detour {

/// The exercise's picture, two frames named as start and finish. No figure: no frames.
Picture picture_of(const ExerciseView& exercise, const Phrases& phrases);

}  // namespace detour
