// SPDX-License-Identifier: Apache-2.0
// By which stressors does an activity hurt? Each recorded condition names its own, so that one more condition can only
// add culprits; their caps fall to a point between what is borne and what provokes.
#pragma once

#include "plan/tolerance.h"

#include <vector>

namespace detour {

struct CulpritsFound {
    ExerciseId activity;
    std::vector<Stressor> stressors;          ///< the highest combined score first
    std::vector<ActiveBar> tags;              ///< warnings that the activity itself bears: answers may not
    std::vector<ConditionId> unexplained_by;  ///< conditions for which the history explains nothing
    bool operator==(const CulpritsFound&) const = default;
};

CulpritsFound find_culprits(ExerciseId activity,
                            const Patient& patient,
                            const Catalogue& catalogue,
                            const Tolerance& tolerance,
                            const Bars& bars);

/// Lowers the symptom cap of each culprit, for all activities together.
void lower_culprit_caps(Tolerance& tolerance,
                        const CulpritsFound& culprits,
                        const Patient& patient,
                        const Catalogue& catalogue,
                        Irritability irritability,
                        const Say& say);

}  // namespace detour
