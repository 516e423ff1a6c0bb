// SPDX-License-Identifier: Apache-2.0
// One published figure in its own unit becomes an interval in the unit of a stressor (docs/data_format.md, table of
// quantities; data/rules/inference.yaml).
#include "read/infer_loads.h"

#include <algorithm>

namespace detour {
namespace {

/// The figure as published: its range, or its value widened.
Interval<double> published(const Evidence& row, const InferenceRules& rules) {
    if (row.range) {
        const auto& [low, high] = *row.range;
        return {low, row.value.value_or((low + high) / 2), high};
    }
    const double value = row.value.value_or(0);
    const double spread = row.n >= rules.many_from ? rules.spread_many : rules.spread_few;
    return {value * (1 - spread), value, value * (1 + spread)};
}

std::optional<double> standing_of(const Evidence& row, const std::map<std::string, Evidence, std::less<>>& rows) {
    const auto found = rows.find(row.relative_to);
    if (found == rows.end() || found->second.quantity != row.quantity) {
        return std::nullopt;
    }
    const auto& standing = found->second;
    const double value = standing.value   ? *standing.value
                         : standing.range ? (standing.range->low + standing.range->high) / 2
                                          : 0;
    return value > 0 ? std::optional{value} : std::nullopt;
}

/// Implants carry part of the load, so a ratio of telemetry is shrunk towards 1; the raw ratio stays as one end.
Interval<double> shrunk(const Interval<double>& raw, double shrink) {
    const auto towards_one = [&](double ratio) { return 1 + shrink * (ratio - 1); };
    const double low = std::min(raw.low, towards_one(raw.low));
    const double high = std::max(raw.high, towards_one(raw.high));
    return {low, towards_one(raw.best), high};
}

std::optional<Interval<double>> convert_compression(const Evidence& row,
                                                    const std::map<std::string, Evidence, std::less<>>& rows,
                                                    const InferenceRules& rules) {
    const auto raw = published(row, rules);
    if (row.quantity == "compression-ratio") {
        return raw;
    }
    if (row.quantity == "disc-pressure" || row.quantity == "compression-force") {
        const auto standing = standing_of(row, rows);
        if (!standing) {
            return std::nullopt;
        }
        return Interval<double>{raw.low / *standing, raw.best / *standing, raw.high / *standing};
    }
    if (row.quantity == "compression-bodyweights") {
        const double best = (raw.best / rules.standing_high + raw.best / rules.standing_low) / 2;
        return Interval<double>{raw.low / rules.standing_high, best, raw.high / rules.standing_low};
    }
    if (row.quantity == "implant-force-ratio") {
        return shrunk(raw, rules.telemetry_shrink);
    }
    return std::nullopt;
}

std::string_view quantity_for(Stressor stressor) {
    switch (stressor) {
        case Stressor::shear:
            return "shear-bodyweights";
        case Stressor::impact:
            return "peak-force";
        case Stressor::flexion:
            return "flexion-share";
        case Stressor::extension:
            return "extension-share";
        case Stressor::rotation:
            return "rotation-share";
        case Stressor::vibration:
            return "vibration";
        case Stressor::compression:
        case Stressor::sitting:
        case Stressor::standing:
        case Stressor::neural_tension:
        case Stressor::count:
            return {};
    }
    return {};
}

}  // namespace

std::optional<Interval<double>> convert_row(const Evidence& row,
                                            const std::map<std::string, Evidence, std::less<>>& rows,
                                            Stressor stressor,
                                            const InferenceRules& rules) {
    if (!row.value && !row.range) {
        return std::nullopt;
    }
    if (stressor == Stressor::compression) {
        return convert_compression(row, rows, rules);
    }
    return row.quantity == quantity_for(stressor) ? std::optional{published(row, rules)} : std::nullopt;
}

}  // namespace detour
