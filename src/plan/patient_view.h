// SPDX-License-Identifier: Apache-2.0
// What page heads say of the patient.
#pragma once

#include "plan/assessment.h"

namespace detour {

/// Without activities when the plan sends the patient away: then no exercise is named anywhere.
PatientView patient_view(const Assessment& assessment, bool with_activities);

}  // namespace detour
