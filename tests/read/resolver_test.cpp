// SPDX-License-Identifier: Apache-2.0
// What people write, against the whole knowledge base.
#include "read/resolver.h"
#include "read/small_catalogue.h"

using namespace detour;
using namespace detour::test;

namespace {

const Catalogue& knowledge() {
    static const auto catalogue = [] {
        const auto checked = read_catalogue(*load_data_folder(DETOUR_SOURCE_DIR "/data"));
        INFO(all_messages(checked.diagnostics));
        REQUIRE(checked.value);
        return *checked.value;
    }();
    return catalogue;
}

/// "id", "id?" if it is doubtful, "-" if it is not resolved.
std::string found(std::string_view text) {
    static const Resolver resolver(knowledge());
    const auto matches = resolver.find_exercises(text);
    const auto* best = usable(matches);
    if (best == nullptr) {
        return "-";
    }
    return knowledge().exercises[best->exercise].slug + (best->sure ? "" : "?");
}

}  // namespace

TEST_CASE("an id, a name, a synonym in either language is found surely", "[read][resolver][data]") {
    CHECK(found("running-10-km-h") == "running-10-km-h");
    CHECK(found("running") == "running-10-km-h");
    CHECK(found("Jogging") == "running-10-km-h");
    CHECK(found("I go jogging") == "running-10-km-h");
    CHECK(found("correr") == "running-10-km-h");
    CHECK(found("caminar") == "walking-comfortable");
    CHECK(found("nadar") == "swimming-crawl");
    CHECK(found("walk in the pool") == "pool-walking-chest");
    CHECK(found("sitting at my desk") == "desk-sitting-long");
    CHECK(found("bird dogs") == "bird-dog-full");
    CHECK(found("running downhill") == "hill-running-downhill");
}

TEST_CASE("typos in long words are forgiven", "[read][resolver][data]") {
    CHECK(found("runing") == "running-10-km-h");
    CHECK(found("eliptical") == "elliptical-moderate");
    CHECK(found("breastroke") == "swimming-breaststroke");
}

TEST_CASE("doses are no names, but a pace that a level is named by is", "[read][resolver][data]") {
    CHECK(found("long walks") == "walking-comfortable");
    CHECK(found("jogging for 30 minutes") == "running-10-km-h");
    CHECK(found("running 10 km/h") == "running-10-km-h");
}

TEST_CASE("words for a whole class stay unresolved", "[read][resolver][data]") {
    CHECK(found("sports") == "-");
    CHECK(found("team games") == "-");
    CHECK(found("lifting") == "-");
    CHECK(found("exercise") == "-");
}

TEST_CASE("a word that nothing knows makes a match doubtful, an unknown activity none", "[read][resolver][data]") {
    CHECK(found("running on cobbles") == "running-10-km-h?");
    CHECK(found("walking downhill") == "hiking-downhill");
    CHECK(found("walking on sand").ends_with("?"));
    CHECK(found("underwater basket weaving") == "-");
    CHECK(found("") == "-");
}

TEST_CASE("a typo never turns a word into its opposite", "[read][resolver]") {
    WordRules rules;
    rules.never_across = {"un", "non", "less"};
    const NameIndex index({{"weighted carry", 0, 0, 0}, {"painless bend", 1, 1, 0}}, rules);
    CHECK(index.find("weihgted").size() == 1);
    CHECK(index.find("unweighted").empty());
    CHECK(index.find("painful").empty());
}

TEST_CASE("two activities in one text are split", "[read][resolver]") {
    const Resolver resolver(small_catalogue());
    CHECK(resolver.split("running and walking") == std::vector<std::string>{"running", "walking"});
    CHECK(resolver.split("walking or a nap") == std::vector<std::string>{"walking or a nap"});
}

TEST_CASE("a synonym of an exercise goes before its family", "[read][resolver]") {
    const Resolver resolver(small_catalogue());
    const auto matches = resolver.find_exercises("wading");
    REQUIRE_FALSE(matches.empty());
    CHECK(small_catalogue().exercises[matches.front().exercise].slug == "walking-pool");
    CHECK(matches.front().whole_name);
}

TEST_CASE("conditions are found by code, name and synonym", "[read][resolver]") {
    const auto& catalogue = small_catalogue();
    CHECK(conditions_under(catalogue, "M54.50").size() == 3);
    CHECK(conditions_under(catalogue, "m5450").size() == 3);
    CHECK(conditions_under(catalogue, "M54").empty());
    const Resolver resolver(catalogue);
    CHECK(resolver.find_conditions("back ache").front() == WordMatch{"sore-back", 1, true});
    CHECK(resolver.find_comorbidities("knee artritis").front().id == "knee-oa");
    CHECK(resolver.find_medications("Bisoprolol").front().id == "beta-blocker");
    CHECK(resolver.find_equipment("resistance bands").front().id == "resistance-band");
}

TEST_CASE("words are stemmed alike", "[read][resolver]") {
    CHECK(stem_of("walking") == "walk");
    CHECK(stem_of("walks") == "walk");
    CHECK(stem_of("running") == stem_of("runs"));
    CHECK(stem_of("lunges") == stem_of("lunge"));
    CHECK(stem_of("presses") == stem_of("press"));
    CHECK(stem_of("cycling") == stem_of("cycle"));
}
