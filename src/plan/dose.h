// SPDX-License-Identifier: Apache-2.0
// Start doses: the table of data/rules/dose.yaml by purpose, stage and irritability, cut by every limit that holds, and
// never below the floor.
#pragma once

#include "plan/assessment.h"

#include <optional>
#include <string>

namespace detour {

/// The key of the row: "dose.yaml#aerobic/subacute/moderate".
std::string dose_rule(const Assessment& assessment, ExerciseId exercise);
/// Does the row give nothing (`reps: 0`)?
bool is_dose_barred(const Assessment& assessment, ExerciseId exercise);

/// The dose for the patient; `wanted_minutes` asks for so many minutes a bout within the row and the limits.
Dose dose_for(const Assessment& assessment, ExerciseId exercise, std::optional<double> wanted_minutes = std::nullopt);

/// The longest bout that posture, history and rules allow; none: no limit.
std::optional<double> longest_bout(const Assessment& assessment, ExerciseId exercise);

/// Does one go somewhere for it (a pool, a gym)? Then the bouts of a day are done in one visit.
bool is_a_visit(const Assessment& assessment, ExerciseId exercise);

/// Writes `dose.text`, the line that is printed.
void write_text(Dose& dose, const Say& say, bool in_one_visit = false);

/// A therapist's dose, filled up from ours where it says nothing.
Dose dose_set_by_therapist(const Assessment& assessment, const SetDose& set);

/// MET-minutes a week of a dose in minutes; 0 if it has none.
double met_minutes(const Dose& dose, double met);

}  // namespace detour
