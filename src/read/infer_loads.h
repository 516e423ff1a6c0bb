// SPDX-License-Identifier: Apache-2.0
// Load intervals from what the data says of them: measured rows, formulas, like exercises, judgements, water rules.
// Everything is computed from the evidence, so that a number cannot drift from its source.
#pragma once

#include "model/catalogue.h"
#include "read/yaml_reader.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace detour {

/// data/rules/inference.yaml.
struct InferenceRules {
    double spread_many = 0;  ///< share of the value, where a row gives no range
    double spread_few = 0;
    int many_from = 0;        ///< persons
    double standing_low = 1;  ///< body weights that relaxed standing loads the spine with
    double standing_high = 1;
    double telemetry_shrink = 1;
    bool operator==(const InferenceRules&) const = default;
};

/// The line between two evidence rows, read at a parameter of the exercise.
struct FormulaLine {
    std::string at;  ///< the parameter's name
    std::string from;
    double from_at = 0;
    std::string to;
    double to_at = 0;
    double spread = 0;
    bool operator==(const FormulaLine&) const = default;
};

/// data/rules/formulas*.yaml: a factor or a line.
struct Formula {
    std::vector<Stressor> stressors;
    std::optional<Interval<double>> factor;
    std::optional<FormulaLine> between;
    std::vector<std::string> evidence;
};

/// What water does to one stressor of the land form.
struct WaterLoad {
    enum class Kind { keep, factor, value };
    Kind kind = Kind::keep;
    Interval<double> by;
    std::vector<std::string> evidence;
    std::string why;
};

struct LoadRules {
    InferenceRules inference;
    std::map<std::string, Formula, std::less<>> formulas;
    std::map<std::string, PerStressor<std::optional<WaterLoad>>, std::less<>> water;
};

/// One load as a file gives it.
struct LoadSpec {
    enum class Kind { measured, scaled, analogue, judged, water };
    Kind kind = Kind::judged;
    std::optional<YamlValue> at;  ///< where to report
    std::vector<std::string> evidence;
    ExerciseId of;
    std::string by;  ///< formula or water rule
    double widen = 0;
    double times = 1;
    Interval<Load> judged;
    std::string why;
};
using LoadSpecs = IdVector<ExerciseId, PerStressor<std::optional<LoadSpec>>>;

/// The interval of one evidence row on `stressor`, converted to its unit; nothing if its quantity does not fit or it
/// lacks the row that it is relative to.
std::optional<Interval<double>> convert_row(const Evidence& row,
                                            const std::map<std::string, Evidence, std::less<>>& rows,
                                            Stressor stressor,
                                            const InferenceRules& rules);

/// Fills the load profile of every exercise. Reports cycles, chains of formulas that are too long or do not start at a
/// measurement, formulas for other stressors and rows of the wrong quantity.
void infer_loads(Catalogue& catalogue, const LoadSpecs& specs, const LoadRules& rules);

}  // namespace detour
