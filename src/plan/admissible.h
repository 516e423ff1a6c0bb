// SPDX-License-Identifier: Apache-2.0
// Why an exercise may not be used: for this patient at all, or as a substitute for one activity. Search, program and
// `explain` ask here and nowhere else.
#pragma once

#include "plan/access.h"

#include <optional>
#include <vector>

namespace detour {

enum class Ask { first, all };

/// Against the exercise for this patient, whatever it replaces: contraindications, the therapist's word, access, dose,
/// load; in this order, the first only or all.
std::vector<Objection> objections(const Assessment& assessment, ExerciseId exercise, Ask ask = Ask::first);

/// Against the exercise as a substitute for the activity of `culprits`: the same movement, a warning that the activity
/// itself bears, a culprit that is not lower, a sport or task.
std::vector<Objection> substitute_objections(const Assessment& assessment,
                                             const CulpritsFound& culprits,
                                             ExerciseId exercise,
                                             Ask ask = Ask::first);

/// The same family, or kin: the same main pattern, related, and both with landings or both lifted.
bool is_same_movement(const Catalogue& catalogue, ExerciseId activity, ExerciseId exercise);

/// Is `exercise` lower than `activity` on the stressor, and how sure is that? Nothing: not lower.
std::optional<Certainty>
lower_on(const Catalogue& catalogue, ExerciseId exercise, ExerciseId activity, Stressor stressor);
/// On every one; the least sure.
std::optional<Certainty> lower_on_all(const Catalogue& catalogue,
                                      ExerciseId exercise,
                                      ExerciseId activity,
                                      const std::vector<Stressor>& stressors);

/// The load as it counts against a symptom cap: reached lying under little load it counts one mark less.
Load counted_load(const Assessment& assessment, ExerciseId exercise, Stressor stressor);
bool is_within_cap(const Assessment& assessment, ExerciseId exercise, Stressor stressor);

/// The absolute bar or allow list that excludes it, if any.
std::optional<Objection> contraindication(const Assessment& assessment, ExerciseId exercise);

/// Every exercise without an objection for this patient.
ExerciseSet admissible_set(const Assessment& assessment);

}  // namespace detour
