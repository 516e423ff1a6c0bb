// SPDX-License-Identifier: Apache-2.0
// A plan of an invented patient, built by hand: rendering is tested without data and without planning. Its numbers are
// there for layout only.
#pragma once

#include "model/plan.h"

namespace detour::test {

/// The labels of data/text/en/labels.yaml.
std::shared_ptr<const Phrases> sample_phrases();

/// Substitution for running, with `exercises` (1 to 6) in the program.
Plan sample_plan(int exercises = 3);
Plan sample_referral();
Plan sample_hold();
Plan sample_soreness();
/// Questions that must be answered first are open.
Plan sample_withheld();
/// Every text of the plan is about a third longer.
Plan lengthened(Plan plan);

}  // namespace detour::test
