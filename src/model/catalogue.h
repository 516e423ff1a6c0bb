// SPDX-License-Identifier: Apache-2.0
// The knowledge base, checked and resolved: immutable, shared by all threads.
#pragma once

#include "model/figure.h"
#include "model/phrases.h"
#include "model/rules.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace detour {

struct Source {
    std::string id;
    std::string authors;
    int year = 0;  ///< 0: not known
    std::string title;
    std::string journal;
    std::string at;  ///< doi:..., pmid:... or URL
    std::string kind;
    bool operator==(const Source&) const = default;
};

struct Evidence {
    std::string id;
    std::string source;
    std::string activity;
    std::string quantity;
    std::optional<double> value;
    std::optional<Range> range;
    int n = 0;  ///< 0: not said
    std::string population;
    std::string method;
    std::string relative_to;
    std::string note;
    bool verified = false;
    bool operator==(const Evidence&) const = default;
};

/// What a patient reads about one fault, and what to try.
struct FaultText {
    std::string what;
    std::string try_;
    bool operator==(const FaultText&) const = default;
};

/// Text of one exercise in one language, inherited parts filled in.
struct ExerciseText {
    std::string name;
    std::string short_name;
    std::string keeps;
    std::string feel;
    std::string stop_if;
    std::vector<std::string> steps;
    std::string alt;
    bool operator==(const ExerciseText&) const = default;
};

struct Language {
    Phrases phrases;
    IdVector<ExerciseId, ExerciseText> exercises;
    IdVector<FamilyId, std::string> family_names;
    IdVector<FamilyId, std::map<std::string, FaultText>> faults;
    bool operator==(const Language&) const = default;
};

struct Catalogue {
    std::string id;      ///< "2026-11": data/rules/edition.yaml
    std::string sha256;  ///< of the sources, 64 hex digits
    IdVector<ExerciseId, Exercise> exercises;
    IdVector<FamilyId, Family> families;
    IdVector<ConditionId, Condition> conditions;
    std::vector<CuratedSwap> swaps;
    Rules rules;
    std::map<std::string, Source, std::less<>> sources;
    std::map<std::string, Evidence, std::less<>> evidence;
    std::map<std::string, Figure, std::less<>> figures;
    std::map<std::string, Language, std::less<>> languages;

    std::optional<ExerciseId> find_exercise(std::string_view slug) const;
    std::optional<FamilyId> find_family(std::string_view slug) const;
    std::optional<ConditionId> find_condition(std::string_view slug) const;
    std::optional<TagId> find_tag(std::string_view slug) const;
    const Language& language(std::string_view code) const;
    Mark mark_of(ExerciseId exercise, Stressor stressor) const;
    bool has_tag(ExerciseId exercise, TagId tag) const;
    bool operator==(const Catalogue&) const = default;
};

/// The facts of an exercise for expressions: exercise, family, level, met, environment, place, immersion, position,
/// laterality, purposes, first_purpose, patterns, first_pattern, muscles, equipment, traits, tags, and the ten
/// stressors as marks.
Facts facts_of(const Catalogue& catalogue, ExerciseId exercise);
/// The fields that `facts_of` gives, for checking expressions.
const std::vector<Field>& exercise_fields();

}  // namespace detour
