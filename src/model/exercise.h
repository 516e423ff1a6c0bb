// SPDX-License-Identifier: Apache-2.0
// What an exercise is: one activity in one environment at one level, with its loads; and its family.
#pragma once

#include "base/id.h"
#include "base/quantity.h"
#include "model/load.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace detour {

using ExerciseId = Id<struct ExerciseTag>;
using FamilyId = Id<struct FamilyTag>;
using TagId = Id<struct RuleTagTag>;

/// Words in the languages that the knowledge base knows, by language code.
using Synonyms = std::map<std::string, std::vector<std::string>>;

struct MuscleUse {
    std::string muscle;
    int weight = 1;  ///< 1 helps, 2 works, 3 works hard
    bool operator==(const MuscleUse&) const = default;
};

/// Something that the same study measured as lower on one stressor.
struct MeasuredOrder {
    ExerciseId than;
    Stressor on = Stressor::compression;
    std::vector<std::string> evidence;
    bool operator==(const MeasuredOrder&) const = default;
};

struct Family {
    std::string slug;
    std::vector<std::string> purposes;  ///< the first is the main one
    std::vector<std::string> patterns;  ///< the first is the main one
    std::vector<MuscleUse> muscles;
    std::vector<std::string> faults;
    std::vector<FamilyId> related;
    std::vector<ExerciseId> exercises;  ///< by level, then slug
    ExerciseId reference;               ///< meant when a file names only the family
    bool usual = false;
    bool moved = false;     ///< a movement to learn: its dose has no hold
    std::string dose_as;    ///< the purpose whose dose it takes, if not the first
    std::string parameter;  ///< "pace_km_h" or empty
    Synonyms synonyms;
    bool operator==(const Family&) const = default;
};

struct Exercise {
    std::string slug;
    FamilyId family;
    int level = 1;
    std::map<std::string, double> at;  ///< parameter values: pace_km_h, incline_pct
    std::string environment;           ///< land-home, gym, pool-chest ...
    std::string place;                 ///< home, gym, outdoors, pool, heated-pool
    std::vector<std::string> equipment;
    std::string position;
    std::string laterality;
    std::string immersion;  ///< empty on land
    std::vector<std::string> traits;
    Mets met;
    std::vector<std::string> met_evidence;
    std::optional<double> contacts_per_min;
    LoadProfile loads;
    std::vector<MeasuredOrder> lower_than;
    std::string figure;
    Synonyms also;
    std::optional<ExerciseId> land_form;
    std::vector<TagId> tags;  ///< computed from data/rules/tags.yaml, sorted
    bool operator==(const Exercise&) const = default;
};

/// A curated one-way swap, with the reason that a clinician would give.
struct CuratedSwap {
    ExerciseId from;
    ExerciseId to;
    std::vector<std::string> keeps;
    std::vector<Stressor> lowers;
    std::vector<Stressor> raises;
    std::string reason;
    std::vector<std::string> sources;
    bool operator==(const CuratedSwap&) const = default;
};

}  // namespace detour
