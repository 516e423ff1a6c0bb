// SPDX-License-Identifier: Apache-2.0
// The forms in which a file gives a load; what they come to is computed by infer_loads.
#include "read/draft.h"

#include <fmt/format.h>

namespace detour {
namespace {

bool is_share(Stressor stressor) {
    return unit_of(stressor) != unit_of(Stressor::compression) && unit_of(stressor) != unit_of(Stressor::shear) &&
           unit_of(stressor) != unit_of(Stressor::vibration);
}

/// {mark: low, why}, perhaps with a best of its own inside the mark's band; or {low, best, high, why}.
void read_judged(YamlMap& map, const YamlValue& value, Stressor stressor, LoadSpec& spec, const Draft& draft) {
    spec.kind = LoadSpec::Kind::judged;
    spec.why = map.text("why");
    const auto mark = map.find("mark");
    const auto best = map.optional_number("best", not_negative);
    if (mark) {
        const auto known = read_mark(mark);
        spec.judged = draft.catalogue.rules.scales.bands[stressor][known.value_or(Mark::none)];
        if (best) {
            spec.judged.best = {*best};
        }
    } else {
        const auto low = map.number("low", not_negative);
        const auto high = map.number("high", not_negative);
        spec.judged = {{low.value_or(0)}, {best.value_or(0)}, {high.value_or(0)}};
        if (!best && map.is_sound()) {
            value.error("'best' is missing");
        }
    }
    if (!is_ordered(spec.judged)) {
        value.error("a load must rise from low over best to high");
    }
    if (is_share(stressor) && spec.judged.high > Load{1}) {
        value.error(fmt::format("'{}' is a share; it is at most 1", id_of(stressor)));
    }
}

void read_derived(YamlMap& map, const YamlValue& of, LoadSpec& spec, Draft& draft) {
    spec.of = read_exercise_id(of, draft).value_or(ExerciseId{});
    const auto by = map.find("by");
    if (by) {
        spec.kind = LoadSpec::Kind::scaled;
        draft.formulas.resolve(*by);
        spec.by = by->text().value_or("");
        return;
    }
    spec.kind = LoadSpec::Kind::analogue;
    spec.widen = map.number("widen", {0, 1}).value_or(0);
    spec.times = map.optional_number("times", {0.01, 100}).value_or(1);
    spec.why = map.text("why");
}

LoadSpec read_load(const YamlValue& value, Stressor stressor, Draft& draft) {
    LoadSpec spec;
    spec.at = value;
    auto map = value.map();
    const auto evidence = map.find("evidence");
    const auto of = map.find("of");
    if (evidence) {
        spec.kind = LoadSpec::Kind::measured;
        spec.evidence = read_evidence_ids(*evidence, draft);
        if (evidence->is_list() && evidence->list().empty()) {
            evidence->error("'evidence' names no row");
        }
    } else if (of) {
        read_derived(map, *of, spec, draft);
    } else {
        read_judged(map, value, stressor, spec, draft);
    }
    map.finish();
    return spec;
}

}  // namespace

ExerciseLoads read_loads(const std::optional<YamlValue>& loads, ExerciseLoads specs, Draft& draft) {
    if (loads) {
        for (const auto& [name, value] : loads->pairs()) {
            if (const auto stressor = read_stressor(name)) {
                specs[*stressor] = read_load(value, *stressor, draft);
            }
        }
    }
    return specs;
}

std::optional<ExerciseId> read_water_form(const YamlValue& value, ExerciseLoads& specs, Draft& draft) {
    auto map = value.map();
    const auto of = map.require("of");
    const auto rule = map.require("rule");
    map.finish();
    const auto land_form = read_exercise_id(of, draft);
    if (!land_form || !rule || !draft.water_rules.resolve(*rule)) {
        return land_form;
    }
    for (const auto stressor : all_stressors) {
        if (!specs[stressor]) {
            LoadSpec spec;
            spec.kind = LoadSpec::Kind::water;
            spec.at = value;
            spec.of = *land_form;
            spec.by = *rule->text();
            specs[stressor] = std::move(spec);
        }
    }
    return land_form;
}

}  // namespace detour
