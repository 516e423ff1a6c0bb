// SPDX-License-Identifier: Apache-2.0
// What is decided before any exercise is looked at: refer, hold, continue (soreness) or substitute (pain).
#pragma once

#include "plan/assessment.h"

#include <string>
#include <vector>

namespace detour {

struct Triage {
    Decision decision = Decision::substitute;
    Urgency urgency = Urgency::none;
    std::vector<Because> because;              ///< the rules that decided
    std::vector<std::string> patient_message;  ///< what the patient reads
    std::vector<std::string> come_back_when;   ///< hold only
    SeeClinician see_clinician;
};

Triage triage_patient(const Assessment& assessment);

/// Are quality, duration and effect on the day of the pain all answered?
bool is_pain_described(const Patient& patient);

}  // namespace detour
