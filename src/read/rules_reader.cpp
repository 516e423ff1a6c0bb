// SPDX-License-Identifier: Apache-2.0
// data/rules/*.yaml with `rules:`, and tags.yaml.
#include "base/text.h"
#include "model/course_step.h"
#include "read/draft.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace detour {
namespace {

struct KindWord {
    std::string_view word;
    RuleKind kind;
};
constexpr std::array<KindWord, 14> kinds = {{{"red-flag", RuleKind::red_flag},
                                             {"hold", RuleKind::hold},
                                             {"soreness", RuleKind::soreness},
                                             {"irritability", RuleKind::irritability},
                                             {"comorbidity", RuleKind::comorbidity},
                                             {"medication", RuleKind::medication},
                                             {"pool", RuleKind::pool},
                                             {"surgery", RuleKind::surgery},
                                             {"age", RuleKind::age},
                                             {"pregnancy", RuleKind::pregnancy},
                                             {"session", RuleKind::session},
                                             {"dose", RuleKind::dose},
                                             {"progression", RuleKind::progression},
                                             {"wording", RuleKind::wording}}};

RuleKind read_kind(YamlMap& map) {
    static const auto words = [] {
        std::vector<std::string> all;
        for (const auto& row : kinds) {
            all.emplace_back(row.word);
        }
        return all;
    }();
    const auto word = map.one_of("kind", words);
    const auto found = std::ranges::find(kinds, word, &KindWord::word);
    return found == kinds.end() ? RuleKind::session : found->kind;
}

std::optional<Decision> read_decision(YamlMap& map) {
    const auto word = map.optional_one_of("decision", {"refer", "hold", "continue", "substitute"});
    for (const auto decision : {Decision::continue_, Decision::substitute, Decision::hold, Decision::refer}) {
        if (word == id_of(decision)) {
            return decision;
        }
    }
    return std::nullopt;
}

Urgency read_urgency(YamlMap& map, std::string_view key, const std::vector<std::string>& words) {
    const auto word = map.optional_one_of(key, words);
    for (const auto urgency : {Urgency::routine, Urgency::soon, Urgency::same_day, Urgency::emergency}) {
        if (word == id_of(urgency)) {
            return urgency;
        }
    }
    return Urgency::none;
}

std::vector<RuleCap> read_rule_caps(YamlMap& then, const Draft& draft) {
    std::vector<RuleCap> caps;
    for (const auto& value : then.optional_list("caps")) {
        auto map = value.map();
        RuleCap cap;
        const auto stressor = map.require("stressor");
        cap.stressor = stressor ? read_stressor(*stressor).value_or(Stressor::compression) : Stressor::compression;
        if (const auto at_most = map.require("at_most"); at_most && at_most->is_text()) {
            const auto mark = mark_from(*at_most->text());
            cap.at_most = mark ? draft.catalogue.rules.scales.cap_at(cap.stressor, *mark)
                               : Load{at_most->number({0, 20}).value_or(0)};
        }
        cap.is_protective = map.optional_truth("protective").value_or(false);
        map.finish();
        caps.push_back(cap);
    }
    return caps;
}

DoseLimits read_dose_limits(YamlMap map) {
    DoseLimits limits;
    limits.effort_max = map.optional_number("effort_max", {0, 10});
    limits.minutes_max = map.optional_number("minutes_max", {0, 600});
    limits.sit_minutes_max = map.optional_number("sit_minutes_max", {0, 600});
    limits.sets_max = map.optional_integer("sets_max", 0, 20);
    limits.reps_min = map.optional_integer("reps_min", 0, 200);
    limits.reps_max = map.optional_integer("reps_max", 0, 200);
    limits.hold_max = map.optional_number("hold_max", {0, 600});
    limits.rest_min = map.optional_number("rest_min", {0, 600});
    limits.load_kg_max = map.optional_number("load_kg_max", {0, 500});
    limits.days_max = map.optional_integer("days_max", 0, 7);
    limits.exercises_max = map.optional_integer("exercises_max", 0, 20);
    limits.volume_factor = map.optional_number("volume_factor", {0, 1});
    limits.warmup_min = map.optional_number("warmup_min", {0, 60});
    limits.cooldown_min = map.optional_number("cooldown_min", {0, 60});
    map.finish();
    return limits;
}

/// The limits for some exercises only.
std::vector<DoseFor> read_doses_for(YamlMap& then, Draft& draft) {
    std::vector<DoseFor> doses;
    for (const auto& value : then.optional_list("doses")) {
        auto map = value.map();
        DoseFor dose;
        dose.match = read_over_exercise(map.require("match"), draft).value_or(Expression{});
        dose.limits = read_dose_limits(std::move(map));
        if (dose.limits.exercises_max) {
            value.error("'exercises_max' is about the whole program; it belongs in 'dose'");
        }
        doses.push_back(std::move(dose));
    }
    return doses;
}

CourseStep read_step(YamlMap& then) {
    std::vector<std::string> words;
    for (const auto step : all_course_steps) {
        words.emplace_back(id_of(step));
    }
    const auto found = std::ranges::find(words, then.optional_one_of("step", words));
    return found == words.end() ? CourseStep::none
                                : all_course_steps.at(static_cast<std::size_t>(found - words.begin()));
}

RuleEffects read_effects(const YamlValue& value, Draft& draft) {
    RuleEffects effects;
    auto map = value.map();
    effects.decision = read_decision(map);
    effects.urgency = read_urgency(map, "urgency", {"emergency", "same-day", "soon", "routine"});
    effects.irritability = read_irritability(map.find("irritability"));
    effects.speaks_for = map.optional_one_of("speaks_for", {"soreness", "pain"});
    effects.exclude = read_tags(map.optional_list("exclude"), draft);
    effects.caution_tags = read_tags(map.optional_list("caution_tags"), draft);
    if (const auto condition = map.find("condition")) {
        const auto index = draft.conditions.resolve(*condition);
        effects.condition = index ? std::optional{ConditionId{*index}} : std::nullopt;
    }
    effects.caps = read_rule_caps(map, draft);
    if (auto dose = map.optional_map("dose")) {
        effects.dose = read_dose_limits(std::move(*dose));
    }
    effects.doses = read_doses_for(map, draft);
    effects.step = read_step(map);
    effects.see_clinician = read_urgency(map, "see_clinician", {"same-day", "soon", "routine"});
    effects.ask = map.optional_truth("ask").value_or(false);
    effects.caution = map.optional_truth("caution").value_or(false);
    effects.hold_until = map.optional_truth("hold_until").value_or(false);
    effects.info = map.optional_truth("info").value_or(false);
    map.finish();
    return effects;
}

OnUnknown read_on_unknown(YamlMap& map) {
    const auto word = map.optional_one_of("unknown", {"ignore", "ask", "apply"});
    if (word == "ask") {
        return OnUnknown::ask;
    }
    return word == "apply" ? OnUnknown::apply : OnUnknown::ignore;
}

void read_flag_parts(YamlMap& map, Rule& rule, Draft& draft) {
    if (const auto flag = map.find("flag")) {
        std::vector<std::string> keys;
        for (const auto& [key, meaning] : draft.catalogue.rules.vocabulary.red_flags) {
            keys.push_back(key);
        }
        rule.flag = flag->one_of(keys).value_or("");
    }
    const auto asked = map.find("asked");
    rule.asked = read_over_patient(asked, draft);
    rule.explained = read_over_patient(map.find("explained"), draft);
    rule.must_answer = map.optional_truth("must_answer").value_or(false);
    if ((asked || rule.must_answer || rule.explained) && rule.kind != RuleKind::red_flag) {
        map.error("'asked', 'must_answer' and 'explained' belong to red flags");
    }
}

void note_texts(const Rule& rule, const YamlValue& where, Draft& draft) {
    const auto key = [&](const char* part) { return fmt::format("rule.{}.{}", rule.id, part); };
    const bool is_asked = rule.asked || rule.then.ask || rule.on_unknown == OnUnknown::ask;
    const auto stops = rule.then.decision == Decision::refer || rule.then.decision == Decision::hold;
    if (is_asked) {
        need_text(draft, key("question"), where);
    }
    if (rule.then.caution) {
        need_text(draft, key("caution"), where);
    }
    if (rule.then.hold_until) {
        need_text(draft, key("until"), where);
    }
    if (stops) {
        need_text(draft, key("patient"), where);
    }
    draft.texts.allowed.insert(key("patient"));
}

void read_rule(const YamlValue& value, Draft& draft) {
    Rule rule;
    auto map = value.map();
    rule.id = map.text("id");
    rule.kind = read_kind(map);
    read_flag_parts(map, rule, draft);
    rule.when = read_over_patient(map.require("when"), draft).value_or(Expression{});
    if (const auto then = map.require("then")) {
        rule.then = read_effects(*then, draft);
        if (rule.then == RuleEffects{} && then->is_map()) {
            then->error("the rule has no effect");
        }
    }
    if (rule.then.step != CourseStep::none && rule.kind != RuleKind::progression) {
        map.error("'step' belongs to rules of the kind progression");
    }
    rule.on_unknown = read_on_unknown(map);
    rule.statement = map.text("statement");
    rule.support = read_support(map, draft);
    map.finish();
    note_texts(rule, value, draft);
    draft.catalogue.rules.rules.push_back(std::move(rule));
}

}  // namespace

void read_rule_file(YamlMap& root, Draft& draft) {
    for (const auto& value : root.list("rules")) {
        read_rule(value, draft);
    }
}

void read_tag_file(YamlMap& root, Draft& draft) {
    for (const auto& value : root.list("tags")) {
        auto map = value.map();
        Tag tag;
        tag.slug = map.text("tag");
        tag.meaning = map.text("meaning");
        const auto when = map.require("when");
        tag.when = read_over_exercise(when, draft).value_or(Expression{});
        map.finish();
        if (std::ranges::binary_search(fields_of(tag.when), "tags")) {
            when->error("a tag may not be defined by other tags; use traits and loads");
        }
        if (const auto index = draft.tags.find(tag.slug)) {
            draft.catalogue.rules.tags[{*index}] = std::move(tag);
        }
    }
}

}  // namespace detour
