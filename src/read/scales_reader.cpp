// SPDX-License-Identifier: Apache-2.0
// data/rules/scales.yaml, inference.yaml, formulas*.yaml, water.yaml: what load intervals are computed with.
#include "read/draft.h"

#include <fmt/format.h>

#include <algorithm>

namespace detour {
namespace {

constexpr double most_factor = 100;

Interval<Load> loads_of(const Interval<double>& interval) {
    return {{interval.low}, {interval.best}, {interval.high}};
}

EnumArray<Mark, Interval<Load>> read_bands(const YamlValue& value) {
    EnumArray<Mark, Interval<Load>> bands;
    auto map = value.map();
    std::optional<Interval<double>> before;
    for (const auto mark : {Mark::none, Mark::low, Mark::moderate, Mark::high, Mark::very_high}) {
        const auto row = map.require(id_of(mark));
        const auto interval = row ? read_interval(*row) : std::nullopt;
        if (!interval) {
            continue;
        }
        if (before && (interval->best <= before->best || interval->high <= before->high)) {
            row->error(fmt::format("the band of '{}' must lie above the one before", id_of(mark)));
        }
        bands[mark] = loads_of(*interval);
        before = interval;
    }
    map.finish();
    return bands;
}

void check_line(YamlMap& map, const FormulaLine& line) {
    if (map.is_sound() && line.from_at >= line.to_at) {
        map.error("'from_at' must be below 'to_at'");
    }
}

FormulaLine read_line(const YamlValue& value, Draft& draft) {
    FormulaLine line;
    auto map = value.map();
    line.at = map.text("at");
    const auto from = map.require("from");
    const auto to = map.require("to");
    if (from && draft.evidence.resolve(*from)) {
        line.from = *from->text();
    }
    if (to && draft.evidence.resolve(*to)) {
        line.to = *to->text();
    }
    line.from_at = map.number("from_at").value_or(0);
    line.to_at = map.number("to_at").value_or(1);
    line.spread = map.number("spread", {0, 1}).value_or(0);
    check_line(map, line);
    map.finish();
    return line;
}

void read_formula(const YamlValue& value, Draft& draft) {
    Formula formula;
    auto map = value.map();
    const auto id = map.text("formula");
    formula.stressors = read_stressors(map.list("stressor"));
    const auto factor = map.find("factor");
    const auto between = map.find("between");
    if (factor.has_value() == between.has_value()) {
        map.error("a formula has either 'factor' or 'between'");
    }
    formula.factor = factor ? read_interval(*factor) : std::nullopt;
    if (between) {
        formula.between = read_line(*between, draft);
    }
    if (const auto evidence = between ? map.find("evidence") : map.require("evidence")) {
        formula.evidence = read_evidence_ids(*evidence, draft);
    }
    map.text("statement");
    map.finish();
    if (formula.factor || formula.between) {
        draft.load_rules.formulas.emplace(id, std::move(formula));
    }
}

WaterLoad read_water_load(const YamlValue& value, Draft& draft) {
    WaterLoad load;
    auto map = value.map();
    const auto factor = map.find("factor");
    const auto fixed = map.find("value");
    const auto keep = map.optional_truth("keep").value_or(false);
    if ((factor ? 1 : 0) + (fixed ? 1 : 0) + (keep ? 1 : 0) != 1) {
        map.error("expected exactly one of factor, value or keep: true");
    }
    if (factor || fixed) {
        load.kind = factor ? WaterLoad::Kind::factor : WaterLoad::Kind::value;
        load.by = read_interval(factor ? *factor : *fixed).value_or(Interval<double>{});
    }
    if (const auto evidence = map.find("evidence")) {
        load.evidence = read_evidence_ids(*evidence, draft);
    }
    load.why = map.optional_text("why");
    if (!keep && load.evidence.empty() && load.why.empty()) {
        map.error("a water load needs 'evidence' or 'why'");
    }
    if (load.by.low < 0 || load.by.high > most_factor) {
        map.error("a water load is out of range");
    }
    map.finish();
    return load;
}

void read_water_rule(const YamlValue& value, Draft& draft) {
    PerStressor<std::optional<WaterLoad>> loads;
    auto map = value.map();
    const auto id = map.text("rule");
    map.text("statement");
    for (const auto& [name, load] : map.pairs("loads")) {
        if (const auto stressor = read_stressor(name)) {
            loads[*stressor] = read_water_load(load, draft);
        }
    }
    map.finish();
    for (const auto stressor : all_stressors) {
        if (!loads[stressor] && map.is_sound()) {
            value.error(fmt::format("water rule '{}' does not say what happens to {}", id, id_of(stressor)));
        }
    }
    draft.load_rules.water.emplace(id, std::move(loads));
}

}  // namespace

void read_scales(YamlMap& root, Draft& draft) {
    auto& scales = draft.catalogue.rules.scales;
    auto normal = root.map("normal");
    for (const auto mark : {Mark::none, Mark::low, Mark::moderate, Mark::high, Mark::very_high}) {
        scales.normal[mark] = {normal.number(id_of(mark), {0, 1}).value_or(0)};
    }
    normal.finish();
    auto bands = root.map("bands");
    for (const auto stressor : all_stressors) {
        if (const auto value = bands.require(id_of(stressor))) {
            scales.bands[stressor] = read_bands(*value);
        }
    }
    bands.finish();
}

void read_inference(YamlMap& root, Draft& draft) {
    auto& rules = draft.load_rules.inference;
    auto spread = root.map("spread");
    rules.spread_many = spread.number("many", {0, 1}).value_or(0);
    rules.spread_few = spread.number("few", {0, 1}).value_or(0);
    rules.many_from = spread.integer("many_from", 1, 1000).value_or(1);
    spread.finish();
    const auto standing = root.numbers("bodyweight_standing", {0.1, 10});
    if (standing.size() != 2 || standing[0] > standing[1]) {
        root.error("'bodyweight_standing' is [low, high], in body weights");
    } else {
        rules.standing_low = standing[0];
        rules.standing_high = standing[1];
    }
    rules.telemetry_shrink = root.number("telemetry_shrink", {0, 1}).value_or(1);
}

void read_formulas(YamlMap& root, Draft& draft) {
    for (const auto& value : root.list("formulas")) {
        read_formula(value, draft);
    }
}

void read_water(YamlMap& root, Draft& draft) {
    for (const auto& value : root.list("rules")) {
        read_water_rule(value, draft);
    }
}

}  // namespace detour
