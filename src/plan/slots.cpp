// SPDX-License-Identifier: Apache-2.0
#include "plan/slots.h"

#include "base/has.h"

#include <algorithm>

namespace detour {
namespace {

class SlotFiller {
public:
    SlotFiller(const Assessment& assessment, const std::vector<Answered>& answered, const ExerciseSet& admissible)
        : assessment_(assessment), catalogue_(assessment.catalogue()), rules_(catalogue_.rules.program),
          answered_(answered), usable_(admissible) {
        for (const auto& culprits : assessment.culprits) {
            remove_what_hurts(culprits);
        }
    }

    std::vector<Chosen> fill() {
        const auto wanted = exercise_count();
        for (const auto& slot : rules_.slots) {
            const bool extra = slot == "balance" && needs_balance();
            if (chosen_.size() < wanted + (extra ? 1 : 0)) {
                fill_slot(slot);
            }
        }
        add_second_alternative(wanted);
        return chosen_;
    }

private:
    void remove_what_hurts(const CulpritsFound& culprits) {
        for (const auto id : usable_.items()) {
            const bool warned =
                std::ranges::any_of(culprits.tags, [&](const ActiveBar& bar) { return bears(catalogue_, id, bar); });
            if (warned || is_same_movement(catalogue_, culprits.activity, id)) {
                usable_.erase(id);
            }
        }
    }

    std::size_t exercise_count() const {
        auto count = rules_.exercises_default;
        if (assessment_.irritability.known() == Irritability::high) {
            count = std::min(count, rules_.exercises_high_irritability);
        }
        if (assessment_.patient.age.value_or(0) >= rules_.balance_from_age) {
            count = std::min(count, rules_.exercises_from_65);
        }
        count = std::min(count, assessment_.limits.exercises_max.value_or(count));
        return static_cast<std::size_t>(std::max(1, std::min(count, rules_.exercises_most)));
    }

    bool needs_balance() const {
        return assessment_.patient.age.value_or(0) >= rules_.balance_from_age ||
               std::ranges::any_of(assessment_.patient.goals,
                                   [](const Goal& goal) { return goal.kind == "balance"; }) ||
               std::ranges::any_of(assessment_.patient.conditions,
                                   [&](const PatientCondition& one) { return has(rules_.balance_conditions, one.id); });
    }

    void fill_slot(const std::string& slot) {
        if (slot == "alternative") {
            add_alternatives();
        } else if (slot == "aerobic") {
            add_aerobic();
        } else if (slot == "signature") {
            add_signature();
        } else if (slot == "skill") {
            add_skill();
        } else if (slot == "trunk") {
            add(best_of_families(rules_.trunk_families), slot);
        } else if (slot == "balance" && needs_balance()) {
            add(best_of_families(rules_.balance_families, std::min(2, rules_.level_by_stage[assessment_.stage])),
                slot);  // two feet before one foot
        } else if (slot == "mobility") {
            add_mobility();
        }
    }

    void add_alternatives() {
        for (const auto& one : answered_) {
            for (const auto id : one.answers) {
                if (add(usable_.contains(id) ? std::optional(id) : std::nullopt, "alternative")) {
                    break;
                }
            }
            if (chosen_.size() + 2 >= exercise_count()) {
                return;
            }
        }
    }

    /// Room left: another way to the same fitness, for variety.
    void add_second_alternative(std::size_t wanted) {
        for (const auto& one : answered_) {
            for (const auto id : one.answers) {
                if (chosen_.size() < wanted && usable_.contains(id) && first_purpose(id) == "aerobic" &&
                    cautions_of(assessment_, id).empty() && add(id, "alternative")) {
                    return;
                }
            }
        }
    }

    void add_aerobic() {
        const bool is_there =
            std::ranges::any_of(chosen_, [&](const Chosen& one) { return first_purpose(one.exercise) == "aerobic"; });
        if (is_there) {
            return;
        }
        const auto is_aerobic = [&](ExerciseId id) {
            const auto& family = catalogue_.families[catalogue_.exercises[id].family];
            return family.usual && family.purposes.front() == "aerobic";
        };
        const auto is_first_choice = [&](ExerciseId id) {
            return is_aerobic(id) && has(rules_.aerobic_families_first, catalogue_.exercises[id].family);
        };
        const auto first = best_where(is_first_choice);
        add(first ? first : best_where(is_aerobic), "aerobic");
    }

    void add_signature() {
        if (assessment_.stage <= rules_.no_signature_stage) {
            return;
        }
        for (const auto& recorded : assessment_.patient.conditions) {
            for (const auto& signature : catalogue_.conditions[recorded.id].signature) {
                const bool fits = evaluate(signature.when, assessment_.facts) == Truth::yes;
                if (fits && usable_.contains(signature.exercise) && add(signature.exercise, "signature")) {
                    return;
                }
            }
        }
    }

    void add_skill() {
        const auto bends = [&](const Answered& one) {
            const auto family = catalogue_.exercises[one.aggravation.exercise].family;
            return has(rules_.skill_patterns, catalogue_.families[family].patterns.front());
        };
        if (std::ranges::any_of(answered_, bends)) {
            add(best_of_families({rules_.skill_family}), "skill");
        }
    }

    /// Never by default where an end range is guarded.
    void add_mobility() {
        for (const auto stressor : rules_.no_mobility_where_locked) {
            if (assessment_.tolerance.of[stressor].protective) {
                return;
            }
        }
        add(best_where([&](ExerciseId id) { return first_purpose(id) == "mobility"; }), "mobility");
    }

    bool add(std::optional<ExerciseId> id, const std::string& role) {
        if (!id || is_family_chosen(*id)) {
            return false;
        }
        chosen_.push_back({*id, role});
        return true;
    }

    const std::string& first_purpose(ExerciseId id) const {
        return catalogue_.families[catalogue_.exercises[id].family].purposes.front();
    }

    bool is_family_chosen(ExerciseId id) const {
        return std::ranges::any_of(chosen_, [&](const Chosen& one) {
            return catalogue_.exercises[one.exercise].family == catalogue_.exercises[id].family;
        });
    }

    double score(ExerciseId id) const {
        return rules_.aerobic_residual * residual(assessment_, id) -
               rules_.aerobic_evidence * best_evidence(assessment_, id).value +
               rules_.aerobic_unfamiliar * unfamiliarity(catalogue_, id) + caution_cost(assessment_, id) -
               (is_eased_or_tolerated(assessment_, id) || is_preferred(assessment_, id) ? 1 : 0);
    }

    template <class Predicate>
    std::optional<ExerciseId> best_where(Predicate fits) const {
        std::optional<ExerciseId> best;
        double least = 0;
        for (const auto id : usable_.items()) {
            if (!fits(id) || is_family_chosen(id)) {
                continue;
            }
            const auto cost = score(id);
            if (!best || cost < least) {
                best = id;
                least = cost;
            }
        }
        return best;
    }

    /// The highest level up to `wanted` without a caution, else with; 0 if none is usable.
    int level_in(FamilyId family, int wanted) const {
        int plain = 0;
        int any = 0;
        for (const auto id : catalogue_.families[family].exercises) {
            const auto level = catalogue_.exercises[id].level;
            if (!usable_.contains(id) || level > wanted) {
                continue;
            }
            any = std::max(any, level);
            plain = cautions_of(assessment_, id).empty() ? std::max(plain, level) : plain;
        }
        return plain > 0 ? plain : any;
    }

    /// Level by stage first, then load: the least load alone always picks a trifle.
    std::optional<ExerciseId> best_of_families(const std::vector<FamilyId>& families) const {
        return best_of_families(families, rules_.level_by_stage[assessment_.stage]);
    }

    std::optional<ExerciseId> best_of_families(const std::vector<FamilyId>& families, int wanted) const {
        std::vector<ExerciseId> fitting;
        for (const auto family : families) {
            const auto reached = level_in(family, wanted);
            for (const auto id : catalogue_.families[family].exercises) {
                if (usable_.contains(id) && catalogue_.exercises[id].level == reached) {
                    fitting.push_back(id);
                }
            }
        }
        return best_where([&](ExerciseId id) { return has(fitting, id); });
    }

    const Assessment& assessment_;
    const Catalogue& catalogue_;
    const ProgramRules& rules_;
    const std::vector<Answered>& answered_;
    ExerciseSet usable_;
    std::vector<Chosen> chosen_;
};

}  // namespace

std::vector<Chosen>
choose_exercises(const Assessment& assessment, const std::vector<Answered>& answered, const ExerciseSet& admissible) {
    return SlotFiller(assessment, answered, admissible).fill();
}

}  // namespace detour
