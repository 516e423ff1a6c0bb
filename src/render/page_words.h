// SPDX-License-Identifier: Apache-2.0
// Words that several pages share: dates, contact, provenance.
#pragma once

#include "model/plan.h"
#include "render/document.h"

#include <string>
#include <vector>

namespace detour {

/// "24 November 2026", in the phrases' language.
std::string long_date(const Date& date, const Phrases& phrases);
/// "Questions? Call 555-0100".
std::string contact_line(const Plan& plan);
/// "p-0042 · Detour 0.1.0 · catalogue 2026-11 3f9ac1d2": enough to find the chart and to compute the plan again.
std::string provenance(const Plan& plan);
/// "Page {page} of {pages}".
std::string page_pattern(const Phrases& phrases);
using Conditions = std::vector<std::string> ReturnStage::*;

/// What holds for every stage from the second on: said once, not at each stage. Empty for fewer than three stages.
std::vector<std::string> common_conditions(const std::vector<ReturnStage>& stages, Conditions conditions);
/// `texts` but those in `others`, in their order.
std::vector<std::string> without(std::vector<std::string> texts, const std::vector<std::string>& others);
/// Ends in a full stop, unless empty or already ended.
std::string sentence_end(std::string text);
/// Each with its full stop, one after the other.
std::string sentences(std::vector<std::string> texts);

}  // namespace detour
