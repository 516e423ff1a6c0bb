// SPDX-License-Identifier: Apache-2.0
// From a patient to a plan: the one call that commands, batch and tests use. Pure: same patient, knowledge and options,
// same plan, whatever the thread or the machine.
#pragma once

#include "model/patient.h"
#include "model/plan.h"
#include "plan/knowledge.h"

#include <string>

namespace detour {

struct PlanOptions {
    std::string version;
    bool all_excluded = false;  ///< every exercise that was left out, not the nearest twenty
    bool draft = false;         ///< a handout although a question that must be answered is open
};

Plan make_plan(const Patient& patient, const Knowledge& knowledge, const PlanOptions& options);

}  // namespace detour
