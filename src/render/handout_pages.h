// SPDX-License-Identifier: Apache-2.0
// Parts of the handout that stand on pages of their own or on several.
#pragma once

#include "model/plan.h"
#include "render/document.h"

namespace detour {

/// For whom, when made; with a line for the next visit unless the patient is sent elsewhere.
Heading title_block(const Plan& plan, const std::string& title);
/// The patient's own words, the outlook, the plan's message.
void add_opening(Section& page, const Plan& plan);
/// How much pain is acceptable; without a bar, to call first.
void add_pain(Section& page, const Plan& plan);
/// Warning signs; nothing if the plan has none.
void add_stop_box(Section& page, const Plan& plan);

/// What was found, stop, whom to call and how soon. No exercise, no picture, no dose.
Section referral_page(const Plan& plan);
/// Nothing today, and what must be true to come back.
Section hold_page(const Plan& plan);
/// Soreness: carry on, with advice.
Section soreness_page(const Plan& plan);
/// The way back to the activity; empty if there is none to show.
Section way_back_part(const Plan& plan, const Substitution& substitution);
/// What helps on the way.
Section advice_part(const Plan& plan);
/// The log that is brought to the next visit.
Section log_part(const Plan& plan);

}  // namespace detour
