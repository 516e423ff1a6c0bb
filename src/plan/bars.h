// SPDX-License-Identifier: Apache-2.0
// What the conditions and rules bar or warn of today, with the reason and its sources; and what the therapist waived.
#pragma once

#include "plan/rule_effects.h"
#include "plan/say.h"

#include <optional>
#include <string>
#include <vector>

namespace detour {

struct ActiveBar {
    std::string id;
    std::vector<TagId> tags;
    Until until;
    std::string reason;
    std::vector<std::string> sources;
    bool is_access = false;                ///< it is about what the patient can do or reach, not about the back
    std::optional<std::size_t> condition;  ///< index in Patient::conditions
    std::vector<ExerciseId> exercises;     ///< barred by name, beside the tags
    bool operator==(const ActiveBar&) const = default;
};

struct Bars {
    std::vector<ActiveBar> absolute;
    std::vector<ActiveBar> relative;
    std::vector<ActiveBar> allow_only;  ///< an exercise must bear one of its tags
    std::vector<ActiveBar> waived;      ///< past which `accept_risk` goes
    bool operator==(const Bars&) const = default;
};

/// The id of what a surgeon forbids.
inline constexpr const char* surgeon_rule = "surgeon";

/// The exercises that a surgeon's word means.
std::vector<ExerciseId> exercises_of(const SurgeonWord& word, const Catalogue& catalogue);

/// Does what lasts until then still hold? Unknown weeks and unknown answers do not end it, but a stage that the file
/// gives tells the least weeks.
bool is_in_effect(const Until& until, const PatientCondition& condition, const Facts& facts);

Bars find_bars(
    const Patient& patient, const Catalogue& catalogue, const RuleOutcome& outcome, const Facts& facts, const Say& say);

/// The first tag of the bar that the exercise bears.
bool bears(const Catalogue& catalogue, ExerciseId exercise, const ActiveBar& bar);

/// Has the patient's file accepted the risk of this rule, with a reason?
bool accepts_risk(const Patient& patient, const std::string& rule);

}  // namespace detour
