// SPDX-License-Identifier: Apache-2.0
// Random patients for the invariants, drawn evenly from the knowledge base. A draft is written as a patient file and
// read by the real reader, so that a counterexample, once shrunk, is a file that anyone can run.
#pragma once

#include "model/patient.h"

#include <rapidcheck.h>

#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace detour::test {

struct DraftCondition {
    std::string id;
    std::string stage;  ///< empty: left out
};

struct PatientDraft {
    int age = 45;
    std::string training;
    std::vector<DraftCondition> conditions;
    std::string irritability;  ///< empty: left out
    int pain_now = 2;
    int pain_worst = 4;
    std::vector<std::string> aggravating;
    std::vector<std::string> tolerated;
    std::vector<std::string> eased_by;
    std::string directional_preference;
    std::string slr;
    std::map<std::string, std::string> red_flags;  ///< every key of the vocabulary that is not left out
    std::vector<std::string> comorbidities;
    std::vector<std::string> medications;
    std::map<std::string, std::string> answers;  ///< by id, as written
    std::string procedure;                       ///< empty: no operation
    int weeks_since_surgery = 0;
    std::vector<std::string> surgeon_forbids;
    std::vector<std::string> places;
    std::vector<std::string> equipment;
    bool swims = false;
    std::vector<std::string> goals;
    std::vector<std::string> exclude;
    int days_per_week = 3;
    int minutes_per_day = 30;
};

/// The draft as a patient file.
std::string yaml_of(const PatientDraft& draft);
void showValue(const PatientDraft& draft, std::ostream& stream);

/// A patient whose ten red flags are all answered no.
rc::Gen<PatientDraft> patients_without_flags();
/// A patient with any answers, unknown ones included.
rc::Gen<PatientDraft> patients();

}  // namespace detour::test
