// SPDX-License-Identifier: Apache-2.0
// How much of each stressor this patient can bear now, and how much each one matters. A symptom cap follows
// irritability and history; a protective cap guards tissue that gives no warning and follows neither.
#pragma once

#include "plan/bars.h"
#include "plan/irritability.h"
#include "plan/say.h"

#include <optional>
#include <vector>

namespace detour {

struct StressorLimit {
    Sensitivity tabled = Sensitivity::none;  ///< the strictest condition's, as written
    Sensitivity weight = Sensitivity::none;  ///< shifted by irritability, for ranking
    std::optional<Load> symptom;             ///< none: no limit
    std::optional<Load> protective;
    std::optional<Load> before_history;    ///< the symptom cap that a tolerated activity raised
    std::optional<double> raised_minutes;  ///< above `before_history` at most so long, if the file says how long
    bool is_culprit = false;
    std::vector<Because> because;

    std::optional<Load> cap() const;
    bool is_protective() const;
    bool operator==(const StressorLimit&) const = default;
};

struct Tolerance {
    PerStressor<StressorLimit> of;
    std::optional<double> sitting_minutes;  ///< the longest bout on a seat
    std::optional<double> standing_minutes;
    bool operator==(const Tolerance&) const = default;
};

/// The sensitivity of one condition as tabled; a tested directional preference moves its unlocked directions.
PerStressor<Sensitivity>
sensitivities_of(const PatientCondition& recorded, const Patient& patient, const Catalogue& catalogue);
bool is_locked(const Condition& condition, Stressor stressor);
/// One level up at high irritability, one down at low, never when locked.
Sensitivity shifted(Sensitivity tabled, Irritability irritability, bool locked);

/// A tolerated activity counts if its pain stays under the strictest ceiling of data/rules/pain.yaml, so that more
/// irritability never changes which history counts.
bool is_borne(const Tolerated& tolerated, const PainRules& rules);

/// Caps of conditions, rules, history and the therapist; the culprits' caps come later (`lower_culprit_caps`).
Tolerance find_tolerance(const Patient& patient,
                         const Catalogue& catalogue,
                         const RuleOutcome& outcome,
                         const IrritabilityFound& irritability,
                         const Facts& facts,
                         const Say& say);

/// The therapist's caps, last of all; a protective cap rises only with an accepted risk ("cap-impact").
void apply_therapist_caps(Tolerance& tolerance, const Patient& patient, const Say& say);

/// "cap-impact": the rule id of an exclusion by load.
std::string cap_rule(Stressor stressor);

}  // namespace detour
