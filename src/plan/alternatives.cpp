// SPDX-License-Identifier: Apache-2.0
#include "plan/alternatives.h"

#include "base/text.h"
#include "plan/describe.h"
#include "plan/dose.h"
#include "plan/views.h"

#include <algorithm>
#include <map>
#include <set>

namespace detour {
namespace {

/// The way of likeness explains only if it is short: three exercises.
constexpr std::size_t longest_printed_path = 3;

const Family& family_of(const Catalogue& catalogue, ExerciseId id) {
    return catalogue.families[catalogue.exercises[id].family];
}

bool is_heated(const Catalogue& catalogue, ExerciseId id) {
    return catalogue.exercises[id].place == "heated-pool";
}

/// The same family's form in the heated pool, if it is among the ranked: warmth gives extra ease. What can itself be
/// done in the heated pool gives way only to a form of its own level.
const Candidate& heated_form(const Assessment& assessment, const std::vector<Candidate>& ranked, const Candidate& one) {
    const auto& catalogue = assessment.catalogue();
    const auto& exercise = catalogue.exercises[one.exercise];
    if (exercise.immersion.empty() || !has_heated_pool(assessment)) {
        return one;
    }
    const bool stays_cold = !can_be_heated(assessment, one.exercise);
    const auto found = std::ranges::find_if(ranked, [&](const Candidate& other) {
        const auto& form = catalogue.exercises[other.exercise];
        return form.family == exercise.family && is_heated(catalogue, other.exercise) &&
               (stays_cold || form.level == exercise.level);
    });
    return found == ranked.end() ? one : *found;
}

/// What trains nothing of the lost activity is no answer while anything does; for a task it never is.
std::vector<Candidate>
like_the_activity(const Assessment& assessment, ExerciseId activity, const std::vector<Candidate>& ranked) {
    const auto is_like = [&](const Candidate& one) {
        return tier_of(assessment.catalogue(), activity, one.exercise) < unlike_tier;
    };
    std::vector<Candidate> alike;
    std::ranges::copy_if(ranked, std::back_inserter(alike), is_like);
    return alike.empty() && !is_unreplaceable_task(assessment.catalogue(), activity) ? ranked : alike;
}

void write_path(Alternative& alternative, const Assessment& assessment, const std::vector<ExerciseId>& path) {
    if (path.size() > longest_printed_path) {
        return;
    }
    for (const auto id : path) {
        alternative.path.push_back(assessment.catalogue().exercises[id].slug);
        alternative.path_names.push_back(assessment.say.name(id));
    }
}

/// The exercises that only access keeps out: what they need, most often first.
std::vector<std::string> what_would_open(const Assessment& assessment, const CulpritsFound& culprits) {
    std::map<std::string, int> openings;
    for (std::uint16_t at = 0; at < assessment.catalogue().exercises.size(); ++at) {
        const auto against = objections(assessment, ExerciseId{at}, Ask::all);
        const bool only_access = !against.empty() && std::ranges::all_of(against, [](const Objection& one) {
            return one.kind == ExcludedKind::access;
        });
        if (only_access && substitute_objections(assessment, culprits, ExerciseId{at}).empty()) {
            ++openings[against.front().reason];
        }
    }
    std::vector<std::pair<int, std::string>> counted;
    for (const auto& [reason, count] : openings) {
        counted.emplace_back(-count, reason);
    }
    std::ranges::sort(counted);
    std::vector<std::string> texts;
    for (const auto& [count, reason] : counted) {
        const Values values = {{"count", number_text(-count)}, {"reason", reason}};
        texts.push_back(assessment.say.with("plan.none.would_open", values));
        if (texts.size() == longest_printed_path) {
            break;
        }
    }
    return texts;
}

}  // namespace

ExerciseSet
substitutes_among(const Assessment& assessment, const CulpritsFound& culprits, const ExerciseSet& admissible) {
    ExerciseSet set(assessment.catalogue().exercises.size());
    for (const auto id : admissible.items()) {
        if (id != culprits.activity && substitute_objections(assessment, culprits, id).empty()) {
            set.insert(id);
        }
    }
    return set;
}

std::vector<Candidate>
rank_near(const Assessment& assessment, const CulpritsFound& culprits, const ExerciseSet& substitutes) {
    const auto& catalogue = assessment.catalogue();
    const auto near = assessment.knowledge->graph.nearest(
        culprits.activity, cost_model(assessment), substitutes, static_cast<std::size_t>(catalogue.rules.search.near));
    std::vector<Candidate> ranked;
    for (const auto& reached : near) {
        const auto certainty = lower_on_all(catalogue, reached.exercise, culprits.activity, culprits.stressors)
                                   .value_or(Certainty::probable);
        ranked.push_back({reached.exercise,
                          certainty,
                          cost_terms(assessment, culprits.activity, reached.exercise, certainty),
                          reached.path});
    }
    std::ranges::sort(ranked, {}, [](const Candidate& one) { return std::pair(one.terms.total(), one.exercise); });
    return ranked;
}

std::vector<Candidate>
choose_answers(const Assessment& assessment, ExerciseId activity, const std::vector<Candidate>& near) {
    const auto ranked = like_the_activity(assessment, activity, near);
    const auto& catalogue = assessment.catalogue();
    const auto& rules = catalogue.rules.search;
    std::vector<Candidate> chosen;
    std::set<FamilyId> families;
    std::map<std::pair<std::string, bool>, int> alike;
    for (const auto& candidate : ranked) {
        const auto& answer = heated_form(assessment, ranked, candidate);
        const auto& exercise = catalogue.exercises[answer.exercise];
        auto& same = alike[{family_of(catalogue, answer.exercise).patterns.front(), !exercise.immersion.empty()}];
        if (families.contains(exercise.family) || same >= rules.per_pattern_and_place) {
            continue;
        }
        ++same;
        families.insert(exercise.family);
        chosen.push_back(answer);
        if (chosen.size() == static_cast<std::size_t>(rules.answers)) {
            break;
        }
    }
    return chosen;
}

Alternative alternative_of(const Assessment& assessment, const CulpritsFound& culprits, const Candidate& candidate) {
    const auto& catalogue = assessment.catalogue();
    const auto id = candidate.exercise;
    Alternative alternative;
    alternative.exercise = view_of(catalogue, assessment.say, id);
    alternative.cost = candidate.terms.total();
    alternative.distance = assessment.knowledge->graph.distance(culprits.activity, id, goal_purposes(assessment));
    write_path(alternative, assessment, candidate.path);
    alternative.keeps = what_it_keeps(assessment, culprits.activity, id);
    alternative.gives_up = what_it_gives_up(assessment, culprits.activity, id);
    alternative.change = load_changes(assessment, culprits, id);
    alternative.certainty = candidate.certainty;
    for (const auto* bar : cautions_of(assessment, id)) {
        alternative.cautions.push_back(bar->reason);
    }
    alternative.why = why_chosen(assessment, culprits, id);
    alternative.dose = dose_for(assessment, id);
    return alternative;
}

std::vector<std::string> why_none(const Assessment& assessment, const CulpritsFound& culprits) {
    std::map<ExcludedKind, int> kinds;
    for (std::uint16_t at = 0; at < assessment.catalogue().exercises.size(); ++at) {
        auto against = objections(assessment, ExerciseId{at});
        if (against.empty()) {
            against = substitute_objections(assessment, culprits, ExerciseId{at});
        }
        if (!against.empty()) {
            ++kinds[against.front().kind];
        }
    }
    std::vector<std::pair<int, ExcludedKind>> counted;
    for (const auto& [kind, count] : kinds) {
        counted.emplace_back(-count, kind);
    }
    std::ranges::sort(counted);
    std::vector<std::string> texts;
    if (is_unreplaceable_task(assessment.catalogue(), culprits.activity)) {
        texts.push_back(assessment.say.at("plan.none.unlike"));
    }
    for (const auto& [count, kind] : counted) {
        texts.push_back(assessment.say.with("plan.none." + std::string(id_of(kind)), {{"count", number_text(-count)}}));
    }
    std::ranges::copy(what_would_open(assessment, culprits), std::back_inserter(texts));
    return texts;
}

}  // namespace detour
