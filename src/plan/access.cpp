// SPDX-License-Identifier: Apache-2.0
#include "plan/access.h"

#include "base/has.h"
#include "base/text.h"

#include <algorithm>

namespace detour {
namespace {

using Words = std::vector<std::string>;

constexpr const char* heated_pool = "heated-pool";
constexpr const char* pool = "pool";
constexpr const char* gym = "gym";
constexpr const char* nothing = "none";

bool shares(const Words& a, const Words& b) {
    return std::ranges::any_of(a, [&](const std::string& word) { return has(b, word); });
}

/// Warm water is barred when no exercise of the therapy pool is free of bars.
bool is_heat_barred(const Assessment& assessment) {
    const auto& catalogue = assessment.catalogue();
    for (auto id = ExerciseId{}; id.value < catalogue.exercises.size(); ++id.value) {
        const auto is_borne = [&](const ActiveBar& bar) { return bears(catalogue, id, bar); };
        const bool is_warm = catalogue.exercises[id].environment == heated_pool;
        if (is_warm && std::ranges::none_of(assessment.bars.absolute, is_borne)) {
            return false;
        }
    }
    return true;
}

/// Places where this patient could do it, by the place alone.
Words places_for(const Assessment& assessment, const Exercise& exercise) {
    const auto& rules = assessment.catalogue().rules.places;
    const auto& places = assessment.patient.places;
    const auto found = rules.environment_place.find(exercise.environment);
    const auto& place = found == rules.environment_place.end() ? exercise.place : found->second;
    Words usable;
    const bool too_hot = has(places, heated_pool) && is_heat_barred(assessment);
    for (const auto& one : places) {
        if (too_hot && one == heated_pool) {
            continue;
        }
        const auto also = rules.also_admits.find(one);
        const bool admits = also != rules.also_admits.end() && has(also->second.environments, exercise.environment) &&
                            !shares(also->second.without_traits, exercise.traits);
        const bool anywhere = has(rules.anywhere, exercise.environment) && !rules.also_admits.contains(one);
        if (one == place || admits || anywhere) {
            usable.push_back(one);
        }
    }
    return usable;
}

Words missing_at(const Assessment& assessment, const Exercise& exercise, const std::string& place) {
    const auto& rules = assessment.catalogue().rules.places;
    const auto brought = rules.brings.find(place);
    Words missing;
    for (const auto& item : exercise.equipment) {
        const bool is_there = brought != rules.brings.end() && has(brought->second, item);
        if (!is_there && item != nothing && !has(rules.assumed, item) && !has(assessment.patient.equipment, item)) {
            missing.push_back(item);
        }
    }
    return missing;
}

/// A machine that stands at home need not be sought in a gym.
bool owns_what_it_needs(const Assessment& assessment, const Exercise& exercise) {
    const auto& assumed = assessment.catalogue().rules.places.assumed;
    const auto& owned = assessment.patient.equipment;
    const auto is_owned = [&](const std::string& item) { return has(owned, item) || has(assumed, item); };
    return exercise.environment == gym && std::ranges::all_of(exercise.equipment, is_owned) &&
           shares(exercise.equipment, owned);
}

Objection objection(const Assessment& assessment, const char* rule, const Words& missing) {
    const auto key = "plan.access." + std::string(rule);
    return {ExcludedKind::access,
            "access-" + std::string(rule),
            assessment.say.with(key, {{"what", join(missing, ", ")}}),
            {},
            true};
}

bool needs_no_more_than(const Assessment& assessment, const Exercise& exercise, const Exercise& other) {
    const auto& assumed = assessment.catalogue().rules.places.assumed;
    return exercise.environment == other.environment &&
           std::ranges::all_of(exercise.equipment, [&](const std::string& item) {
               return has(other.equipment, item) || has(assumed, item) || has(assessment.patient.equipment, item);
           });
}

/// What the patient does already without pain is evidently within reach; a pool must be named.
bool is_done_already(const Assessment& assessment, const Exercise& exercise) {
    return exercise.immersion.empty() && std::ranges::any_of(assessment.patient.tolerated, [&](const Tolerated& one) {
               const auto& known = assessment.catalogue().exercises[one.exercise];
               return known.family == exercise.family && needs_no_more_than(assessment, exercise, known);
           });
}

bool needs_swimming(const Exercise& exercise) {
    return has(exercise.traits, "deep-water") || has(exercise.traits, "needs-swim-skill");
}

}  // namespace

std::optional<Objection> access_objection(const Assessment& assessment, ExerciseId id) {
    const auto& exercise = assessment.catalogue().exercises[id];
    if (needs_swimming(exercise) && assessment.patient.swims != Answer::yes) {
        return objection(assessment, "swim", {});
    }
    if (owns_what_it_needs(assessment, exercise) || is_done_already(assessment, exercise)) {
        return std::nullopt;
    }
    const auto places = places_for(assessment, exercise);
    if (places.empty()) {
        return objection(assessment, "place", {exercise.environment});
    }
    Words least_missing;
    for (const auto& place : places) {
        auto missing = missing_at(assessment, exercise, place);
        if (missing.empty()) {
            return std::nullopt;
        }
        if (least_missing.empty() || missing.size() < least_missing.size()) {
            least_missing = std::move(missing);
        }
    }
    return objection(assessment, "equipment", least_missing);
}

bool is_at_hand_for(const Assessment& assessment, ExerciseId id, ExerciseId target) {
    const auto& exercises = assessment.catalogue().exercises;
    return needs_no_more_than(assessment, exercises[id], exercises[target]) ||
           !access_objection(assessment, id).has_value();
}

bool has_pool(const Assessment& assessment) {
    return has(assessment.patient.places, std::string(pool)) || has_heated_pool(assessment);
}

bool has_heated_pool(const Assessment& assessment) {
    return has(assessment.patient.places, heated_pool);
}

bool can_be_heated(const Assessment& assessment, ExerciseId id) {
    const auto& exercise = assessment.catalogue().exercises[id];
    return has_heated_pool(assessment) && !exercise.immersion.empty() &&
           has(places_for(assessment, exercise), heated_pool);
}

}  // namespace detour
