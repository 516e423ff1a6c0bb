// SPDX-License-Identifier: Apache-2.0
// What the latest visit says: progress, hold, regress, switch or refer, with the reason and what changes.
#pragma once

#include "plan/assessment.h"

#include <optional>

namespace detour {

/// Nothing without a visit. `decision` is the triage's: a referral wins over any log.
std::optional<FollowUp> find_follow_up(const Assessment& assessment, Decision decision);

}  // namespace detour
