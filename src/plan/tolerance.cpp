// SPDX-License-Identifier: Apache-2.0
#include "plan/tolerance.h"

#include "base/text.h"

#include <algorithm>
#include <cmath>

namespace detour {
namespace {

void lower(std::optional<Load>& cap, Load at_most) {
    if (std::isfinite(at_most.value) && (!cap || at_most < *cap)) {
        cap = at_most;
    }
}

const CapRow& row_for(const CapRules& rules, Stressor stressor, Sensitivity sensitivity) {
    if (stressor == Stressor::sitting) {
        return rules.sitting[sensitivity];
    }
    return stressor == Stressor::standing ? rules.standing[sensitivity] : rules.caps[sensitivity];
}

Mark mark_for(const CapRow& row, Irritability irritability, bool locked) {
    return locked && irritability == Irritability::low && row.locked_low ? *row.locked_low
                                                                         : row.by_irritability[irritability];
}

/// Strictest first, so that the first reason is the one that binds.
void add_reason(StressorLimit& limit, bool binds, Because because) {
    limit.because.insert(binds ? limit.because.begin() : limit.because.end(), std::move(because));
}

class Finder {
public:
    Finder(const Patient& patient,
           const Catalogue& catalogue,
           Irritability irritability,
           const Facts& facts,
           const Say& say)
        : patient_(patient), catalogue_(catalogue), irritability_(irritability), facts_(facts), say_(say) {}

    void add_condition(const PatientCondition& recorded) {
        const auto& condition = catalogue_.conditions[recorded.id];
        const auto sensitivities = sensitivities_of(recorded, patient_, catalogue_);
        for (const auto stressor : all_stressors) {
            add_row(recorded, stressor, sensitivities[stressor]);
        }
        for (const auto& cap : condition.caps) {
            if (!cap.unless || evaluate(*cap.unless, facts_) != Truth::yes) {
                add_cap(cap.stressor, cap.at_most, true, {cap.why, cap.support.sources});
            }
        }
    }

    void add_rule(const Rule& rule) {
        for (const auto& cap : rule.then.caps) {
            add_cap(cap.stressor, cap.at_most, cap.is_protective, {rule.statement, rule.support.sources});
        }
    }

    void add_history(const Tolerated& tolerated) {
        for (const auto stressor : all_stressors) {
            auto& limit = tolerance_.of[stressor];
            const auto borne = catalogue_.exercises[tolerated.exercise].loads[stressor].interval.best;
            if (!limit.symptom || borne <= *limit.symptom) {
                continue;
            }
            limit.before_history = limit.before_history ? limit.before_history : limit.symptom;
            limit.symptom = borne;
            limit.raised_minutes = tolerated.dose.minutes;
            const Values values = {{"activity", say_.name(tolerated.exercise)},
                                   {"load", say_.load(stressor, borne.value)}};
            add_reason(limit, false, {say_.with("plan.tolerance.history", values), {}});
        }
    }

    void set_minutes() {
        const auto& rules = catalogue_.rules.caps;
        tolerance_.sitting_minutes = minutes_for(rules.sitting_minutes, Stressor::sitting);
        tolerance_.standing_minutes = minutes_for(rules.standing_minutes, Stressor::standing);
    }

    Tolerance take() { return std::move(tolerance_); }

private:
    void add_row(const PatientCondition& recorded, Stressor stressor, Sensitivity sensitivity) {
        const auto& condition = catalogue_.conditions[recorded.id];
        const bool locked = is_locked(condition, stressor) && is_in_effect(condition.locked_until, recorded, facts_);
        auto& limit = tolerance_.of[stressor];
        limit.tabled = std::max(limit.tabled, sensitivity);
        limit.weight = std::max(limit.weight, shifted(sensitivity, irritability_, locked));
        const auto mark = mark_for(row_for(catalogue_.rules.caps, stressor, sensitivity), irritability_, locked);
        const auto cap = catalogue_.rules.scales.cap_at(stressor, mark);
        if (!std::isfinite(cap.value)) {
            return;
        }
        const Values values = {{"condition", say_.condition(recorded.id)},
                               {"sensitivity", say_.at("plan.level." + std::string(id_of(sensitivity)))},
                               {"irritability", say_.at("plan.level." + std::string(id_of(irritability_)))},
                               {"load", say_.load(stressor, cap.value)}};
        add_cap(stressor,
                cap,
                locked,
                {say_.with("plan.tolerance.condition", values), condition.sensitivity[stressor].support.sources});
    }

    void add_cap(Stressor stressor, Load at_most, bool is_protective, Because because) {
        auto& limit = tolerance_.of[stressor];
        const auto before = limit.cap();
        lower(is_protective ? limit.protective : limit.symptom, at_most);
        add_reason(limit, !before || at_most < *before, std::move(because));
    }

    std::optional<double> minutes_for(const std::map<std::string, double>& minutes, Stressor stressor) const {
        const auto found = minutes.find(std::string(id_of(tolerance_.of[stressor].tabled)));
        return found == minutes.end() ? std::nullopt : std::optional(found->second);
    }

    const Patient& patient_;
    const Catalogue& catalogue_;
    Irritability irritability_;
    const Facts& facts_;
    const Say& say_;
    Tolerance tolerance_;
};

Sensitivity from_mark(Mark mark) {
    return static_cast<Sensitivity>(std::min(static_cast<int>(mark), static_cast<int>(Sensitivity::high)));
}

}  // namespace

std::optional<Load> StressorLimit::cap() const {
    if (symptom && protective) {
        return std::min(*symptom, *protective);
    }
    return symptom ? symptom : protective;
}

bool StressorLimit::is_protective() const {
    return protective && (!symptom || *protective <= *symptom);
}

std::string cap_rule(Stressor stressor) {
    return "cap-" + std::string(id_of(stressor));
}

bool is_locked(const Condition& condition, Stressor stressor) {
    return std::ranges::find(condition.locked, stressor) != condition.locked.end();
}

Sensitivity shifted(Sensitivity tabled, Irritability irritability, bool locked) {
    if (locked || tabled == Sensitivity::none) {
        return tabled;
    }
    const auto shift = static_cast<int>(irritability) - static_cast<int>(Irritability::moderate);
    const auto level = static_cast<int>(tabled) + shift;
    return static_cast<Sensitivity>(std::clamp(level, 0, static_cast<int>(Sensitivity::high)));
}

PerStressor<Sensitivity>
sensitivities_of(const PatientCondition& recorded, const Patient& patient, const Catalogue& catalogue) {
    const auto& condition = catalogue.conditions[recorded.id];
    PerStressor<Sensitivity> sensitivities;
    for (const auto stressor : all_stressors) {
        sensitivities[stressor] = condition.sensitivity[stressor].by_stage[recorded.stage];
    }
    const bool eases_forward = patient.directional_preference == "flexion";
    if (!eases_forward && patient.directional_preference != "extension") {
        return sensitivities;
    }
    const auto eased = eases_forward ? Stressor::flexion : Stressor::extension;
    const auto opposite = eases_forward ? Stressor::extension : Stressor::flexion;
    const auto& rules = catalogue.rules.caps;
    if (!is_locked(condition, eased)) {
        sensitivities[eased] = std::min(sensitivities[eased], from_mark(rules.preference_eased));
    }
    if (!is_locked(condition, opposite)) {
        sensitivities[opposite] = std::max(sensitivities[opposite], from_mark(rules.preference_opposite));
    }
    return sensitivities;
}

bool is_borne(const Tolerated& tolerated, const PainRules& rules) {
    return !tolerated.pain || *tolerated.pain <= rules.ceiling[Irritability::high];
}

Tolerance find_tolerance(const Patient& patient,
                         const Catalogue& catalogue,
                         const RuleOutcome& outcome,
                         const IrritabilityFound& irritability,
                         const Facts& facts,
                         const Say& say) {
    Finder finder(patient, catalogue, irritability.for_caps(), facts, say);
    for (const auto& recorded : patient.conditions) {
        finder.add_condition(recorded);
    }
    for (const auto& fired : outcome.fired) {
        finder.add_rule(*fired.rule);
    }
    for (const auto& tolerated : patient.tolerated) {
        if (is_borne(tolerated, catalogue.rules.pain)) {
            finder.add_history(tolerated);
        }
    }
    finder.set_minutes();
    return finder.take();
}

void apply_therapist_caps(Tolerance& tolerance, const Patient& patient, const Say& say) {
    for (const auto& [id, value] : patient.overrides.caps) {
        const auto stressor = stressor_from(id);
        if (!stressor) {
            continue;
        }
        auto& limit = tolerance.of[*stressor];
        const Load wanted{value};
        if (limit.protective && wanted > *limit.protective && accepts_risk(patient, cap_rule(*stressor))) {
            limit.protective = wanted;
        }
        limit.symptom = wanted;
        add_reason(limit,
                   !limit.is_protective(),
                   {say.with("plan.tolerance.therapist", {{"load", say.load(*stressor, value)}}), {}});
    }
}

}  // namespace detour
