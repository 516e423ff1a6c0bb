// SPDX-License-Identifier: Apache-2.0
#include "base/date.h"

#include <catch2/catch.hpp>

using namespace detour;

TEST_CASE("only whole calendar days are dates", "[base]") {
    CHECK(parse_date("2026-11-02").has_value());
    CHECK_FALSE(parse_date("2026-02-30").has_value());
    CHECK_FALSE(parse_date("2026-1-2").has_value());
    CHECK_FALSE(parse_date("02.11.2026").has_value());
    CHECK(date_text(*parse_date("0999-01-05")) == "0999-01-05");
}

TEST_CASE("a week after an operation begins when seven days have passed", "[base]") {
    const auto operation = *parse_date("2026-03-10");
    CHECK(weeks_between(operation, *parse_date("2026-03-16")) == 0);
    CHECK(weeks_between(operation, *parse_date("2026-03-17")) == 1);
    CHECK(weeks_between(operation, *parse_date("2026-03-09")) == -1);
    CHECK(whole_years_between(*parse_date("1979-11-03"), *parse_date("2026-11-02")) == 46);
}
