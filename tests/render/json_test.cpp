// SPDX-License-Identifier: Apache-2.0
#include "render/json.h"
#include "support/sample_plan.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <limits>

using namespace detour;

namespace {

nlohmann::json json_of(const Plan& plan) {
    return nlohmann::json::parse(render_json(plan).value());
}

}  // namespace

TEST_CASE("a plan is one line of JSON with every key of the contract", "[render][json]") {
    const auto text = render_json(test::sample_plan()).value();
    CHECK(text.find('\n') == std::string::npos);
    const auto json = nlohmann::json::parse(text);
    for (const auto* key : {"detour",
                            "patient",
                            "decision",
                            "see_clinician",
                            "questions",
                            "defaults_used",
                            "findings",
                            "tolerance",
                            "substitutions",
                            "program",
                            "follow_up",
                            "excluded",
                            "excluded_counts",
                            "sources"}) {
        INFO(key);
        CHECK(json.contains(key));
    }
}

TEST_CASE("nothing but the id identifies the patient", "[render][json][safety]") {
    const auto text = render_json(test::sample_plan()).value();
    CHECK(text.find("Maria") == std::string::npos);
    CHECK(json_of(test::sample_plan())["patient"] == nlohmann::json{{"id", "p-0042"}});
}

TEST_CASE("a referral and a hold name no exercise anywhere", "[render][json][safety]") {
    for (const auto& plan : {test::sample_referral(), test::sample_hold()}) {
        const auto json = json_of(plan);
        CHECK(json["substitutions"].empty());
        CHECK(json["program"].is_null());
        CHECK(json["excluded"].empty());
        CHECK(json.dump().find("bike") == std::string::npos);
    }
}

TEST_CASE("numbers are rounded to the digits that are printed", "[render][json]") {
    auto plan = test::sample_plan();
    plan.substitutions[0].alternatives[0].cost = 0.123456;
    const auto json = json_of(plan);
    CHECK(json["substitutions"][0]["alternatives"][0]["cost"].dump() == "0.123");
    CHECK(json["program"]["met_minutes"].dump() == R"({"after":480,"before":900})");
    CHECK(json["substitutions"][0]["alternatives"][0]["dose"]["effort_0_10"].dump() == "[3,4]");
    CHECK(json["substitutions"][0]["alternatives"][0]["dose"]["minutes_per_bout"].dump() == "20");
}

TEST_CASE("a number that is not finite is refused", "[render][json]") {
    auto plan = test::sample_plan();
    plan.substitutions[0].alternatives[0].distance = std::numeric_limits<double>::quiet_NaN();
    CHECK(render_json(plan).error().message == "cannot write JSON: a number of the plan is not finite");
}

TEST_CASE("text that is not UTF-8 is refused", "[render][json]") {
    auto plan = test::sample_plan();
    plan.findings[0].text = "\xff";
    CHECK_FALSE(render_json(plan).has_value());
}

TEST_CASE("a doubtful activity lists what it could be", "[render][json]") {
    auto plan = test::sample_plan();
    CHECK_FALSE(json_of(plan)["substitutions"][0].contains("candidates"));
    plan.substitutions[0].sure = false;
    plan.substitutions[0].candidates = {{"jogging", "Jogging"}};
    CHECK(json_of(plan)["substitutions"][0]["candidates"].dump() == R"([{"exercise":"jogging","name":"Jogging"}])");
}
