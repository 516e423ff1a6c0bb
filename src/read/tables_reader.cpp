// SPDX-License-Identifier: Apache-2.0
// data/rules/caps.yaml, search.yaml, places.yaml: what bounds and orders the search.
#include "model/stages.h"
#include "read/draft.h"

#include <fmt/format.h>

#include <algorithm>

namespace detour {
namespace {

constexpr Bounds share{0, 1};

constexpr std::array all_sensitivities = {
    Sensitivity::none, Sensitivity::low, Sensitivity::moderate, Sensitivity::high};

EnumArray<Sensitivity, CapRow> read_cap_table(YamlMap& root, std::string_view key) {
    EnumArray<Sensitivity, CapRow> rows;
    auto table = root.map(key);
    for (const auto sensitivity : all_sensitivities) {
        auto row = table.map(id_of(sensitivity));
        for (const auto irritability : all_irritabilities) {
            rows[sensitivity].by_irritability[irritability] =
                read_mark(row.require(id_of(irritability))).value_or(Mark::none);
        }
        rows[sensitivity].locked_low = read_mark(row.find("locked_low"));
        row.finish();
    }
    table.finish();
    return rows;
}

/// A map from free words to numbers, all of `words` and nothing else; any words if there are none.
std::map<std::string, double> read_numbers(YamlMap& root, std::string_view key, const std::vector<std::string>& words) {
    std::map<std::string, double> numbers;
    for (const auto& [word, value] : root.pairs(key)) {
        const auto name = words.empty() ? word.text() : word.one_of(words);
        const auto number = value.number();
        if (name && number) {
            numbers[*name] = *number;
        }
    }
    return numbers;
}

std::map<std::string, double>
read_all_numbers(YamlMap& root, std::string_view key, const std::vector<std::string>& words) {
    auto numbers = read_numbers(root, key, words);
    for (const auto& word : words) {
        if (!numbers.contains(word) && root.is_sound()) {
            root.error(fmt::format("'{}' lacks '{}'", key, word));
        }
    }
    return numbers;
}

LyingRelief read_lying_relief(YamlMap& root, const Draft& draft) {
    LyingRelief relief;
    auto map = root.map("lying_relief");
    relief.stressors = read_stressors(map.list("stressors"));
    relief.compression_at_most = read_mark(map.require("compression_at_most")).value_or(Mark::none);
    relief.sensitivity_at_most = read_sensitivity(map.require("sensitivity_at_most")).value_or(Sensitivity::none);
    relief.positions = read_words(map.list("positions"), draft.positions);
    map.finish();
    return relief;
}

DistanceWeights read_weights(YamlMap& table, std::string_view key) {
    DistanceWeights weights;
    auto map = table.map(key);
    weights.purpose = map.number("purpose", share).value_or(0);
    weights.energy = map.number("energy", share).value_or(0);
    weights.muscles = map.number("muscles", share).value_or(0);
    weights.pattern = map.number("pattern", share).value_or(0);
    weights.environment = map.number("environment", share).value_or(0);
    map.finish();
    const double sum = weights.purpose + weights.energy + weights.muscles + weights.pattern + weights.environment;
    if (map.is_sound() && (sum < 0.999 || sum > 1.001)) {
        map.error(fmt::format("the weights of '{}' must add up to 1", key));
    }
    return weights;
}

void read_distance(YamlMap& root, SearchRules& search) {
    auto distance = root.map("distance");
    search.aerobic = read_weights(distance, "aerobic");
    search.trunk = read_weights(distance, "trunk");
    search.task = read_weights(distance, "task");
    distance.finish();
    auto purpose = root.map("purpose");
    search.purpose_first = purpose.number("first", not_negative).value_or(0);
    search.purpose_other = purpose.number("other", not_negative).value_or(0);
    search.purpose_per_goal = purpose.number("per_goal", not_negative).value_or(0);
    search.purpose_lost = purpose.number("lost", share).value_or(0);
    search.purpose_kept_second = purpose.number("kept_second", share).value_or(0);
    purpose.finish();
    auto environment = root.map("environment");
    search.environment_same = environment.number("same", share).value_or(0);
    search.environment_other_place = environment.number("other_place", share).value_or(0);
    search.environment_land_water = environment.number("land_water", share).value_or(0);
    environment.finish();
}

void read_limits(YamlMap& root, SearchRules& search) {
    constexpr int most = 65535;
    auto culprits = root.map("culprits");
    search.culprit_share_of_best = culprits.number("share_of_best", share).value_or(0);
    search.culprit_sure_score = culprits.number("sure_score", not_negative).value_or(0);
    culprits.finish();
    auto lower = root.map("lower");
    search.lower_share = lower.number("share", share).value_or(0);
    search.lower_normal = lower.number("normal", share).value_or(0);
    lower.finish();
    search.near = root.integer("near", 1, most).value_or(1);
    search.neighbours = root.integer("neighbours", 0, most).value_or(0);
    search.answers = root.integer("answers", 1, 100).value_or(1);
    search.per_pattern_and_place = root.integer("per_pattern_and_place", 1, 100).value_or(1);
    search.excluded_listed = root.integer("excluded_listed", 0, most).value_or(0);
    auto tier = root.map("tier");
    search.tier_met_at_least = tier.number("met_at_least", not_negative).value_or(0);
    search.tier_met_share = tier.number("met_share", share).value_or(0);
    tier.finish();
}

void read_specificity(YamlMap& root, SearchRules& search) {
    constexpr int most = 1000000000;
    for (const auto& value : root.list("specificity")) {
        auto map = value.map();
        const auto below = map.integer("below", 1, most).value_or(1);
        search.specificity.emplace_back(below, map.number("times", share).value_or(0));
        map.finish();
    }
    if (!std::ranges::is_sorted(search.specificity)) {
        root.error("'specificity' must rise in 'below'");
    }
}

}  // namespace

void read_caps(YamlMap& root, Draft& draft) {
    auto& caps = draft.catalogue.rules.caps;
    const std::vector<std::string> sensitivities = {"none", "low", "moderate", "high"};
    caps.caps = read_cap_table(root, "caps");
    caps.sitting = read_cap_table(root, "sitting");
    caps.standing = read_cap_table(root, "standing");
    caps.sitting_minutes = read_numbers(root, "sitting_minutes", sensitivities);
    caps.standing_minutes = read_numbers(root, "standing_minutes", sensitivities);
    caps.lying_relief = read_lying_relief(root, draft);
    auto preference = root.map("directional_preference");
    caps.preference_eased = read_mark(preference.require("eased")).value_or(Mark::none);
    caps.preference_opposite = read_mark(preference.require("opposite")).value_or(Mark::none);
    preference.finish();
    auto culprit = root.map("culprit_cap");
    for (const auto irritability : all_irritabilities) {
        caps.culprit_cap[irritability] = culprit.number(id_of(irritability), share).value_or(0);
    }
    culprit.finish();
}

void read_search(YamlMap& root, Draft& draft) {
    auto& search = draft.catalogue.rules.search;
    read_distance(root, search);
    read_limits(root, search);
    read_specificity(root, search);
    search.not_purposes = read_words(root.list("not_purposes"), draft.purposes);
    for (const auto& [pattern, purposes] : root.pairs("stand_ins")) {
        search.stand_ins[pattern.text().value_or("")] = read_words(purposes.list(), draft.purposes);
    }
    search.rank = read_all_numbers(root,
                                   "rank",
                                   {"distance",
                                    "residual",
                                    "evidence",
                                    "curated",
                                    "caution",
                                    "cautions_at_most",
                                    "tier",
                                    "eased",
                                    "preferred",
                                    "probable"});
    search.unfamiliar =
        read_all_numbers(root, "unfamiliar", {"reference", "base", "per_level", "fall_risk", "swim_skill", "unusual"});
    search.grades =
        read_all_numbers(root, "grades", {"guideline", "review", "trial", "swap", "consensus", "clinic", "inference"});
    search.return_path = read_all_numbers(root, "return_path", {"base", "distance", "unfamiliar", "relief_undone"});
    search.sports_allowed = read_families(root.list("sports_allowed"), draft);
}

void read_places(YamlMap& root, Draft& draft) {
    auto& places = draft.catalogue.rules.places;
    places.assumed = read_words(root.list("assumed"), draft.equipment);
    std::vector<std::string> names;
    for (const auto& [place, brings] : root.pairs("places")) {
        names.push_back(place.text().value_or(""));
        places.brings[names.back()] = read_words(brings.list(), draft.equipment);
    }
    for (const auto& [place, value] : root.pairs("also_admits")) {
        auto map = value.map();
        PlaceRules::Also also;
        also.environments = read_words(map.list("environments"), draft.environments);
        also.without_traits = read_words(map.optional_list("without_traits"), draft.traits);
        map.finish();
        places.also_admits[place.one_of(names).value_or("")] = std::move(also);
    }
    for (const auto& [environment, place] : root.pairs("environment_place")) {
        const auto word = environment.one_of(draft.environments);
        places.environment_place[word.value_or("")] = place.one_of(names).value_or("");
    }
    for (const auto& environment : draft.environments) {
        if (!places.environment_place.contains(environment)) {
            root.error(fmt::format("'environment_place' lacks '{}'", environment));
        }
    }
    places.anywhere = read_words(root.list("anywhere"), draft.environments);
}

}  // namespace detour
