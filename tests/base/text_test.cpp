// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

#include <catch2/catch.hpp>

#include <stdexcept>

using namespace detour;

TEST_CASE("accents and capitals do not matter when people search", "[base]") {
    CHECK(fold("Natación ÑANDÚ") == "natacion nandu");
    CHECK(words_of("Leg-press, 20 kg") == std::vector<std::string>{"leg", "press", "20", "kg"});
}

TEST_CASE("two swapped letters are one mistake", "[base]") {
    CHECK(edit_distance("runing", "running") == 1);
    CHECK(edit_distance("wlaking", "walking") == 1);
    CHECK(edit_distance("bike", "") == 4);
}

TEST_CASE("the nearest word is offered only when it could be meant", "[base]") {
    const std::vector<std::string> stages = {"acute", "subacute", "persistent"};
    CHECK(nearest("sub-acute", stages) == "subacute");
    CHECK(nearest("tuesday", stages) == std::nullopt);
}

TEST_CASE("numbers are printed without trailing zeros and without a locale", "[base]") {
    CHECK(number_text(1.5) == "1.5");
    CHECK(number_text(2.0) == "2");
    CHECK(number_text(0.333, 1) == "0.3");
    CHECK(number_text(-0.001, 1) == "0");
    CHECK_THROWS_AS(number_text(1.0 / 0.0), std::logic_error);
}

TEST_CASE("a sentence is filled only with values that it was given", "[base]") {
    CHECK(fill("Rest {days} days.", {{"days", "2"}}) == "Rest 2 days.");
    CHECK_THROWS_AS(fill("Rest {days} days.", {}), std::logic_error);
}

TEST_CASE("broken UTF-8 is told from whole", "[base]") {
    CHECK(is_valid_utf8("Müller"));
    CHECK_FALSE(is_valid_utf8("M\xFCller"));
    CHECK_FALSE(is_valid_utf8("\xC0\xAF"));
    CHECK_FALSE(is_valid_utf8("\xED\xA0\x80"));
    CHECK(length_in_characters("Müller") == 6);
}
