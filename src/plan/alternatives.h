// SPDX-License-Identifier: Apache-2.0
// The exercises that may take an activity's place, best first, each with what it keeps, what it takes away and why.
#pragma once

#include "plan/ranking.h"

#include <vector>

namespace detour {

/// A near exercise that may stand in, with its cost and the way of likeness to it.
struct Candidate {
    ExerciseId exercise;
    Certainty certainty = Certainty::sure;
    CostTerms terms;
    std::vector<ExerciseId> path;
};

/// Those of `admissible` that may replace the activity.
ExerciseSet
substitutes_among(const Assessment& assessment, const CulpritsFound& culprits, const ExerciseSet& admissible);

/// The near ones of `substitutes` by cost, then id.
std::vector<Candidate>
rank_near(const Assessment& assessment, const CulpritsFound& culprits, const ExerciseSet& substitutes);

/// The first few: different families, at most two of one pattern and place; in a heated pool where there is one.
std::vector<Candidate>
choose_answers(const Assessment& assessment, ExerciseId activity, const std::vector<Candidate>& ranked);

/// All that a plan says about a candidate.
Alternative alternative_of(const Assessment& assessment, const CulpritsFound& culprits, const Candidate& candidate);

/// Why nothing may stand in, most common reason first, and what would open the search.
std::vector<std::string> why_none(const Assessment& assessment, const CulpritsFound& culprits);

}  // namespace detour
