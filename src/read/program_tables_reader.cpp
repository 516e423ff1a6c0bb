// SPDX-License-Identifier: Apache-2.0
// data/rules/dose.yaml, pain.yaml, program.yaml, probes.yaml, return_paths.yaml: from the answers to a program.
#include "model/stages.h"
#include "read/draft.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace detour {
namespace {

constexpr Bounds share{0, 1};
constexpr int most_days = 365;

DoseRow read_dose_row(YamlMap& map) {
    DoseRow row;
    row.minutes = read_dose_range(map, "minutes", {0, 600});
    row.bouts = read_dose_range(map, "bouts", {1, 20});
    row.days = read_dose_range(map, "days", {0, 7});
    row.sets = read_dose_range(map, "sets", {0, 20});
    row.reps = read_dose_range(map, "reps", {0, 200});
    row.hold_s = read_dose_range(map, "hold", {0, 600});
    row.rest_s = read_dose_range(map, "rest", {0, 900});
    row.effort = read_dose_range(map, "effort", {0, 10});
    return row;
}

using DoseTable = EnumArray<Stage, EnumArray<Irritability, DoseRow>>;

DoseTable read_dose_table(const YamlValue& value) {
    DoseTable table;
    auto stages = value.map();
    for (const auto stage : all_stages) {
        auto rows = stages.map(id_of(stage));
        for (const auto irritability : all_irritabilities) {
            auto row = rows.map(id_of(irritability));
            table[stage][irritability] = read_dose_row(row);
            row.finish();
        }
        rows.finish();
    }
    stages.finish();
    return table;
}

void read_doses(YamlMap& root, DoseRules& dose, const Draft& draft) {
    for (const auto& [purpose, table] : root.pairs("doses")) {
        if (const auto word = purpose.one_of(draft.purposes)) {
            dose.doses[*word] = read_dose_table(table);
        }
    }
    for (const auto& [purpose, other] : root.optional_pairs("same_as")) {
        const auto word = purpose.one_of(draft.purposes);
        const auto like = other.one_of(draft.purposes);
        if (word && like && !dose.doses.contains(*like)) {
            other.error(fmt::format("'{}' has no dose of its own", *like));
        }
        dose.same_as[word.value_or("")] = like.value_or("");
    }
    for (const auto& purpose : draft.purposes) {
        if (!dose.doses.contains(purpose) && !dose.same_as.contains(purpose)) {
            root.error(fmt::format("there is no dose for the purpose '{}'", purpose));
        }
    }
}

void read_dose_limits(YamlMap& root, DoseRules& dose) {
    for (const auto& [training, value] : root.pairs("training")) {
        auto map = value.map();
        const auto word = training.one_of({"sedentary", "recreational", "trained"});
        dose.training_volume_factor[word.value_or("")] = map.number("volume_factor", share).value_or(1);
        map.finish();
    }
    auto floor = root.map("floor");
    dose.floor_minutes = floor.number("minutes", not_negative).value_or(0);
    dose.floor_sets = floor.integer("sets", 0, 10).value_or(0);
    dose.floor_reps = floor.integer("reps", 0, 100).value_or(0);
    dose.floor_hold_s = floor.number("hold", not_negative).value_or(0);
    floor.finish();
    auto warm_up = root.map("warm_up");
    dose.warm_up_from_minutes = warm_up.number("from_minutes", not_negative).value_or(0);
    dose.warm_up_minutes = warm_up.number("warm_up", not_negative).value_or(0);
    dose.cool_down_minutes = warm_up.number("cool_down", not_negative).value_or(0);
    warm_up.finish();
    auto progression = root.map("progression");
    dose.progression_minutes_share = progression.number("minutes_share", share).value_or(0);
    dose.progression_minutes_least = progression.number("minutes_least", not_negative).value_or(0);
    progression.finish();
    auto modify = root.map("modify");
    dose.round_minutes_to = root.number("round_minutes_to", {1, 60}).value_or(1);
    dose.modify_onset_share = modify.number("onset_share", share).value_or(0);
    dose.run_walk = modify.numbers("run_walk", not_negative);
    if (modify.is_sound() && dose.run_walk.size() != 3) {
        modify.error("'run_walk' is [minutes easy, minutes hard, times]");
    }
    modify.finish();
}

void need_return_texts(Draft& draft, const std::vector<YamlValue>& values, std::vector<std::string>& ids) {
    for (const auto& value : values) {
        if (auto id = value.text()) {
            need_text(draft, "return." + *id, value);
            ids.push_back(std::move(*id));
        }
    }
}

LadderStep read_step(const YamlValue& value, Draft& draft) {
    LadderStep step;
    auto map = value.map();
    step.exercise = read_exercise_id(map.require("exercise"), draft).value_or(ExerciseId{});
    step.minutes = map.optional_number("minutes", {0, 600});
    step.intervals = map.optional_numbers("intervals", not_negative);
    if (!step.intervals.empty() && step.intervals.size() != 3) {
        map.error("'intervals' is [minutes easy, minutes hard, times]");
    }
    if (const auto text = map.find("text"); text && text->text()) {
        step.text = *text->text();
        need_text(draft, "return." + step.text, *text);
    }
    map.finish();
    return step;
}

ReturnPathRule read_path(const YamlValue& value, Draft& draft) {
    ReturnPathRule path;
    auto map = value.map();
    path.id = map.text("path");
    path.families = read_families(map.list("families"), draft);
    for (const auto& step : map.list("ladder")) {
        path.ladder.push_back(read_step(step, draft));
    }
    need_return_texts(draft, map.optional_list("entry"), path.entry);
    path.sources = read_sources(map, draft);
    map.finish();
    return path;
}

std::vector<ConditionId> read_conditions(const std::vector<YamlValue>& values, Draft& draft) {
    std::vector<ConditionId> ids;
    for (const auto& value : values) {
        if (const auto index = draft.conditions.resolve(value)) {
            ids.push_back({*index});
        }
    }
    return ids;
}

void read_slots(YamlMap& root, ProgramRules& program, Draft& draft) {
    auto trunk = root.map("trunk");
    program.trunk_families = read_families(trunk.list("families"), draft);
    program.trunk_purposes = read_words(trunk.list("purposes"), draft.purposes);
    trunk.finish();
    auto aerobic = root.map("aerobic");
    program.aerobic_families_first = read_families(aerobic.list("families_first"), draft);
    program.aerobic_residual = aerobic.number("residual").value_or(0);
    program.aerobic_evidence = aerobic.number("evidence").value_or(0);
    program.aerobic_unfamiliar = aerobic.number("unfamiliar").value_or(0);
    aerobic.finish();
    auto skill = root.map("skill");
    program.skill_patterns = read_words(skill.list("patterns"), draft.patterns);
    const auto family = skill.require("family");
    const auto index = family ? draft.families.resolve(*family) : std::nullopt;
    program.skill_family = {index.value_or(0)};
    skill.finish();
    auto balance = root.map("balance");
    program.balance_from_age = balance.integer("from_age", 0, 120).value_or(0);
    program.balance_families = read_families(balance.list("families"), draft);
    program.balance_conditions = read_conditions(balance.list("conditions"), draft);
    balance.finish();
}

}  // namespace

std::optional<Range> read_dose_range(YamlMap& map, std::string_view key, Bounds bounds) {
    const auto value = map.find(key);
    if (!value) {
        return std::nullopt;
    }
    if (!value->is_list()) {
        const auto number = value->number(bounds);
        return number ? std::optional{Range{*number, *number}} : std::nullopt;
    }
    const auto numbers = value->numbers(bounds);
    if (numbers.size() != 2 || numbers[0] > numbers[1]) {
        value->error(fmt::format("expected a number or [low, high] for '{}'", key));
        return std::nullopt;
    }
    return Range{numbers[0], numbers[1]};
}

void read_dose(YamlMap& root, Draft& draft) {
    auto& dose = draft.catalogue.rules.dose;
    dose.unknown_irritability = read_irritability(root.require("unknown_irritability")).value_or(Irritability::high);
    read_doses(root, dose, draft);
    read_dose_limits(root, dose);
    dose.sources = read_sources(root, draft);
}

void read_pain(YamlMap& root, Draft& draft) {
    auto& pain = draft.catalogue.rules.pain;
    auto ceiling = root.map("ceiling");
    for (const auto irritability : all_irritabilities) {
        pain.ceiling[irritability] = ceiling.integer(id_of(irritability), 0, 10).value_or(0);
    }
    ceiling.finish();
    for (const auto& value : root.optional_list("lower")) {
        auto row = value.map();
        PainCeiling lower;
        lower.when = read_over_patient(row.require("when"), draft).value_or(Expression{});
        lower.go = row.integer("go", 0, 10).value_or(0);
        row.finish();
        pain.lower.push_back(std::move(lower));
    }
    pain.slow_down = root.integer("slow_down", 0, 10).value_or(0);
    const auto resting = root.list("resting");
    if (resting.size() != 1) {
        root.error("'resting' holds exactly one row");
    } else {
        auto row = resting.front().map();
        pain.resting_from = row.integer("from", 0, 10).value_or(0);
        pain.resting_to = row.integer("to", 0, 10).value_or(0);
        row.one_of("go", {"resting"});
        pain.resting_persistent_low = row.integer("go_persistent_low", 0, 10).value_or(0);
        pain.resting_stop_above = row.integer("stop_above", 0, 10).value_or(0);
        row.finish();
    }
    pain.no_bar_from = root.integer("no_bar_from", 0, 10).value_or(0);
    pain.settle_h = root.number("settle_h", not_negative).value_or(0);
    pain.sources = read_sources(root, draft);
}

void read_program(YamlMap& root, Draft& draft) {
    auto& program = draft.catalogue.rules.program;
    auto exercises = root.map("exercises");
    program.exercises_default = exercises.integer("default", 1, 20).value_or(1);
    program.exercises_high_irritability = exercises.integer("high_irritability", 1, 20).value_or(1);
    program.exercises_from_65 = exercises.integer("from_65", 1, 20).value_or(1);
    program.exercises_most = exercises.integer("most", 1, 20).value_or(1);
    exercises.finish();
    auto levels = root.map("level_by_stage");
    for (const auto stage : all_stages) {
        program.level_by_stage[stage] = levels.integer(id_of(stage), 1, 20).value_or(1);
    }
    levels.finish();
    program.slots = read_words(root.list("slots"),
                               {"alternative", "aerobic", "signature", "skill", "trunk", "balance", "mobility"});
    read_slots(root, program, draft);
    auto no_signature = root.map("no_signature");
    program.no_signature_stage = read_stage(no_signature.require("stage")).value_or(Stage::acute);
    no_signature.finish();
    program.no_mobility_where_locked = read_stressors(root.list("no_mobility_where_locked"));
    for (const auto& [word, days] : root.pairs("review_days")) {
        program.review_days[word.text().value_or("")] = days.integer(1, most_days).value_or(1);
    }
    for (const auto& value : root.list("staples")) {
        if (const auto id = read_exercise_id(value, draft)) {
            program.staples.push_back(*id);
        }
    }
    auto match = root.map("match_energy");
    program.match_energy_tolerance = match.number("tolerance", share).value_or(0);
    program.session_minutes_most = match.number("session_minutes_most", not_negative).value_or(0);
    match.finish();
    program.sources = read_sources(root, draft);
}

void read_probes(YamlMap& root, Draft& draft) {
    for (const auto& value : root.list("probes")) {
        auto map = value.map();
        Probe probe;
        probe.id = map.text("id");
        probe.tests = read_stressors(map.list("tests"));
        map.finish();
        for (const auto* part : {"question", "yes", "no"}) {
            need_text(draft, fmt::format("probe.{}.{}", probe.id, part), value);
        }
        draft.catalogue.rules.probes.push_back(std::move(probe));
    }
}

void read_return_paths(YamlMap& root, Draft& draft) {
    auto& returns = draft.catalogue.rules.returns;
    auto common = root.map("common");
    need_return_texts(draft, common.list("enter"), returns.enter);
    need_return_texts(draft, common.list("back"), returns.back);
    need_return_texts(draft, common.list("first"), returns.first);
    returns.clean_repeats = common.integer("clean_repeats", 1, 20).value_or(1);
    returns.days_per_stage_least = common.integer("days_per_stage_least", 0, most_days).value_or(0);
    returns.sources = read_sources(common, draft);
    common.finish();
    for (const auto& value : root.list("paths")) {
        returns.paths.push_back(read_path(value, draft));
    }
}

}  // namespace detour
