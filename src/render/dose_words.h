// SPDX-License-Identifier: Apache-2.0
// A dose as a few labelled values, for the head of a card. The sentence is the plan's own.
#pragma once

#include "model/plan.h"

#include <string>
#include <utility>
#include <vector>

namespace detour {

/// "20 to 30", "8".
std::string range_words(const Range& range, const Phrases& phrases);
/// At most three labels with their values: time, each week, effort; or times, hold, each week.
std::vector<std::pair<std::string, std::string>> dose_facts(const Dose& dose, bool one_side, const Phrases& phrases);
/// The whole dose as a sentence where the three values leave out a part of it, such as bouts a day; else empty.
std::string dose_beyond_facts(const Dose& dose, bool one_side, const Phrases& phrases);

}  // namespace detour
