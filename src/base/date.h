// SPDX-License-Identifier: Apache-2.0
// Calendar days without a clock: today is always a parameter.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace detour {

using Date = std::chrono::year_month_day;

/// "2026-11-02"; nothing else is accepted.
std::optional<Date> parse_date(std::string_view text);
std::string date_text(const Date& date);
/// Whole weeks from `from` to `to`; negative if `to` is earlier.
int weeks_between(const Date& from, const Date& to);
int days_between(const Date& from, const Date& to);
int whole_years_between(const Date& from, const Date& to);

}  // namespace detour
