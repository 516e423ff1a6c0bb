// SPDX-License-Identifier: Apache-2.0
#include "graph/distance.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace detour {
namespace {

bool contains(const std::vector<std::string>& words, const std::string& word) {
    return std::ranges::find(words, word) != words.end();
}

template <class Map>
std::vector<std::string> keys_of(const Map& map) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : map) {
        keys.push_back(key);
    }
    return keys;
}

int index_in(const std::vector<std::string>& words, const std::string& word) {
    return static_cast<int>(std::ranges::find(words, word) - words.begin());
}

/// The family of weights: by the main purpose, or by what the exercise is if it trains nothing.
const DistanceWeights& weights_for(const SearchRules& rules, const Family& family) {
    const auto& first = family.purposes.front();
    if (first == "aerobic" || first == "sport") {
        return rules.aerobic;
    }
    return first == "daily-task" ? rules.task : rules.trunk;
}

double energy_change(double from, double to) {
    return std::min(1.0, std::abs(std::log(from / to)) / std::log(3.0));
}

double muscles_lost(const std::vector<int>& from, const std::vector<int>& to) {
    double used = 0;
    double kept = 0;
    for (std::size_t at = 0; at < from.size(); ++at) {
        used += from[at];
        kept += std::min(from[at], to[at]);
    }
    return used > 0 ? 1 - kept / used : 0;
}

double pattern_change(std::uint64_t from, std::uint64_t to) {
    const auto either = std::popcount(from | to);
    return either == 0 ? 0 : 1 - static_cast<double>(std::popcount(from & to)) / either;
}

}  // namespace

std::vector<std::string> compared_purposes(const Catalogue& catalogue, ExerciseId exercise) {
    const auto& rules = catalogue.rules.search;
    const auto& family = catalogue.families[catalogue.exercises[exercise].family];
    std::vector<std::string> purposes;
    for (const auto& purpose : family.purposes) {
        if (!contains(rules.not_purposes, purpose)) {
            purposes.push_back(purpose);
        }
    }
    if (!purposes.empty()) {
        return purposes;
    }
    auto found = rules.stand_ins.find(family.patterns.front());
    if (found == rules.stand_ins.end()) {
        found = rules.stand_ins.find(family.purposes.front() == "sport" ? "sport" : "other");
    }
    return found == rules.stand_ins.end() ? purposes : found->second;
}

Distances::Distances(const Catalogue& catalogue)
    : purposes_(keys_of(catalogue.rules.vocabulary.purposes)), patterns_(keys_of(catalogue.rules.vocabulary.patterns)),
      muscles_(catalogue.rules.vocabulary.muscles),
      rules_(std::make_shared<const SearchRules>(catalogue.rules.search)) {
    for (const auto& exercise : catalogue.exercises) {
        places_.push_back(exercise.place);
    }
    std::ranges::sort(places_);
    places_.erase(std::unique(places_.begin(), places_.end()), places_.end());
    for (std::uint16_t at = 0; at < catalogue.exercises.size(); ++at) {
        trainings_.push_back(training_of(catalogue, ExerciseId{at}));
    }
}

int Distances::purpose_index(const std::string& purpose) const {
    return index_in(purposes_, purpose);
}

Distances::Training Distances::training_of(const Catalogue& catalogue, ExerciseId id) const {
    const auto& exercise = catalogue.exercises[id];
    const auto& family = catalogue.families[exercise.family];
    Training training;
    for (const auto& purpose : compared_purposes(catalogue, id)) {
        training.purposes.push_back(purpose_index(purpose));
    }
    for (const auto& pattern : family.patterns) {
        training.patterns |= std::uint64_t{1} << (index_in(patterns_, pattern) % 64);
    }
    training.muscles.assign(muscles_.size() + 1, 0);
    for (const auto& use : family.muscles) {
        training.muscles[static_cast<std::size_t>(index_in(muscles_, use.muscle))] = use.weight;
    }
    training.met = std::max(1.0, exercise.met.value);
    training.place = index_in(places_, exercise.place);
    training.is_wet = !exercise.immersion.empty();
    training.weights = &weights_for(*rules_, family);
    return training;
}

double Distances::purpose_lost(const Training& from, const Training& to, const std::vector<std::string>& goals) const {
    double weights = 0;
    double lost = 0;
    for (std::size_t at = 0; at < from.purposes.size(); ++at) {
        const auto purpose = from.purposes[at];
        auto weight = at == 0 ? rules_->purpose_first : rules_->purpose_other;
        const auto is_this = [&](const std::string& goal) { return purpose_index(goal) == purpose; };
        weight += rules_->purpose_per_goal * static_cast<double>(std::ranges::count_if(goals, is_this));
        const auto found = std::ranges::find(to.purposes, purpose);
        weights += weight;
        if (found == to.purposes.end()) {
            lost += weight * rules_->purpose_lost;
        } else if (found != to.purposes.begin()) {
            lost += weight * rules_->purpose_kept_second;
        }
    }
    return weights > 0 ? lost / weights : 0;
}

double Distances::environment_change(const Training& from, const Training& to) const {
    if (from.is_wet != to.is_wet) {
        return rules_->environment_land_water;
    }
    return from.place == to.place ? rules_->environment_same : rules_->environment_other_place;
}

double Distances::between(ExerciseId from_id, ExerciseId to_id, const std::vector<std::string>& goals) const {
    if (from_id == to_id) {
        return 0;
    }
    const auto& from = trainings_[from_id];
    const auto& to = trainings_[to_id];
    const auto& weights = *from.weights;
    const auto sum = weights.purpose * purpose_lost(from, to, goals) +
                     weights.energy * energy_change(from.met, to.met) +
                     weights.muscles * muscles_lost(from.muscles, to.muscles) +
                     weights.pattern * pattern_change(from.patterns, to.patterns) +
                     weights.environment * environment_change(from, to);
    return std::min(1.0, sum);
}

}  // namespace detour
