// SPDX-License-Identifier: Apache-2.0
#include "plan/excluded.h"

#include <algorithm>
#include <map>

namespace detour {
namespace {

std::optional<Objection> first_reason(const Assessment& assessment, const CulpritsFound& culprits, ExerciseId id) {
    auto against = objections(assessment, id);
    if (is_same_movement(assessment.catalogue(), culprits.activity, id)) {
        // where the activity is done, its other forms can be done: the reason is another
        against = objections(assessment, id, Ask::all);
        std::erase_if(against, [](const Objection& one) { return one.kind == ExcludedKind::access; });
    }
    if (against.empty()) {
        against = substitute_objections(assessment, culprits, id);
        std::erase_if(against, [](const Objection& one) { return !one.is_barred; });
    }
    return against.empty() ? std::nullopt : std::optional(against.front());
}

}  // namespace

LeftOut find_left_out(const Assessment& assessment, bool all) {
    LeftOut left_out;
    if (assessment.culprits.empty()) {
        return left_out;
    }
    const auto& catalogue = assessment.catalogue();
    const auto& culprits = assessment.culprits.front();
    std::vector<std::pair<double, ExerciseId>> order;
    std::map<ExerciseId, Objection> reasons;
    std::map<ExcludedKind, int> counts;
    for (std::uint16_t at = 0; at < catalogue.exercises.size(); ++at) {
        const ExerciseId id{at};
        const auto reason = id == culprits.activity ? std::nullopt : first_reason(assessment, culprits, id);
        if (reason) {
            order.emplace_back(assessment.knowledge->graph.distance(culprits.activity, id), id);
            ++counts[reason->kind];
            reasons.emplace(id, *reason);
        }
    }
    std::ranges::sort(order);
    const auto listed = static_cast<std::size_t>(catalogue.rules.search.excluded_listed);
    for (const auto& [distance, id] : order) {
        if (!all && left_out.nearest.size() == listed) {
            break;
        }
        const auto& reason = reasons.at(id);
        const auto& exercise = catalogue.exercises[id];
        left_out.nearest.push_back({exercise.slug,
                                    assessment.say.name(id),
                                    catalogue.families[exercise.family].slug,
                                    exercise.environment,
                                    reason.rule,
                                    reason.reason,
                                    reason.sources,
                                    reason.kind});
    }
    left_out.counts.assign(counts.begin(), counts.end());
    return left_out;
}

}  // namespace detour
