// SPDX-License-Identifier: Apache-2.0
// The clinical cost by which near exercises are ordered (data/rules/search.yaml, `rank`): a sum, smaller is better.
#pragma once

#include "plan/admissible.h"

#include <optional>

namespace detour {

/// Each term weighted and signed, so that they add up to the cost.
struct CostTerms {
    double distance = 0;
    double residual = 0;
    double evidence = 0;
    double curated = 0;
    double cautions = 0;
    double tier = 0;
    double unfamiliar = 0;
    double eased = 0;
    double preferred = 0;
    double probable = 0;

    double total() const {
        return distance + residual + evidence + curated + cautions + tier + unfamiliar + eased + preferred + probable;
    }
    bool operator==(const CostTerms&) const = default;
};

CostTerms cost_terms(const Assessment& assessment, ExerciseId activity, ExerciseId exercise, Certainty certainty);

/// The best reason in evidence over the patient's conditions: grade times how special it is. Points into the catalogue.
struct BestEvidence {
    double value = 0;
    const GoodFor* row = nullptr;
};
BestEvidence best_evidence(const Assessment& assessment, ExerciseId exercise);

/// Load that is left, 0 to about 1: by sensitivity.
double residual(const Assessment& assessment, ExerciseId exercise);
double unfamiliarity(const Catalogue& catalogue, ExerciseId exercise);
/// The swap written for this pair, else for another level of the same family; null if none.
const CuratedSwap* curated_swap(const Catalogue& catalogue, ExerciseId from, ExerciseId to);
/// The relative bars that the exercise bears.
std::vector<const ActiveBar*> cautions_of(const Assessment& assessment, ExerciseId exercise);
/// What those cost in the ranking.
double caution_cost(const Assessment& assessment, ExerciseId exercise);
bool is_eased_or_tolerated(const Assessment& assessment, ExerciseId exercise);
bool is_preferred(const Assessment& assessment, ExerciseId exercise);
/// 0 trains first what the activity trains first (and hard enough), 1 trains it too, 2 does not.
int tier_of(const Catalogue& catalogue, ExerciseId activity, ExerciseId exercise);
inline constexpr int unlike_tier = 2;
/// A task without a stand-in of its own: nothing trains it but its own movement.
bool is_unreplaceable_task(const Catalogue& catalogue, ExerciseId activity);
/// Purposes among the patient's goals.
std::vector<std::string> goal_purposes(const Assessment& assessment);
/// The weights of the search for this patient.
CostModel cost_model(const Assessment& assessment);

}  // namespace detour
