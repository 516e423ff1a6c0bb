// SPDX-License-Identifier: Apache-2.0
#include "plan/return_path.h"

#include "base/has.h"
#include "base/text.h"
#include "plan/dose.h"
#include "plan/ladder.h"
#include "plan/modify.h"
#include "plan/views.h"

#include <algorithm>
#include <chrono>
#include <set>

namespace detour {
namespace {

/// The bar of the activity that lasts longest: one for good, else the first.
const ActiveBar* bar_of(const Assessment& assessment, ExerciseId activity) {
    const ActiveBar* first = nullptr;
    for (const auto& bar : assessment.bars.absolute) {
        if (!bears(assessment.catalogue(), activity, bar)) {
            continue;
        }
        if (std::holds_alternative<Always>(bar.until)) {
            return &bar;
        }
        first = first == nullptr ? &bar : first;
    }
    for (const auto& bar : assessment.bars.allow_only) {
        if (first == nullptr && !bears(assessment.catalogue(), activity, bar)) {
            first = &bar;
        }
    }
    return first;
}

std::string until_text(const Assessment& assessment, const ActiveBar& bar) {
    const auto& say = assessment.say;
    if (const auto* stage = std::get_if<ThroughStage>(&bar.until)) {
        return say.with("plan.return.until_stage",
                        {{"stage", say.at("plan.stage." + std::string(id_of(stage->stage)))}});
    }
    if (const auto* weeks = std::get_if<ForWeeks>(&bar.until)) {
        const auto known =
            bar.condition ? assessment.patient.conditions.at(*bar.condition).weeks : std::optional<int>();
        if (!known) {
            return say.with("plan.return.until_weeks", {{"weeks", number_text(weeks->weeks)}});
        }
        const auto left = std::chrono::days(7 * std::max(0, weeks->weeks - *known));
        return date_text(Date{std::chrono::sys_days{assessment.patient.date} + left});
    }
    if (bar.id == surgeon_rule) {
        return say.at("plan.return.until_surgeon");
    }
    if (const auto* expression = std::get_if<WhileTrue>(&bar.until)) {
        return say.with("plan.return.until_answer", {{"what", describe(expression->expression)}});
    }
    return {};
}

std::optional<Stressor> guarded_stressor(const Assessment& assessment, ExerciseId activity) {
    for (const auto stressor : all_stressors) {
        const auto& guard = assessment.tolerance.of[stressor].protective;
        if (guard && assessment.catalogue().exercises[activity].loads[stressor].interval.best > *guard) {
            return stressor;
        }
    }
    return std::nullopt;
}

class PathBuilder {
public:
    PathBuilder(const Assessment& assessment, ExerciseId target, bool waits)
        : assessment_(assessment), catalogue_(assessment.catalogue()), target_(target), waits_(waits) {}

    /// What may be a rung or a stop on the way.
    ExerciseSet usable() const {
        ExerciseSet set(catalogue_.exercises.size());
        for (std::uint16_t at = 0; at < catalogue_.exercises.size(); ++at) {
            if (may_step_on(ExerciseId{at})) {
                set.insert(ExerciseId{at});
            }
        }
        return set;
    }

    Steps steps_from(std::optional<ExerciseId> today, Steps ladder) const {
        if (!today) {
            return ladder;
        }
        drop_below(*today, ladder);
        Steps steps;
        const auto foot = ladder.front().exercise;
        const auto bridge =
            assessment_.knowledge->graph.gentlest_path(*today, foot, bridge_model(), bridge_stops(*today, foot));
        for (const auto id : bridge) {
            if (id != foot) {
                steps.push_back({id, std::nullopt, {}, {}});
            }
        }
        if (*today == foot) {
            ladder.front().text.clear();
        }
        std::ranges::copy(ladder, std::back_inserter(steps));
        return steps;
    }

private:
    /// Rungs of today's own family that ask for less than today's exercise are behind the patient.
    void drop_below(ExerciseId today, Steps& ladder) const {
        const auto& now = catalogue_.exercises[today];
        const auto is_behind = [&](const LadderStep& step) {
            const auto& rung = catalogue_.exercises[step.exercise];
            return rung.family == now.family && rung.level < now.level;
        };
        while (ladder.size() > 1 && is_behind(ladder.front())) {
            ladder.erase(ladder.begin());
        }
    }

    /// While it waits, steps that are barred only for now may be named: they start after the bar's end.
    bool is_barred(ExerciseId id) const {
        if (!waits_) {
            return contraindication(assessment_, id).has_value();
        }
        const auto* bar = bar_of(assessment_, id);
        return bar != nullptr && std::holds_alternative<Always>(bar->until);
    }

    bool may_step_on(ExerciseId id) const {
        const auto& exercise = catalogue_.exercises[id];
        const auto& target = catalogue_.exercises[target_];
        const bool at_hand = is_at_hand_for(assessment_, id, target_);
        const auto adds = [&](const char* trait) { return has(exercise.traits, trait) && !has(target.traits, trait); };
        return at_hand && !is_barred(id) && !adds("high-fall-risk") && !adds("contact") &&
               !has(assessment_.patient.overrides.exclude, id);
    }

    ExerciseSet bridge_stops(ExerciseId today, ExerciseId foot) const {
        std::set<FamilyId> families;
        for (const auto end : {today, foot}) {
            const auto family = catalogue_.exercises[end].family;
            families.insert(family);
            for (const auto related : catalogue_.families[family].related) {
                families.insert(related);
            }
        }
        const auto& patterns = catalogue_.families[catalogue_.exercises[target_].family].patterns;
        ExerciseSet stops(catalogue_.exercises.size());
        for (const auto family : families) {
            const auto& members = catalogue_.families[family];
            const bool shares =
                std::ranges::any_of(members.patterns, [&](const std::string& one) { return has(patterns, one); });
            const bool is_target = family == catalogue_.exercises[target_].family;
            for (const auto id : members.exercises) {
                if (shares && !is_target && may_step_on(id)) {
                    stops.insert(id);
                }
            }
        }
        return stops;
    }

    BridgeModel bridge_model() const {
        const auto weight = [&](const char* key) {
            const auto& weights = catalogue_.rules.search.return_path;
            const auto found = weights.find(key);
            return found == weights.end() ? 0 : found->second;
        };
        BridgeModel model;
        for (const auto stressor : all_stressors) {
            model.sensitivity[stressor] = static_cast<double>(assessment_.tolerance.of[stressor].weight);
        }
        for (std::uint16_t at = 0; at < catalogue_.exercises.size(); ++at) {
            model.unfamiliar.push_back(unfamiliarity(catalogue_, ExerciseId{at}));
        }
        model.per_step = weight("base");
        model.distance = weight("distance");
        model.unfamiliarity = weight("unfamiliar");
        model.relief_undone = weight("relief_undone");
        return model;
    }

    const Assessment& assessment_;
    const Catalogue& catalogue_;
    ExerciseId target_;
    bool waits_;
};

Dose dose_of(const Assessment& assessment, const LadderStep& step, const Aggravation& aggravation) {
    Dose dose;
    if (!step.intervals.empty()) {
        dose.intervals = intervals_text(assessment.say, step.intervals);
    } else if (step.minutes) {
        dose.minutes_per_bout = Range{*step.minutes, *step.minutes};
    } else if (step.exercise == aggravation.exercise && aggravation.dose.minutes) {
        dose.minutes_per_bout = Range{*aggravation.dose.minutes, *aggravation.dose.minutes};
    } else if (step.exercise == aggravation.exercise) {
        dose.text = assessment.say.at("plan.dose.as_before");
        return dose;
    } else {
        return dose_for(assessment, step.exercise);
    }
    write_text(dose, assessment.say);
    return dose;
}

std::vector<Change> rises(const Catalogue& catalogue, ExerciseId from, ExerciseId to) {
    std::vector<Change> list;
    for (const auto stressor : all_stressors) {
        const auto a = catalogue.exercises[from].loads[stressor].interval.best;
        const auto b = catalogue.exercises[to].loads[stressor].interval.best;
        if (catalogue.rules.scales.normal_of(stressor, b) > catalogue.rules.scales.normal_of(stressor, a)) {
            list.push_back({stressor, a.value, b.value});
        }
    }
    return list;
}

void add_texts(std::vector<std::string>& texts, const Say& say, const std::vector<std::string>& ids) {
    for (const auto& id : ids) {
        texts.push_back(say.at("return." + id));
    }
}

void write_stages(ReturnPath& path,
                  const Assessment& assessment,
                  const Aggravation& aggravation,
                  const Steps& steps,
                  const ReturnPathRule* curated) {
    const auto& catalogue = assessment.catalogue();
    const auto& rules = catalogue.rules.returns;
    bool entered = false;
    for (std::size_t at = 0; at < steps.size(); ++at) {
        ReturnStage stage;
        stage.stage = static_cast<int>(at) + 1;
        stage.exercise = view_of(catalogue, assessment.say, steps[at].exercise);
        stage.dose = dose_of(assessment, steps[at], aggravation);
        if (at > 0) {
            stage.load_rise = rises(catalogue, steps[at - 1].exercise, steps[at].exercise);
            add_texts(stage.enter_if, assessment.say, rules.enter);
            add_texts(stage.back_if, assessment.say, rules.back);
        }
        if (!steps[at].text.empty()) {
            stage.enter_if.push_back(assessment.say.at("return." + steps[at].text));
        }
        const auto family = catalogue.exercises[steps[at].exercise].family;
        if (curated != nullptr && !entered && has(curated->families, family)) {
            entered = true;
            add_texts(stage.enter_if, assessment.say, rules.first);
            add_texts(stage.enter_if, assessment.say, curated->entry);
        }
        path.stages.push_back(std::move(stage));
    }
}

}  // namespace

ReturnPath
find_return_path(const Assessment& assessment, const Aggravation& aggravation, std::optional<ExerciseId> today) {
    const auto target = aggravation.exercise;
    ReturnPath path;
    path.kind = ReturnKind::open;
    if (const auto* bar = bar_of(assessment, target)) {
        path.reason = bar->reason;
        path.sources = bar->sources;
        if (std::holds_alternative<Always>(bar->until)) {
            path.kind = ReturnKind::barred;
            return path;
        }
        path.kind = ReturnKind::wait;
        path.until = until_text(assessment, *bar);
    } else if (const auto guarded = guarded_stressor(assessment, target)) {
        const Values values = {{"stressor", assessment.say.stressor(*guarded)}};
        path.kind = ReturnKind::wait;
        path.reason = assessment.say.with("plan.return.guarded", values);
        path.until = assessment.say.at("plan.return.until_lifted");
    }
    const auto* curated = curated_for(assessment.catalogue(), target);
    const PathBuilder builder(assessment, target, path.kind == ReturnKind::wait);
    const auto steps = builder.steps_from(today, ladder_to(assessment.catalogue(), target, curated, builder.usable()));
    const auto& sources = curated == nullptr ? assessment.catalogue().rules.returns.sources : curated->sources;
    path.sources.insert(path.sources.end(), sources.begin(), sources.end());
    write_stages(path, assessment, aggravation, steps, curated);
    return path;
}

}  // namespace detour
