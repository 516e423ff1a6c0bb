// SPDX-License-Identifier: Apache-2.0
// data/conditions/ID.yaml.
#include "model/stages.h"
#include "read/draft.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace detour {
namespace {

constexpr int most_weeks = 520;
constexpr double highest_load = 20;

std::optional<ConditionId> read_condition_id(const std::optional<YamlValue>& value, Draft& draft) {
    const auto index = value ? draft.conditions.resolve(*value) : std::nullopt;
    return index ? std::optional{ConditionId{*index}} : std::nullopt;
}

bool is_code(std::string_view code) {
    const auto is_upper = [](char byte) { return byte >= 'A' && byte <= 'Z'; };
    const auto is_digit = [](char byte) { return byte >= '0' && byte <= '9'; };
    const bool form = code.size() >= 3 && code.size() <= 8 && is_upper(code[0]) && is_digit(code[1]);
    return form && (code.size() == 3 || (code[3] == '.' && code.size() > 4));
}

void read_codes(YamlMap& root, Condition& condition, Draft& draft) {
    auto map = root.map("icd10cm");
    condition.icd_edition = map.integer("edition", 2015, 2100).value_or(0);
    for (const auto& value : map.list("codes")) {
        auto row = value.map();
        IcdCode code;
        code.code = row.text("code");
        code.title = row.text("title");
        code.support = read_support(row, draft);
        row.finish();
        if (!is_code(code.code)) {
            value.error(fmt::format("'{}' is no ICD-10-CM code", code.code));
        }
        condition.icd10cm.push_back(std::move(code));
    }
    map.finish();
}

SensitivityRow read_row(const YamlValue& value, Draft& draft) {
    SensitivityRow row;
    auto map = value.map();
    for (const auto stage : all_stages) {
        row.by_stage[stage] = read_sensitivity(map.require(id_of(stage))).value_or(Sensitivity::none);
    }
    row.why = map.text("why");
    row.support = read_support(map, draft);
    map.finish();
    return row;
}

Until read_until(const YamlValue& value, Draft& draft) {
    if (value.is_text()) {
        value.one_of({"always"});
        return Always{};
    }
    auto map = value.map();
    const auto stage = map.find("stage");
    const auto weeks = map.find("weeks");
    const auto condition = map.find("while");
    map.finish();
    if ((stage ? 1 : 0) + (weeks ? 1 : 0) + (condition ? 1 : 0) != 1) {
        value.error("expected always or one of {stage: ...}, {weeks: ...}, {while: ...}");
        return Always{};
    }
    if (stage) {
        return ThroughStage{read_stage(stage).value_or(Stage::persistent)};
    }
    if (weeks) {
        return ForWeeks{weeks->integer(1, most_weeks).value_or(most_weeks)};
    }
    return WhileTrue{read_over_patient(condition, draft).value_or(Expression{})};
}

void read_sensitivities(YamlMap& root, Condition& condition, Draft& draft) {
    auto map = root.map("sensitivity");
    for (const auto stressor : all_stressors) {
        if (const auto value = map.require(id_of(stressor))) {
            condition.sensitivity[stressor] = read_row(*value, draft);
        }
    }
    map.finish();
    condition.locked = read_stressors(root.optional_list("locked"));
    if (const auto until = root.find("locked_until")) {
        condition.locked_until = read_until(*until, draft);
    }
}

Bar read_bar(const YamlValue& value, Draft& draft) {
    Bar bar;
    auto map = value.map();
    if (const auto id = map.require("id")) {
        bar.id = id->text().value_or("");
    }
    bar.tags = read_tags(map.list("tags"), draft);
    if (map.is_sound() && bar.tags.empty()) {
        map.error("a contraindication names at least one tag");
    }
    if (const auto until = map.require("until")) {
        bar.until = read_until(*until, draft);
    }
    bar.reason = map.text("reason");
    bar.support = read_support(map, draft);
    map.finish();
    return bar;
}

std::vector<Bar> read_bars(YamlMap& map, std::string_view key, Draft& draft) {
    std::vector<Bar> bars;
    for (const auto& value : map.optional_list(key)) {
        bars.push_back(read_bar(value, draft));
    }
    return bars;
}

void read_caps_of(YamlMap& root, Condition& condition, Draft& draft) {
    for (const auto& value : root.optional_list("caps")) {
        auto map = value.map();
        ConditionCap cap;
        if (const auto stressor = map.require("stressor")) {
            cap.stressor = read_stressor(*stressor).value_or(Stressor::compression);
        }
        if (const auto at_most = map.require("at_most")) {
            cap.at_most = at_most->is_text() && mark_from(at_most->text().value_or(""))
                              ? draft.catalogue.rules.scales.cap_at(cap.stressor, *mark_from(*at_most->text()))
                              : Load{at_most->number({0, highest_load}).value_or(0)};
        }
        cap.unless = read_over_patient(map.find("unless"), draft);
        cap.why = map.text("why");
        cap.support = read_support(map, draft);
        map.finish();
        condition.caps.push_back(std::move(cap));
    }
}

void read_good_for(YamlMap& root, Condition& condition, Draft& draft) {
    std::vector<std::string> grades;
    for (const auto& [grade, weight] : draft.catalogue.rules.search.grades) {
        grades.push_back(grade);
    }
    for (const auto& value : root.optional_list("good_for")) {
        auto map = value.map();
        GoodFor good;
        good.match = read_over_exercise(map.require("match"), draft).value_or(Expression{});
        good.grade = map.one_of("grade", grades);
        good.says = map.text("says");
        good.support = read_support(map, draft);
        map.finish();
        condition.good_for.push_back(std::move(good));
    }
}

void read_signature(YamlMap& root, Condition& condition, Draft& draft) {
    for (const auto& value : root.optional_list("signature")) {
        auto map = value.map();
        const auto exercise = read_exercise_id(map.require("exercise"), draft);
        const auto when = map.find("when");
        auto expression = when ? read_over_patient(when, draft) : std::optional{Expression{}};
        map.finish();
        if (exercise && expression) {
            condition.signature.push_back({*exercise, std::move(*expression)});
        }
    }
}

void read_misfits(YamlMap& root, Condition& condition, Draft& draft) {
    for (const auto& value : root.optional_list("misfit")) {
        auto map = value.map();
        Misfit misfit;
        misfit.id = map.text("id");
        misfit.when = read_over_patient(map.require("when"), draft).value_or(Expression{});
        misfit.suggests = map.text("suggests");
        misfit.examine = map.text("examine");
        misfit.support = read_support(map, draft);
        map.finish();
        need_text(draft, fmt::format("misfit.{}.finding", misfit.id), value);
        condition.misfit.push_back(std::move(misfit));
    }
}

Clock read_clock(YamlMap& root) {
    const auto word = root.optional_one_of("stage_counts", {"onset", "surgery", "birth", "implant"});
    if (word == "surgery") {
        return Clock::surgery;
    }
    if (word == "birth") {
        return Clock::birth;
    }
    return word == "implant" ? Clock::implant : Clock::onset;
}

void need_texts_of(const Condition& condition, const YamlValue& where, Draft& draft) {
    for (const auto* part : {"name", "plain", "outlook"}) {
        need_text(draft, fmt::format("condition.{}.{}", condition.slug, part), where);
    }
}

}  // namespace

void read_condition_file(YamlMap& root, Draft& draft) {
    Condition condition;
    const auto name = root.require("condition");
    const auto slug = name ? name->text() : std::nullopt;
    const auto index = slug ? draft.conditions.find(*slug) : std::nullopt;
    if (!index) {
        return;
    }
    condition.slug = *slug;
    condition.synonyms = read_synonyms(root.find("synonyms"));
    read_codes(root, condition, draft);
    condition.default_stage = read_stage(root.require("default_stage")).value_or(Stage::acute);
    condition.clock = read_clock(root);
    condition.radicular_form = read_condition_id(root.find("radicular_form"), draft);
    condition.comorbidity = root.optional_text("comorbidity");
    read_sensitivities(root, condition, draft);
    read_caps_of(root, condition, draft);
    if (auto bars = root.optional_map("contraindications")) {
        condition.absolute = read_bars(*bars, "absolute", draft);
        condition.relative = read_bars(*bars, "relative", draft);
        bars->finish();
    }
    condition.allow_only = read_bars(root, "allow_only", draft);
    read_good_for(root, condition, draft);
    read_signature(root, condition, draft);
    read_misfits(root, condition, draft);
    for (const auto& value : root.optional_list("see_urgently")) {
        if (auto id = value.text()) {
            need_text(draft, "see_urgently." + *id, value);
            condition.see_urgently.push_back(std::move(*id));
        }
    }
    need_texts_of(condition, *name, draft);
    draft.catalogue.conditions[{*index}] = std::move(condition);
}

}  // namespace detour
