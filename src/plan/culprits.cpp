// SPDX-License-Identifier: Apache-2.0
#include "plan/culprits.h"

#include <algorithm>

namespace detour {
namespace {

using Scores = PerStressor<int>;

/// The highest mark borne of each stressor; with `floor` at least low, which nobody is sore from.
PerStressor<Mark> borne_marks(const Patient& patient, const Catalogue& catalogue, bool use_history, bool use_floor) {
    PerStressor<Mark> borne;
    for (const auto stressor : all_stressors) {
        borne[stressor] = use_floor ? Mark::low : Mark::none;
        for (const auto& tolerated : patient.tolerated) {
            if (use_history && is_borne(tolerated, catalogue.rules.pain)) {
                borne[stressor] = std::max(borne[stressor], catalogue.mark_of(tolerated.exercise, stressor));
            }
        }
    }
    return borne;
}

Scores scores_of(ExerciseId activity,
                 const Catalogue& catalogue,
                 const PerStressor<Sensitivity>& sensitivity,
                 const PerStressor<Mark>& borne) {
    Scores scores{};
    for (const auto stressor : all_stressors) {
        const auto excess = static_cast<int>(catalogue.mark_of(activity, stressor)) - static_cast<int>(borne[stressor]);
        scores[stressor] = static_cast<int>(sensitivity[stressor]) * std::max(0, excess);
    }
    return scores;
}

int best_of(const Scores& scores) {
    return *std::ranges::max_element(scores.items());
}

struct OwnScores {
    Scores scores{};
    bool is_explained = true;
};

/// One condition alone: with the floor; if a light activity hurts, without; if all of it is borne, without history too.
OwnScores scores_alone(ExerciseId activity,
                       const Patient& patient,
                       const Catalogue& catalogue,
                       PerStressor<Sensitivity> sensitivity) {
    const auto is_none = [](Sensitivity one) { return one == Sensitivity::none; };
    if (std::ranges::all_of(sensitivity.items(), is_none)) {
        sensitivity.items().fill(Sensitivity::low);
    }
    OwnScores own;
    for (const bool use_floor : {true, false}) {
        const auto borne = borne_marks(patient, catalogue, true, use_floor);
        own.scores = scores_of(activity, catalogue, sensitivity, borne);
        if (best_of(own.scores) > 0) {
            return own;
        }
    }
    own.is_explained = false;
    own.scores = scores_of(activity, catalogue, sensitivity, borne_marks(patient, catalogue, false, true));
    if (best_of(own.scores) == 0) {
        own.scores = scores_of(activity, catalogue, sensitivity, borne_marks(patient, catalogue, false, false));
    }
    return own;
}

void add_leading(PerStressor<bool>& culprit, const Scores& scores, double share) {
    const auto best = best_of(scores);
    for (const auto stressor : all_stressors) {
        if (scores[stressor] > 0 && scores[stressor] >= share * best) {
            culprit[stressor] = true;
        }
    }
}

Load borne_load(Stressor stressor, Load provoking, const Patient& patient, const Catalogue& catalogue) {
    const auto& scales = catalogue.rules.scales;
    Load borne = scales.bands[stressor][Mark::low].best;
    if (borne >= provoking) {
        borne = Load{0};
    }
    for (const auto& tolerated : patient.tolerated) {
        const auto load = catalogue.exercises[tolerated.exercise].loads[stressor].interval.best;
        if (is_borne(tolerated, catalogue.rules.pain) && load < provoking) {
            borne = std::max(borne, load);
        }
    }
    return borne;
}

/// Between borne and provoking on the common scale, so that a step counts alike for every stressor.
Load between(const Scales& scales, Stressor stressor, Load borne, Load provoking, double place) {
    const auto low = scales.normal_of(stressor, borne).value;
    const auto high = scales.normal_of(stressor, provoking).value;
    const auto load = scales.load_at(stressor, Normal{low + place * (high - low)});
    return std::clamp(load, std::min(borne, provoking), provoking);
}

}  // namespace

CulpritsFound find_culprits(ExerciseId activity,
                            const Patient& patient,
                            const Catalogue& catalogue,
                            const Tolerance& tolerance,
                            const Bars& bars) {
    const auto& rules = catalogue.rules.search;
    CulpritsFound found;
    found.activity = activity;
    PerStressor<bool> culprit{};
    for (const auto& recorded : patient.conditions) {
        const auto own = scores_alone(activity, patient, catalogue, sensitivities_of(recorded, patient, catalogue));
        add_leading(culprit, own.scores, rules.culprit_share_of_best);
        if (!own.is_explained) {
            found.unexplained_by.push_back(recorded.id);
        }
    }
    PerStressor<Sensitivity> weights;
    for (const auto stressor : all_stressors) {
        weights[stressor] = tolerance.of[stressor].weight;
    }
    const auto combined = scores_of(activity, catalogue, weights, borne_marks(patient, catalogue, true, true));
    for (const auto stressor : all_stressors) {
        culprit[stressor] = culprit[stressor] || combined[stressor] >= rules.culprit_sure_score;
        if (culprit[stressor]) {
            found.stressors.push_back(stressor);
        }
    }
    std::ranges::stable_sort(found.stressors, std::ranges::greater{}, [&](Stressor one) { return combined[one]; });
    for (const auto& bar : bars.relative) {
        if (bears(catalogue, activity, bar)) {
            found.tags.push_back(bar);
        }
    }
    return found;
}

void lower_culprit_caps(Tolerance& tolerance,
                        const CulpritsFound& culprits,
                        const Patient& patient,
                        const Catalogue& catalogue,
                        Irritability irritability,
                        const Say& say) {
    const auto& rules = catalogue.rules;
    for (const auto stressor : culprits.stressors) {
        auto& limit = tolerance.of[stressor];
        limit.is_culprit = true;
        const auto provoking = catalogue.exercises[culprits.activity].loads[stressor].interval.best;
        const auto borne = borne_load(stressor, provoking, patient, catalogue);
        const auto cap = between(rules.scales, stressor, borne, provoking, rules.caps.culprit_cap[irritability]);
        if (limit.symptom && *limit.symptom <= cap) {
            continue;
        }
        limit.symptom = cap;
        const Values values = {{"activity", say.name(culprits.activity)},
                               {"provoking", say.load(stressor, provoking.value)},
                               {"load", say.load(stressor, cap.value)}};
        limit.because.insert(limit.because.begin(), {say.with("plan.tolerance.culprit", values), {}});
    }
}

}  // namespace detour
