// SPDX-License-Identifier: Apache-2.0
#include "plan/bars.h"

#include "model/stages.h"

#include <algorithm>

namespace detour {
namespace {

/// The weeks that are known, else those that a stage of the file tells.
int least_weeks(const PatientCondition& condition) {
    return condition.weeks.value_or(condition.stage_given ? least_weeks_of(condition.stage) : 0);
}

/// Rules about a passing state end with it; a comorbidity or an age stays.
Until until_of(const Rule& rule) {
    switch (rule.kind) {
        case RuleKind::comorbidity:
        case RuleKind::medication:
        case RuleKind::age:
        case RuleKind::dose:
            return Always{};
        case RuleKind::red_flag:
        case RuleKind::hold:
        case RuleKind::soreness:
        case RuleKind::irritability:
        case RuleKind::pool:
        case RuleKind::surgery:
        case RuleKind::pregnancy:
        case RuleKind::session:
        case RuleKind::progression:
        case RuleKind::wording:
            return WhileTrue{rule.when};
    }
    return Always{};
}

/// A rule that asks only whether the patient swims speaks of access, wherever it is listed.
bool is_about_access(const Rule& rule) {
    const auto fields = fields_of(rule.when);
    return !fields.empty() && std::ranges::all_of(fields, [](const std::string& field) { return field == "swims"; });
}

ActiveBar bar_of(const Rule& rule, const std::vector<TagId>& tags) {
    return {
        rule.id, tags, until_of(rule), rule.statement, rule.support.sources, is_about_access(rule), std::nullopt, {}};
}

class Collector {
public:
    Collector(const Patient& patient, const Catalogue& catalogue, const Facts& facts)
        : patient_(patient), catalogue_(catalogue), facts_(facts) {}

    void add_condition(std::size_t at) {
        const auto& recorded = patient_.conditions[at];
        const auto& condition = catalogue_.conditions[recorded.id];
        add_all(condition.absolute, at, bars_.absolute);
        add_all(condition.relative, at, bars_.relative);
        add_all(condition.allow_only, at, bars_.allow_only);
    }

    void add_rule(const Rule& rule) {
        if (!rule.then.exclude.empty()) {
            add(bar_of(rule, rule.then.exclude), bars_.absolute);
        }
        if (!rule.then.caution_tags.empty()) {
            add(bar_of(rule, rule.then.caution_tags), bars_.relative);
        }
    }

    void add_surgeon(const Surgery& surgery, const Say& say) {
        for (const auto& word : surgery.forbids) {
            Expression while_forbidden;
            while_forbidden.kind = Expression::Kind::compare;
            while_forbidden.field = "surgery.surgeon_forbids";
            ActiveBar bar{surgeon_rule,
                          {},
                          WhileTrue{while_forbidden},
                          say.with("plan.why_not.surgeon", {{"word", word.written}}),
                          {},
                          false,
                          std::nullopt,
                          exercises_of(word, catalogue_)};
            bars_.absolute.push_back(std::move(bar));
        }
    }

    Bars take() { return std::move(bars_); }

private:
    void add(ActiveBar bar, std::vector<ActiveBar>& list) {
        (accepts_risk(patient_, bar.id) ? bars_.waived : list).push_back(std::move(bar));
    }

    void add_all(const std::vector<Bar>& bars, std::size_t at, std::vector<ActiveBar>& list) {
        for (const auto& bar : bars) {
            if (is_in_effect(bar.until, patient_.conditions[at], facts_)) {
                add({bar.id, bar.tags, bar.until, bar.reason, bar.support.sources, false, at, {}}, list);
            }
        }
    }

    const Patient& patient_;
    const Catalogue& catalogue_;
    const Facts& facts_;
    Bars bars_;
};

}  // namespace

bool is_in_effect(const Until& until, const PatientCondition& condition, const Facts& facts) {
    if (const auto* stage = std::get_if<ThroughStage>(&until)) {
        return condition.stage <= stage->stage;
    }
    if (const auto* weeks = std::get_if<ForWeeks>(&until)) {
        return least_weeks(condition) < weeks->weeks;
    }
    if (const auto* expression = std::get_if<WhileTrue>(&until)) {
        return evaluate(expression->expression, facts) != Truth::no;
    }
    return true;
}

bool accepts_risk(const Patient& patient, const std::string& rule) {
    return std::ranges::any_of(patient.overrides.accept_risk, [&](const AcceptedRisk& accepted) {
        return accepted.rule == rule && !accepted.reason.empty();
    });
}

bool bears(const Catalogue& catalogue, ExerciseId exercise, const ActiveBar& bar) {
    return std::ranges::any_of(bar.tags, [&](TagId tag) { return catalogue.has_tag(exercise, tag); }) ||
           std::ranges::find(bar.exercises, exercise) != bar.exercises.end();
}

std::vector<ExerciseId> exercises_of(const SurgeonWord& word, const Catalogue& catalogue) {
    std::vector<ExerciseId> ids;
    for (auto id = ExerciseId{}; id.value < catalogue.exercises.size(); ++id.value) {
        const bool is_meant = word.exercise == id || word.family == catalogue.exercises[id].family ||
                              (word.tag && catalogue.has_tag(id, *word.tag));
        if (is_meant) {
            ids.push_back(id);
        }
    }
    return ids;
}

Bars find_bars(const Patient& patient,
               const Catalogue& catalogue,
               const RuleOutcome& outcome,
               const Facts& facts,
               const Say& say) {
    Collector collector(patient, catalogue, facts);
    for (std::size_t at = 0; at < patient.conditions.size(); ++at) {
        collector.add_condition(at);
    }
    for (const auto& fired : outcome.fired) {
        collector.add_rule(*fired.rule);
    }
    for (const auto& surgery : patient.surgery) {
        collector.add_surgeon(surgery, say);
    }
    return collector.take();
}

}  // namespace detour
