// SPDX-License-Identifier: Apache-2.0
#include "plan/ranking.h"

#include "base/has.h"

#include <algorithm>
#include <cstdlib>

namespace detour {
namespace {

double number(const std::map<std::string, double>& table, const std::string& key) {
    const auto found = table.find(key);
    return found == table.end() ? 0 : found->second;
}

double share_of(Sensitivity sensitivity) {
    return static_cast<double>(sensitivity) / static_cast<double>(Sensitivity::high);
}

double specificity(const SearchRules& rules, int matches) {
    for (const auto& [below, times] : rules.specificity) {
        if (matches < below) {
            return times;
        }
    }
    return 1;
}

}  // namespace

bool is_unreplaceable_task(const Catalogue& catalogue, ExerciseId activity) {
    const auto& family = catalogue.families[catalogue.exercises[activity].family];
    return family.purposes.front() == "daily-task" &&
           !catalogue.rules.search.stand_ins.contains(family.patterns.front());
}

int tier_of(const Catalogue& catalogue, ExerciseId activity, ExerciseId id) {
    const auto wanted = compared_purposes(catalogue, activity);
    const auto offered = compared_purposes(catalogue, id);
    if (wanted.empty() || !has(offered, wanted.front())) {
        return unlike_tier;
    }
    const auto& patterns = catalogue.families[catalogue.exercises[activity].family].patterns;
    const auto& offers = catalogue.families[catalogue.exercises[id].family].patterns;
    const auto shared = [&](const std::string& pattern) { return has(offers, pattern); };
    if (is_unreplaceable_task(catalogue, activity) && std::ranges::none_of(patterns, shared)) {
        return unlike_tier;
    }
    const auto& rules = catalogue.rules.search;
    const auto met = catalogue.exercises[id].met.value;
    const auto least =
        std::min(rules.tier_met_at_least, rules.tier_met_share * catalogue.exercises[activity].met.value);
    const bool is_hard_enough = wanted.front() != "aerobic" || met >= least;
    return offered.front() == wanted.front() && is_hard_enough ? 0 : 1;
}

std::vector<std::string> goal_purposes(const Assessment& assessment) {
    std::vector<std::string> purposes;
    for (const auto& goal : assessment.patient.goals) {
        if (assessment.catalogue().rules.vocabulary.purposes.contains(goal.kind)) {
            purposes.push_back(goal.kind);
        }
    }
    return purposes;
}

CostModel cost_model(const Assessment& assessment) {
    CostModel costs;
    costs.goals = goal_purposes(assessment);
    for (const auto stressor : all_stressors) {
        costs.sensitivity[stressor] = share_of(assessment.tolerance.of[stressor].weight);
    }
    return costs;
}

BestEvidence best_evidence(const Assessment& assessment, ExerciseId id) {
    const auto& rules = assessment.catalogue().rules.search;
    const auto facts = facts_of(assessment.catalogue(), id);
    BestEvidence best;
    for (const auto& recorded : assessment.patient.conditions) {
        for (const auto& good : assessment.catalogue().conditions[recorded.id].good_for) {
            const auto value = number(rules.grades, good.grade) * specificity(rules, good.matches);
            if (value > best.value && evaluate(good.match, facts) == Truth::yes) {
                best = {value, &good};
            }
        }
    }
    return best;
}

double residual(const Assessment& assessment, ExerciseId id) {
    const auto& catalogue = assessment.catalogue();
    double sum = 0;
    for (const auto stressor : all_stressors) {
        const auto load = catalogue.exercises[id].loads[stressor].interval.best;
        sum +=
            share_of(assessment.tolerance.of[stressor].weight) * catalogue.rules.scales.normal_of(stressor, load).value;
    }
    return sum / static_cast<double>(Sensitivity::high);
}

double unfamiliarity(const Catalogue& catalogue, ExerciseId id) {
    const auto& weights = catalogue.rules.search.unfamiliar;
    const auto& exercise = catalogue.exercises[id];
    const auto& family = catalogue.families[exercise.family];
    double cost = number(weights, "reference");
    if (family.reference != id) {
        const auto away = std::abs(exercise.level - catalogue.exercises[family.reference].level);
        cost = number(weights, "base") + number(weights, "per_level") * away;
    }
    cost += has(exercise.traits, "high-fall-risk") ? number(weights, "fall_risk") : 0;
    cost += has(exercise.traits, "needs-swim-skill") ? number(weights, "swim_skill") : 0;
    return cost + (family.usual ? 0 : number(weights, "unusual"));
}

const CuratedSwap* curated_swap(const Catalogue& catalogue, ExerciseId from, ExerciseId to) {
    const CuratedSwap* like = nullptr;
    for (const auto& swap : catalogue.swaps) {
        if (swap.to == to && swap.from == from) {
            return &swap;
        }
        const bool same_family = catalogue.exercises[swap.from].family == catalogue.exercises[from].family;
        like = swap.to == to && same_family && like == nullptr ? &swap : like;
    }
    return like;
}

std::vector<const ActiveBar*> cautions_of(const Assessment& assessment, ExerciseId id) {
    std::vector<const ActiveBar*> cautions;
    for (const auto& bar : assessment.bars.relative) {
        if (bears(assessment.catalogue(), id, bar)) {
            cautions.push_back(&bar);
        }
    }
    return cautions;
}

double caution_cost(const Assessment& assessment, ExerciseId id) {
    const auto& rank = assessment.catalogue().rules.search.rank;
    const auto count = static_cast<double>(cautions_of(assessment, id).size());
    return number(rank, "caution") * std::min(count, number(rank, "cautions_at_most"));
}

bool is_eased_or_tolerated(const Assessment& assessment, ExerciseId id) {
    const auto& exercises = assessment.catalogue().exercises;
    const auto family = exercises[id].family;
    const auto& patient = assessment.patient;
    const auto is_same = [&](ExerciseId other) { return exercises[other].family == family; };
    return std::ranges::any_of(patient.eased_by, is_same) ||
           std::ranges::any_of(patient.tolerated, [&](const Tolerated& one) {
               return is_borne(one, assessment.catalogue().rules.pain) && is_same(one.exercise);
           });
}

bool is_preferred(const Assessment& assessment, ExerciseId id) {
    const auto& prefer = assessment.patient.overrides.prefer;
    return std::ranges::find(prefer, id) != prefer.end();
}

CostTerms cost_terms(const Assessment& assessment, ExerciseId activity, ExerciseId id, Certainty certainty) {
    const auto& catalogue = assessment.catalogue();
    const auto& rank = catalogue.rules.search.rank;
    CostTerms terms;
    terms.distance =
        number(rank, "distance") * assessment.knowledge->graph.distance(activity, id, goal_purposes(assessment));
    terms.residual = number(rank, "residual") * residual(assessment, id);
    terms.evidence = -number(rank, "evidence") * best_evidence(assessment, id).value;
    terms.curated = curated_swap(catalogue, activity, id) != nullptr ? -number(rank, "curated") : 0;
    terms.cautions = caution_cost(assessment, id);
    terms.tier = number(rank, "tier") * tier_of(catalogue, activity, id);
    terms.unfamiliar = unfamiliarity(catalogue, id);
    terms.eased = is_eased_or_tolerated(assessment, id) ? -number(rank, "eased") : 0;
    terms.preferred = is_preferred(assessment, id) ? -number(rank, "preferred") : 0;
    terms.probable = certainty == Certainty::probable ? number(rank, "probable") : 0;
    return terms;
}

}  // namespace detour
