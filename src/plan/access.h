// SPDX-License-Identifier: Apache-2.0
// Can the patient get to it: place, equipment, swimming (data/rules/places.yaml).
#pragma once

#include "plan/assessment.h"
#include "plan/objection.h"

#include <optional>

namespace detour {

/// What is missing, or nothing. A non-swimmer is never sent to deep water or to a stroke.
std::optional<Objection> access_objection(const Assessment& assessment, ExerciseId exercise);

/// The same, on the way back to `target` or in a lighter form of it: what the target itself needs counts as at hand.
bool is_at_hand_for(const Assessment& assessment, ExerciseId exercise, ExerciseId target);

/// Does the patient have a heated pool?
/// Is any pool among the patient's places?
bool has_pool(const Assessment& assessment);
bool has_heated_pool(const Assessment& assessment);
/// Is it done in water that is not a heated pool's, and could be done in one?
bool can_be_heated(const Assessment& assessment, ExerciseId exercise);

}  // namespace detour
