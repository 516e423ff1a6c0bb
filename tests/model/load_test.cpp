// SPDX-License-Identifier: Apache-2.0
#include "model/load.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace detour;

namespace {

Scales impact_scale() {
    Scales scales;
    scales.normal.items() = {Normal{0}, Normal{0.3}, Normal{0.55}, Normal{0.8}, Normal{1}};
    scales.bands[Stressor::impact].items() = {Interval<Load>{{0}, {0.5}, {1}},
                                              {{1}, {1.15}, {1.3}},
                                              {{1.3}, {1.55}, {1.8}},
                                              {{1.8}, {2.5}, {3.2}},
                                              {{3.2}, {4.5}, {8}}};
    return scales;
}

}  // namespace

TEST_CASE("the common scale is linear between the best values of the bands", "[model]") {
    const auto scales = impact_scale();
    CHECK(scales.normal_of(Stressor::impact, {0.2}).value == Approx(0));
    CHECK(scales.normal_of(Stressor::impact, {1.15}).value == Approx(0.3));
    CHECK(scales.normal_of(Stressor::impact, {1.35}).value == Approx(0.425));
    CHECK(scales.normal_of(Stressor::impact, {9}).value == Approx(1));
    CHECK(scales.load_at(Stressor::impact, {0.425}).value == Approx(1.35));
}

TEST_CASE("a load bears the first mark whose upper end is not below it, and a cap of that mark admits it", "[model]") {
    const auto scales = impact_scale();
    CHECK(scales.mark_of(Stressor::impact, {1.3}) == Mark::low);
    CHECK(scales.mark_of(Stressor::impact, {1.31}) == Mark::moderate);
    CHECK(scales.cap_at(Stressor::impact, Mark::low) == Load{1.3});
    CHECK(std::isinf(scales.cap_at(Stressor::impact, Mark::very_high).value));
}

TEST_CASE("an interval is surely lower only if nothing in it exceeds the other", "[model]") {
    const Interval<Load> bike{{0}, {0.1}, {0.3}};
    const Interval<Load> run{{1.8}, {2.4}, {2.9}};
    const Interval<Load> walk{{1.0}, {1.2}, {1.9}};
    CHECK(is_surely_lower(bike, run));
    CHECK_FALSE(is_surely_lower(walk, run));
}
