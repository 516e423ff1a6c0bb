// SPDX-License-Identifier: Apache-2.0
#include "app/catalogue_text.h"

#include "base/text.h"
#include "model/course_step.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace detour {
namespace {

using Json = nlohmann::ordered_json;

const ExerciseText& text_of(const Catalogue& catalogue, ExerciseId id) {
    return catalogue.language("en").exercises[id];
}

std::string words_or_none(const std::vector<std::string>& words) {
    return words.empty() ? "none" : join(words, ", ");
}

std::string interval_text(const LoadEstimate& load) {
    return fmt::format("{} ({} to {})",
                       number_text(load.interval.best.value),
                       number_text(load.interval.low.value),
                       number_text(load.interval.high.value));
}

std::string basis_text(const LoadEstimate& load) {
    auto text = std::string(id_of(load.grade));
    if (!load.evidence.empty()) {
        text += ": " + join(load.evidence, ", ");
    }
    return load.reason.empty() ? text : text + "; " + load.reason;
}

std::string load_lines(const Catalogue& catalogue, ExerciseId id) {
    std::string text = "loads, best (low to high):\n";
    for (const auto stressor : all_stressors) {
        const auto& load = catalogue.exercises[id].loads[stressor];
        text += fmt::format("  {:<15} {:<22} {:<14} {:<10} {}\n",
                            id_of(stressor),
                            interval_text(load),
                            unit_of(stressor),
                            id_of(catalogue.mark_of(id, stressor)),
                            basis_text(load));
    }
    return text;
}

std::string tag_names(const Catalogue& catalogue, const std::vector<TagId>& tags) {
    std::vector<std::string> names;
    for (const auto tag : tags) {
        names.push_back(catalogue.rules.tags[tag].slug);
    }
    return words_or_none(names);
}

std::string swap_lines(const Catalogue& catalogue, ExerciseId id) {
    std::string text;
    for (const auto& swap : catalogue.swaps) {
        if (swap.from == id) {
            text += fmt::format("instead of it: {} ({})\n", catalogue.exercises[swap.to].slug, swap.reason);
        }
        if (swap.to == id) {
            text += fmt::format("given instead of: {} ({})\n", catalogue.exercises[swap.from].slug, swap.reason);
        }
    }
    return text;
}

std::string until_text(const Until& until) {
    struct Visitor {
        std::string operator()(Always) const { return "always"; }
        std::string operator()(ThroughStage stage) const {
            return fmt::format("to the end of the {} stage", id_of(stage.stage));
        }
        std::string operator()(ForWeeks weeks) const { return fmt::format("for {} weeks", weeks.weeks); }
        std::string operator()(const WhileTrue& condition) const { return "while " + describe(condition.expression); }
    };
    return std::visit(Visitor{}, until);
}

std::string support_text(const Support& support) {
    return fmt::format("[{}{}]", words_or_none(support.sources), support.verified ? "" : "; not verified");
}

std::string bar_lines(const Catalogue& catalogue, const char* title, const std::vector<Bar>& bars) {
    std::string text;
    for (const auto& bar : bars) {
        text += fmt::format("  {} {}: {} {}: {} {}\n",
                            title,
                            bar.id,
                            tag_names(catalogue, bar.tags),
                            until_text(bar.until),
                            bar.reason,
                            support_text(bar.support));
    }
    return text;
}

}  // namespace

std::string list_line(const Catalogue& catalogue, ExerciseId id) {
    return fmt::format("{:<38} {}\n", catalogue.exercises[id].slug, text_of(catalogue, id).name);
}

std::string list_json(const Catalogue& catalogue, ExerciseId id) {
    const auto& exercise = catalogue.exercises[id];
    const auto& family = catalogue.families[exercise.family];
    Json loads = Json::object();
    for (const auto stressor : all_stressors) {
        const auto& load = exercise.loads[stressor];
        loads[std::string(id_of(stressor))] = {{"low", load.interval.low.value},
                                               {"best", load.interval.best.value},
                                               {"high", load.interval.high.value},
                                               {"unit", unit_of(stressor)},
                                               {"grade", id_of(load.grade)},
                                               {"evidence", load.evidence}};
    }
    std::vector<std::string> tags;
    for (const auto tag : exercise.tags) {
        tags.push_back(catalogue.rules.tags[tag].slug);
    }
    const Json line = {{"id", exercise.slug},
                       {"name", text_of(catalogue, id).name},
                       {"family", family.slug},
                       {"environment", exercise.environment},
                       {"level", exercise.level},
                       {"equipment", exercise.equipment},
                       {"purposes", family.purposes},
                       {"met", exercise.met.value},
                       {"tags", tags},
                       {"loads", loads}};
    return line.dump() + "\n";
}

std::string show_exercise(const Catalogue& catalogue, ExerciseId id) {
    const auto& exercise = catalogue.exercises[id];
    const auto& family = catalogue.families[exercise.family];
    auto text = fmt::format("{}: {}\n", exercise.slug, text_of(catalogue, id).name);
    text += fmt::format(
        "family {}, level {}, {}, {}\n", family.slug, exercise.level, exercise.environment, exercise.position);
    text += fmt::format("trains {}; patterns {}\n", words_or_none(family.purposes), words_or_none(family.patterns));
    text += fmt::format("equipment {}; {} MET ({})\n",
                        words_or_none(exercise.equipment),
                        number_text(exercise.met.value),
                        words_or_none(exercise.met_evidence));
    text += load_lines(catalogue, id);
    text += fmt::format("traits: {}\ntags: {}\n", words_or_none(exercise.traits), tag_names(catalogue, exercise.tags));
    return text + swap_lines(catalogue, id);
}

std::string show_family(const Catalogue& catalogue, FamilyId id) {
    const auto& family = catalogue.families[id];
    auto text = fmt::format("family {}: {}\n", family.slug, catalogue.language("en").family_names[id]);
    text += fmt::format("trains {}; meant when only the family is named: {}\n",
                        words_or_none(family.purposes),
                        catalogue.exercises[family.reference].slug);
    for (const auto exercise : family.exercises) {
        text += fmt::format("  level {}  {}", catalogue.exercises[exercise].level, list_line(catalogue, exercise));
    }
    return text;
}

std::string show_condition(const Catalogue& catalogue, ConditionId id) {
    const auto& condition = catalogue.conditions[id];
    auto text = fmt::format("condition {}: {}\n",
                            condition.slug,
                            catalogue.language("en").phrases.at("condition." + condition.slug + ".name"));
    for (const auto& code : condition.icd10cm) {
        text += fmt::format("  ICD-10-CM {} {} {}\n", code.code, code.title, support_text(code.support));
    }
    for (const auto stressor : all_stressors) {
        const auto& row = condition.sensitivity[stressor];
        const bool locked = std::ranges::find(condition.locked, stressor) != condition.locked.end();
        text += fmt::format("  {:<15} acute {}, subacute {}, persistent {}{} {} {}\n",
                            id_of(stressor),
                            id_of(row.by_stage[Stage::acute]),
                            id_of(row.by_stage[Stage::subacute]),
                            id_of(row.by_stage[Stage::persistent]),
                            locked ? ", locked" : "",
                            row.why,
                            support_text(row.support));
    }
    text += bar_lines(catalogue, "barred", condition.absolute);
    text += bar_lines(catalogue, "caution", condition.relative);
    text += bar_lines(catalogue, "only", condition.allow_only);
    for (const auto& good : condition.good_for) {
        text += fmt::format(
            "  helps ({}): {}: {} {}\n", good.grade, describe(good.match), good.says, support_text(good.support));
    }
    return text;
}

std::string show_tag(const Catalogue& catalogue, TagId id) {
    const auto& tag = catalogue.rules.tags[id];
    auto text = fmt::format("tag {}: {}\n  when {}\nexercises:\n", tag.slug, tag.meaning, describe(tag.when));
    for (const auto& exercise : catalogue.exercises) {
        if (std::ranges::binary_search(exercise.tags, id)) {
            text += "  " + exercise.slug + "\n";
        }
    }
    text += "used by:\n";
    const auto uses = [&](const std::vector<TagId>& tags) { return std::ranges::find(tags, id) != tags.end(); };
    for (const auto& rule : catalogue.rules.rules) {
        if (uses(rule.then.exclude) || uses(rule.then.caution_tags)) {
            text += "  rule " + rule.id + "\n";
        }
    }
    for (const auto& condition : catalogue.conditions) {
        for (const auto* bars : {&condition.absolute, &condition.relative, &condition.allow_only}) {
            for (const auto& bar : *bars) {
                if (uses(bar.tags)) {
                    text += fmt::format("  condition {}, {}\n", condition.slug, bar.id);
                }
            }
        }
    }
    return text;
}

void add_limit(std::vector<std::string>& parts, const char* name, const std::optional<double>& value) {
    if (value) {
        parts.push_back(fmt::format("{} {}", name, number_text(*value)));
    }
}

std::string limits_text(const DoseLimits& limits) {
    const auto whole = [](const std::optional<int>& value) {
        return value ? std::optional<double>(*value) : std::nullopt;
    };
    std::vector<std::string> parts;
    add_limit(parts, "effort at most", limits.effort_max);
    add_limit(parts, "minutes at most", limits.minutes_max);
    add_limit(parts, "minutes on a seat at most", limits.sit_minutes_max);
    add_limit(parts, "sets at most", whole(limits.sets_max));
    add_limit(parts, "repetitions at least", whole(limits.reps_min));
    add_limit(parts, "repetitions at most", whole(limits.reps_max));
    add_limit(parts, "hold at most s", limits.hold_max);
    add_limit(parts, "rest at least s", limits.rest_min);
    add_limit(parts, "load at most kg", limits.load_kg_max);
    add_limit(parts, "days at most", whole(limits.days_max));
    add_limit(parts, "exercises at most", whole(limits.exercises_max));
    add_limit(parts, "volume times", limits.volume_factor);
    add_limit(parts, "warm-up at least min", limits.warmup_min);
    add_limit(parts, "cool-down at least min", limits.cooldown_min);
    return join(parts, ", ");
}

std::string decision_lines(const RuleEffects& then) {
    std::string text;
    if (then.decision) {
        text += fmt::format("  then {}", id_of(*then.decision));
        text += then.urgency == Urgency::none ? "\n" : fmt::format(", urgency {}\n", id_of(then.urgency));
    }
    if (then.see_clinician != Urgency::none) {
        text += fmt::format("  advises to see a clinician: {}\n", id_of(then.see_clinician));
    }
    if (then.irritability) {
        text += fmt::format("  then irritability {}\n", id_of(*then.irritability));
    }
    if (!then.speaks_for.empty()) {
        text += "  speaks for " + then.speaks_for + "\n";
    }
    if (then.step != CourseStep::none) {
        text += fmt::format("  step: {}\n", id_of(then.step));
    }
    return text;
}

std::string effect_lines(const Catalogue& catalogue, const RuleEffects& then) {
    auto text = decision_lines(then);
    if (!then.exclude.empty()) {
        text += "  bars " + tag_names(catalogue, then.exclude) + "\n";
    }
    if (!then.caution_tags.empty()) {
        text += "  cautions " + tag_names(catalogue, then.caution_tags) + "\n";
    }
    if (then.condition) {
        text += "  adds the condition " + catalogue.conditions[*then.condition].slug + "\n";
    }
    for (const auto& cap : then.caps) {
        text += fmt::format("  caps {} at {} {}{}\n",
                            id_of(cap.stressor),
                            number_text(cap.at_most.value),
                            unit_of(cap.stressor),
                            cap.is_protective ? ", protective" : "");
    }
    if (then.dose != DoseLimits{}) {
        text += "  dose: " + limits_text(then.dose) + "\n";
    }
    for (const auto& dose : then.doses) {
        text += fmt::format("  dose where {}: {}\n", describe(dose.match), limits_text(dose.limits));
    }
    return text;
}

std::string show_rule(const Catalogue& catalogue, const Rule& rule) {
    auto text = fmt::format("rule {}: {}\n  when {}\n", rule.id, rule.statement, describe(rule.when));
    if (rule.asked) {
        text += "  asked when " + describe(*rule.asked) + (rule.must_answer ? "; withholds the handout\n" : "\n");
    }
    if (rule.explained) {
        text += "  explained when " + describe(*rule.explained) + "\n";
    }
    if (rule.on_unknown == OnUnknown::apply) {
        text += "  an unknown answer counts as yes\n";
    }
    text += effect_lines(catalogue, rule.then);
    const auto& phrases = catalogue.language("en").phrases;
    for (const auto* part : {"question", "caution", "until", "patient"}) {
        const auto key = fmt::format("rule.{}.{}", rule.id, part);
        if (phrases.has(key)) {
            text += fmt::format("  {}: {}\n", part, phrases.at(key));
        }
    }
    for (const auto& source : rule.support.sources) {
        if (const auto found = catalogue.sources.find(source); found != catalogue.sources.end()) {
            text += fmt::format(
                "  source {}: {} {} {}\n", source, found->second.authors, found->second.title, found->second.at);
        }
    }
    return text + (rule.support.verified ? "" : "  not verified in the source: judged\n");
}

std::optional<std::string> show_anything(const Catalogue& catalogue, const std::string& id) {
    if (const auto exercise = catalogue.find_exercise(id)) {
        return show_exercise(catalogue, *exercise);
    }
    if (const auto family = catalogue.find_family(id)) {
        return show_family(catalogue, *family);
    }
    if (const auto condition = catalogue.find_condition(id)) {
        return show_condition(catalogue, *condition);
    }
    if (const auto tag = catalogue.find_tag(id)) {
        return show_tag(catalogue, *tag);
    }
    const auto rule = std::ranges::find(catalogue.rules.rules, id, &Rule::id);
    return rule == catalogue.rules.rules.end() ? std::nullopt : std::optional{show_rule(catalogue, *rule)};
}

std::vector<std::string> all_ids(const Catalogue& catalogue) {
    std::vector<std::string> ids;
    const auto add = [&](const auto& table) {
        for (const auto& item : table) {
            ids.push_back(item.slug);
        }
    };
    add(catalogue.exercises);
    add(catalogue.families);
    add(catalogue.conditions);
    add(catalogue.rules.tags);
    for (const auto& rule : catalogue.rules.rules) {
        ids.push_back(rule.id);
    }
    return ids;
}

namespace {

struct Rows {
    std::size_t all = 0;
    std::size_t verified = 0;

    void add(const Support& support) {
        ++all;
        verified += support.verified ? 1U : 0U;
    }
};

/// Sensitivities, bars, allow lists, evidence, misfits and codes of all conditions.
Rows rows_of_conditions(const Catalogue& catalogue) {
    Rows rows;
    const auto add_all = [&](const auto& list) {
        for (const auto& one : list) {
            rows.add(one.support);
        }
    };
    for (const auto& condition : catalogue.conditions) {
        for (const auto stressor : all_stressors) {
            rows.add(condition.sensitivity[stressor].support);
        }
        add_all(condition.absolute);
        add_all(condition.relative);
        add_all(condition.allow_only);
        add_all(condition.good_for);
        add_all(condition.misfit);
        add_all(condition.icd10cm);
    }
    return rows;
}

}  // namespace

std::string summary_of(const Catalogue& catalogue) {
    const auto rows = rows_of_conditions(catalogue);
    std::size_t verified_rules = 0;
    for (const auto& rule : catalogue.rules.rules) {
        verified_rules += rule.support.verified ? 1 : 0;
    }
    std::size_t verified_rows = 0;
    for (const auto& [id, row] : catalogue.evidence) {
        verified_rows += row.verified ? 1 : 0;
    }
    auto text = fmt::format("catalogue {} {}\n", catalogue.id, catalogue.sha256.substr(0, 8));
    text += fmt::format("{} exercises in {} families, {} curated swaps, {} figures\n",
                        catalogue.exercises.size(),
                        catalogue.families.size(),
                        catalogue.swaps.size(),
                        catalogue.figures.size());
    text += fmt::format("{} conditions with {} rows ({} verified), {} rules ({} verified), {} tags\n",
                        catalogue.conditions.size(),
                        rows.all,
                        rows.verified,
                        catalogue.rules.rules.size(),
                        verified_rules,
                        catalogue.rules.tags.size());
    text += fmt::format("{} sources, {} evidence rows ({} verified)\n",
                        catalogue.sources.size(),
                        catalogue.evidence.size(),
                        verified_rows);
    for (const auto stressor : all_stressors) {
        std::array<int, 4> by_grade{};
        for (const auto& exercise : catalogue.exercises) {
            ++by_grade.at(static_cast<std::size_t>(exercise.loads[stressor].grade));
        }
        text += fmt::format("  {:<15} measured {}, scaled {}, analogue {}, judged {}\n",
                            id_of(stressor),
                            by_grade[0],
                            by_grade[1],
                            by_grade[2],
                            by_grade[3]);
    }
    return text;
}

}  // namespace detour
