// SPDX-License-Identifier: Apache-2.0
// The arithmetic of docs/data_format.md, by hand. Rows in small_catalogue.h; constants in data/rules/inference.yaml:
// spread 0.25 from six persons, else 0.35; telemetry shrink 0.45; standing 1.0 to 1.46 body weights.
#include "read/infer_loads.h"
#include "read/small_catalogue.h"

using namespace detour;
using namespace detour::test;

namespace {

const LoadEstimate& load_of(const char* exercise, Stressor stressor) {
    const auto& catalogue = small_catalogue();
    return catalogue.exercises[*catalogue.find_exercise(exercise)].loads[stressor];
}

void check_interval(const Interval<Load>& interval, double low, double best, double high) {
    CHECK(interval.low.value == Approx(low));
    CHECK(interval.best.value == Approx(best));
    CHECK(interval.high.value == Approx(high));
}

std::string messages_with(std::string_view file, std::string_view from, std::string_view to) {
    return all_messages(read_catalogue(small_data_but(file, from, to)).diagnostics);
}

const InferenceRules rules = {0.25, 0.35, 6, 1.0, 1.46, 0.45};

Evidence row(const char* quantity, double value, int n) {
    Evidence one;
    one.id = "row";
    one.quantity = quantity;
    one.value = value;
    one.n = n;
    return one;
}

}  // namespace

TEST_CASE("a measured load is the hull of its rows, and its best the mean of theirs", "[read][loads]") {
    // pressure 0.5 to 0.7 over 0.5 standing: 1.0, 1.2, 1.4; telemetry 1.8 widened to 1.35 and 2.25: 1 + 0.45 x 0.35 =
    // 1.1575 at the low end, 1 + 0.45 x 0.8 = 1.36 at best, raw 2.25 at the high end.
    const auto& load = load_of("walking-easy", Stressor::compression);
    check_interval(load.interval, 1.0, (1.2 + 1.36) / 2, 2.25);
    CHECK(load.grade == Grade::measured);
    CHECK(load.evidence == std::vector<std::string>{"walk-pressure", "walk-ratio"});
}

TEST_CASE("a row without a range is widened, more if few were measured", "[read][loads]") {
    check_interval(load_of("walking-easy", Stressor::impact).interval, 1.2 * 0.75, 1.2, 1.2 * 1.25);
    check_interval(load_of("running-easy", Stressor::impact).interval, 2.4 * 0.65, 2.4, 2.4 * 1.35);
}

TEST_CASE("a line between two rows is read at the exercise's parameter", "[read][loads]") {
    // half way between 2.4 at 8 km/h and 3.0 at 12 km/h
    const auto& load = load_of("running-middling", Stressor::impact);
    check_interval(load.interval, 2.7 * 0.9, 2.7, 2.7 * 1.1);
    CHECK(load.grade == Grade::scaled);
    CHECK(load.reason == "speed-line at pace_km_h 10");
    CHECK(load.evidence == std::vector<std::string>{"fast-force", "run-force"});
}

TEST_CASE("an analogue carries the load over, times its factor and wider", "[read][loads]") {
    const auto& load = load_of("running-easy", Stressor::compression);
    check_interval(load.interval, 1.0 * 2 * 0.5, 1.28 * 2, 2.25 * 2 * 1.5);
    CHECK(load.grade == Grade::analogue);
    CHECK(load.reason == "like walking-easy: twice the force");
}

TEST_CASE("water scales, replaces or keeps, and is never graded better than what it rests on", "[read][loads]") {
    const auto& compression = load_of("walking-pool", Stressor::compression);
    check_interval(compression.interval, 0.5, 1.28 * 0.8, 2.25);
    CHECK(compression.grade == Grade::analogue);
    const auto& impact = load_of("walking-pool", Stressor::impact);
    check_interval(impact.interval, 0.9 * 0.3, 1.2 * 0.5, 1.5 * 0.6);
    CHECK(impact.grade == Grade::scaled);
    CHECK(impact.evidence == std::vector<std::string>{"chest-factor", "walk-force"});
    CHECK(load_of("walking-pool", Stressor::rotation) ==
          LoadEstimate{
              load_of("walking-easy", Stressor::rotation).interval, Grade::judged, {}, "chest: as walking-easy"});
    check_interval(load_of("walking-pool", Stressor::standing).interval, 0, 0.1, 0.2);
}

TEST_CASE("a judged mark is its row of the scales", "[read][loads]") {
    const auto& load = load_of("walking-easy", Stressor::standing);
    CHECK(load.interval == small_catalogue().rules.scales.bands[Stressor::standing][Mark::moderate]);
    CHECK(load.grade == Grade::judged);
    CHECK(load.reason == "on the feet");
}

TEST_CASE("each quantity becomes its stressor's unit", "[read][loads]") {
    const auto bodyweights = convert_row(row("compression-bodyweights", 2.92, 10), {}, Stressor::compression, rules);
    REQUIRE(bodyweights);
    CHECK(bodyweights->low == Approx(2.92 * 0.75 / 1.46));
    CHECK(bodyweights->best == Approx((2.92 / 1.46 + 2.92) / 2));
    CHECK(bodyweights->high == Approx(2.92 * 1.25));
    // a ratio below 1 shrinks upwards; the raw ratio is then the low end
    const auto lying = convert_row(row("implant-force-ratio", 0.4, 10), {}, Stressor::compression, rules);
    REQUIRE(lying);
    CHECK(lying->low == Approx(0.3));
    CHECK(lying->best == Approx(0.73));
    CHECK_FALSE(convert_row(row("peak-force", 1, 1), {}, Stressor::compression, rules));
    CHECK_FALSE(convert_row(row("disc-pressure", 1, 1), {}, Stressor::compression, rules));
    CHECK(convert_row(row("flexion-share", 0.4, 10), {}, Stressor::flexion, rules)->best == Approx(0.4));
}

TEST_CASE("what cannot be inferred is said at its place", "[read][loads]") {
    CHECK(messages_with("exercises/walking.yaml",
                        "compression: {evidence: [walk-pressure, walk-ratio]}",
                        "compression: {of: running-easy, widen: 0.1, why: \"w\"}")
              .find("exercises/running.yaml:10:16: error: the compression of 'running-middling' rests on itself") ==
          std::string::npos);
    CHECK(messages_with("exercises/walking.yaml", "impact: {evidence: [walk-force]}", "impact: {evidence: [energy]}")
              .find("error: row 'energy' measured met, which says nothing of impact\n") != std::string::npos);
    CHECK(messages_with("exercises/running.yaml", "pace_km_h: 10}", "pace_km_h: 14}")
              .find("error: pace_km_h 14 lies outside formula 'speed-line', 8 to 12\n") != std::string::npos);
    CHECK(messages_with("evidence/study.yaml", ", relative_to: stand", "")
              .find("error: row 'walk-pressure' needs 'relative_to'") != std::string::npos);
}

TEST_CASE("loads that rest on themselves are found", "[read][loads]") {
    const auto messages = messages_with("exercises/walking.yaml",
                                        "compression: {evidence: [walk-pressure, walk-ratio]}",
                                        "compression: {of: running-easy, widen: 0.1, why: \"w\"}");
    CHECK(messages.find("rests on itself") != std::string::npos);
}
