// SPDX-License-Identifier: Apache-2.0
// What people write ("jogging", "leg press at the gym", "correr", typos) to ids of the knowledge base. Nothing is
// guessed in silence: a match says whether it is sure, and what names a whole class of activities stays unresolved.
#pragma once

#include "model/catalogue.h"
#include "read/name_index.h"

#include <string>
#include <string_view>
#include <vector>

namespace detour {

struct Match {
    ExerciseId exercise;
    double score = 0;         ///< 0 to 1
    bool sure = false;        ///< near enough, and ahead of the next family
    bool whole_name = false;  ///< the text is one of its names, word for word
    bool operator==(const Match&) const = default;
};

/// A condition, comorbidity, medication, procedure or piece of equipment.
struct WordMatch {
    std::string id;
    double score = 0;
    bool sure = false;
    bool operator==(const WordMatch&) const = default;
};

/// Below this a text is not resolved at all; its matches are only the nearest names.
inline constexpr double least_score = 0.5;

/// The best match, if it is near enough to be used.
template <class AnyMatch>
const AnyMatch* usable(const std::vector<AnyMatch>& matches) {
    return matches.empty() || matches.front().score < least_score ? nullptr : &matches.front();
}

/// Built once from a catalogue, which must outlive it; immutable then.
class Resolver {
public:
    explicit Resolver(const Catalogue& catalogue);

    /// Best first, at most twelve. A family's name means its reference exercise.
    std::vector<Match> find_exercises(std::string_view text) const;
    std::vector<WordMatch> find_conditions(std::string_view text) const;
    std::vector<WordMatch> find_comorbidities(std::string_view text) const;
    std::vector<WordMatch> find_medications(std::string_view text) const;
    std::vector<WordMatch> find_procedures(std::string_view text) const;
    std::vector<WordMatch> find_equipment(std::string_view text) const;

    /// The halves of "running and squash", if each is an activity of its own; else the text itself.
    std::vector<std::string> split(std::string_view text) const;

private:
    const Catalogue* catalogue_;
    NameIndex exercises_;
    NameIndex conditions_;
    NameIndex comorbidities_;
    NameIndex medications_;
    NameIndex procedures_;
    NameIndex equipment_;
};

/// Every condition with this ICD-10-CM code, with or without its dot; none if the code is not in the knowledge base.
std::vector<ConditionId> conditions_under(const Catalogue& catalogue, std::string_view code);

}  // namespace detour
