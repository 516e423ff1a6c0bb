// SPDX-License-Identifier: Apache-2.0
#include "read/patient_reader.h"
#include "read/small_catalogue.h"

#include <random>

using namespace detour;
using namespace detour::test;

namespace {

ReadOptions on_the_day() {
    ReadOptions options;
    options.today = *parse_date("2026-11-24");
    return options;
}

const std::string least = R"(schema: 1
patient: {id: p-1}
conditions: [{id: sore-back}]
aggravating: [{activity: running}]
)";

Checked<Patient> read(const std::string& text) {
    return read_patient({"p.yaml", text}, small_catalogue(), on_the_day());
}

Patient read_well(const std::string& text) {
    auto checked = read(text);
    INFO(all_messages(checked.diagnostics));
    REQUIRE(checked.value);
    return *checked.value;
}

std::string messages(const std::string& text) {
    return all_messages(read(text).diagnostics);
}

std::string slug(ExerciseId id) {
    return small_catalogue().exercises[id].slug;
}

std::string slug(ConditionId id) {
    return small_catalogue().conditions[id].slug;
}

std::string defaults_of(const Patient& patient) {
    std::string text;
    for (const auto& one : patient.defaults_used) {
        text += one.field + ": " + one.value + "\n";
    }
    return text;
}

}  // namespace

TEST_CASE("every default that is taken is listed", "[read][patient]") {
    CHECK(defaults_of(read_well(least)) == "date: 2026-11-24\n"
                                           "patient.age: unknown\n"
                                           "patient.language: en\n"
                                           "patient.training: sedentary\n"
                                           "conditions[0].stage: persistent\n"
                                           "pain.irritability: unknown\n"
                                           "pain.quality: unknown\n"
                                           "pain.settles_after_h: unknown\n"
                                           "pain.limits_daily_activity: unknown\n"
                                           "red_flags: unknown\n"
                                           "access.places: home, outdoors\n"
                                           "access.equipment: none\n"
                                           "access.swims: no\n"
                                           "availability.days_per_week: 3\n"
                                           "availability.minutes_per_day: 30\n");
}

TEST_CASE("the options beat the file", "[read][patient]") {
    auto options = on_the_day();
    options.date = parse_date("2026-01-01");
    options.language = "en";
    const auto checked = read_patient({"p.yaml", "date: 2025-05-05\n" + least}, small_catalogue(), options);
    REQUIRE(checked.value);
    CHECK(date_text(checked.value->date) == "2026-01-01");
}

TEST_CASE("all mistakes are reported at once, each at its place", "[read][patient]") {
    CHECK(messages(R"(schema: 1
patient: {id: "p 1", birth_yaer: 1970}
conditions: [{id: sore-back, stage: sub-acute}]
pain: {now: 12}
aggravating: [{activity: underwater basket weaving}]
red_flags: {saddle_numbness: maybe}
)") == R"(p.yaml:2:15: error: 'p 1' is no patient id; expected up to 64 of A-Z a-z 0-9 . _ - and no dot or hyphen first
  patient: {id: "p 1", birth_yaer: 1970}
                ^
p.yaml:2:22: error: unknown key 'birth_yaer'; expected age, birth_year, height_cm, id, language, mass_kg, name, sex, training or words; did you mean 'birth_year'?
  patient: {id: "p 1", birth_yaer: 1970}
                       ^
p.yaml:3:37: error: unknown stage 'sub-acute'; expected acute, subacute or persistent; did you mean 'subacute'?
  conditions: [{id: sore-back, stage: sub-acute}]
                                      ^
p.yaml:4:13: error: 'now' is 12; expected 0 to 10
  pain: {now: 12}
              ^
p.yaml:5:26: error: unknown activity 'underwater basket weaving'
  aggravating: [{activity: underwater basket weaving}]
                           ^
p.yaml:6:30: error: unknown answer 'maybe'; expected yes, no or unknown
  red_flags: {saddle_numbness: maybe}
                               ^
)");
}

TEST_CASE("a file needs a schema, an id, a condition and an activity", "[read][patient]") {
    CHECK(messages("patient: {id: p}\n") == "p.yaml:1:1: error: 'schema' is missing\n  patient: {id: p}\n  ^\n");
    CHECK(messages("schema: 1\npatient: {id: p}\nconditions: []\naggravating: []\n") ==
          "p.yaml:1:1: error: 'aggravating' names no activity; name the one that hurts\n  schema: 1\n  ^\n"
          "p.yaml:1:1: error: 'conditions' names no condition\n  schema: 1\n  ^\n");
    CHECK(messages("- a\n") == "p.yaml:1:1: error: expected 'key: value' pairs, found a list\n  - a\n  ^\n");
}

TEST_CASE("nobody under ten is planned for", "[read][patient]") {
    CHECK(
        messages(
            "schema: 1\npatient: {id: p, age: 9}\nconditions: [{id: sore-back}]\naggravating: [{activity: running}]\n")
            .find("error: the patient is 9; Detour plans for nobody under 10\n") != std::string::npos);
    CHECK(read_well("schema: 1\npatient: {id: p, birth_year: 1979}\nconditions: [{id: sore-back}]\naggravating: "
                    "[{activity: running}]\n")
              .age == 47);
}

TEST_CASE("leg symptoms make the radicular form of a condition", "[read][patient]") {
    const auto patient = read_well("schema: 1\npatient: {id: p}\nconditions: [{id: sore-back, radicular: "
                                   "true}]\naggravating: [{activity: running}]\n");
    CHECK(slug(patient.conditions.front().id) == "sore-leg");
    CHECK(patient.radicular == Answer::yes);
}

TEST_CASE("several conditions under one code are all taken", "[read][patient]") {
    const auto patient =
        read_well("schema: 1\npatient: {id: p}\nconditions: [{icd10: M54.50}]\naggravating: [{activity: running}]\n");
    REQUIRE(patient.conditions.size() == 3);
    CHECK(patient.conditions.front().from_code);
    CHECK(messages("schema: 1\npatient: {id: p}\nconditions: [{icd10: M48}]\naggravating: [{activity: running}]\n")
              .find("no condition of the knowledge base has the ICD-10-CM code 'M48'") != std::string::npos);
}

TEST_CASE("an operation makes its condition, with the stage of its weeks", "[read][patient]") {
    const auto stage_after = [](const char* day) {
        const auto patient = read_well(least + "surgery: [{procedure: discectomy, date: " + day + "}]\n");
        REQUIRE(patient.conditions.size() == 2);
        CHECK(slug(patient.conditions[1].id) == "operated-back");
        CHECK(patient.conditions[1].from_rule);
        return patient.conditions[1].stage;
    };
    CHECK(stage_after("2026-10-14") == Stage::acute);
    CHECK(stage_after("2026-10-13") == Stage::subacute);
    CHECK(stage_after("2026-09-01") == Stage::subacute);
    CHECK(stage_after("2026-08-25") == Stage::persistent);
    CHECK(messages(least + "surgery: [{procedure: discectomy, date: 2027-01-01}]\n")
              .find("error: 'date' is 2027-01-01, after the day of the assessment, 2026-11-24\n") != std::string::npos);
}

TEST_CASE("a comorbidity may add a condition", "[read][patient]") {
    const auto patient = read_well(least + "comorbidities: [weak-bones, worn knees]\n");
    CHECK(patient.comorbidities == std::vector<std::string>{"weak-bones", "knee-oa"});
    REQUIRE(patient.conditions.size() == 2);
    CHECK(slug(patient.conditions[1].id) == "operated-back");
}

TEST_CASE("an unknown comorbidity is an error, never dropped", "[read][patient]") {
    CHECK(messages(least + "comorbidities: [moonsickness]\n") ==
          "p.yaml:5:17: error: unknown comorbidity 'moonsickness'\n  comorbidities: [moonsickness]\n                  "
          "^\n");
}

TEST_CASE("a pace picks the nearest level, but not against an id", "[read][patient]") {
    const auto with = [](const std::string& activity) {
        return slug(
            read_well("schema: 1\npatient: {id: p}\nconditions: [{id: sore-back}]\naggravating: [" + activity + "]\n")
                .aggravating.front()
                .exercise);
    };
    CHECK(with("{activity: running}") == "running-easy");
    CHECK(with("{activity: running, pace_km_h: 9.5}") == "running-middling");
    CHECK(with("{activity: running-easy, pace_km_h: 9.5}") == "running-easy");
    CHECK(with("{activity: walking, immersion: chest}") == "walking-pool");
}

TEST_CASE("two activities in one line are two, and doubt is listed", "[read][patient]") {
    const auto two = read_well("schema: 1\npatient: {id: p}\nconditions: [{id: sore-back}]\naggravating: [{activity: "
                               "running and walking, pain: 5}]\n");
    REQUIRE(two.aggravating.size() == 2);
    CHECK(slug(two.aggravating[1].exercise) == "walking-easy");
    CHECK(two.aggravating[1].pain == 5.0);
    const auto doubtful = read_well(
        "schema: 1\npatient: {id: p}\nconditions: [{id: sore-back}]\naggravating: [{activity: running on cobbles}]\n");
    REQUIRE(doubtful.doubts.size() == 1);
    CHECK(doubtful.doubts.front().field == "aggravating[0].activity");
    CHECK(doubtful.doubts.front().used == "running-easy");
    CHECK_FALSE(doubtful.aggravating.front().sure);
}

TEST_CASE("unknown is kept apart from no", "[read][patient]") {
    const auto patient = read_well(least + "red_flags: {saddle_numbness: unknown, night_pain: no}\n");
    CHECK(patient.red_flags.at("saddle_numbness") == Answer::unknown);
    CHECK(patient.red_flags.at("night_pain") == Answer::no);
}

TEST_CASE("all means all places and all equipment", "[read][patient]") {
    const auto patient = read_well(least + "access: {places: all, equipment: all, swims: yes}\n");
    CHECK(patient.places.size() == small_catalogue().rules.places.brings.size());
    CHECK(patient.equipment.size() == small_catalogue().rules.vocabulary.equipment.size());
    CHECK(patient.swims == Answer::yes);
}

TEST_CASE("the therapist's word is read whole", "[read][patient]") {
    const auto patient = read_well(least + R"(overrides:
  exclude: [walking]
  prefer: [walking-pool]
  caps: {impact: 1.3}
  set: [{exercise: walking-easy, dose: {minutes_per_bout: [5, 10], days_per_week: 4, effort_0_10: 3}}]
  accept_risk: [{rule: no-landing, reason: "agreed with the surgeon"}]
)");
    CHECK(patient.overrides.exclude.size() == 2);
    CHECK(patient.overrides.caps.at("impact") == 1.3);
    CHECK(patient.overrides.set.front().dose.minutes == Range{5, 10});
    CHECK(patient.overrides.accept_risk.front().rule == "no-landing");
    CHECK(messages(least + "overrides: {accept_risk: [{rule: no-landin, reason: r}]}\n")
              .find("did you mean 'no-landing'?") != std::string::npos);
}

TEST_CASE("visits come in order", "[read][patient]") {
    const auto patient =
        read_well(least + "visits: [{date: 2026-12-01, pain_now: 2, log: [{exercise: walking-easy, sessions: 3}]}]\n");
    CHECK(patient.visits.front().log.front().sessions == 3.0);
    CHECK(messages(least + "visits: [{date: 2026-12-08}, {date: 2026-12-01}]\n")
              .find("error: the visit of 2026-12-01 comes before 2026-12-08; give the oldest first\n") !=
          std::string::npos);
}

TEST_CASE("a printed text holds no control characters and has its length", "[read][patient]") {
    CHECK(
        messages(least + "therapist: {name: \"a\\u0007b\"}\n").find("'name' holds a line break or control character") !=
        std::string::npos);
    CHECK(messages(least + "therapist: {name: " + std::string(101, 'a') + "}\n")
              .find("'name' is longer than 100 characters") != std::string::npos);
}

TEST_CASE("a file that is too large is refused before it is parsed", "[read][patient]") {
    CHECK(messages(std::string(256 * 1024 + 1, '[')) == "p.yaml: error: the file is larger than 256 KB\n");
}

TEST_CASE("no bytes break the patient reader", "[read][patient]") {
    std::mt19937 random(7);
    const auto whole =
        least +
        "surgery: [{procedure: discectomy, date: 2026-10-14}]\naccess: {places: all}\nvisits: [{date: 2026-12-01}]\n";
    for (int round = 0; round < 1500; ++round) {
        auto text = whole;
        for (int change = 0; change < 3; ++change) {
            text[random() % text.size()] = static_cast<char>(random() % 256);
        }
        read(text);
    }
    SUCCEED();
}
