// SPDX-License-Identifier: Apache-2.0
// A catalogue in the making. All files are parsed and all ids collected first, so that the readers of the single
// files can resolve what they name at once and report at its place. Each reader fills its part of the draft.
#pragma once

#include "model/catalogue.h"
#include "read/expression_reader.h"
#include "read/infer_loads.h"
#include "read/name_table.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace detour {

/// Text keys that data makes necessary, by what names them; and those that may exist beside.
struct NeededTexts {
    std::map<std::string, YamlValue> needed;
    std::set<std::string> allowed;
};

struct Draft {
    Catalogue catalogue;

    NameTable families{"family"};
    NameTable exercises{"exercise"};
    NameTable conditions{"condition"};
    NameTable tags{"tag"};
    NameTable rules{"rule"};
    NameTable sources{"source"};
    NameTable evidence{"evidence row"};
    NameTable formulas{"formula"};
    NameTable water_rules{"water rule"};
    NameTable figures{"figure"};

    ExpressionFields of_patient;
    ExpressionFields of_exercise;
    LoadRules load_rules;
    LoadSpecs loads;
    NeededTexts texts;
    std::map<std::string, std::map<std::string, YamlValue, std::less<>>> faults;  ///< by family: id -> where named

    // Words of the vocabulary, as lists.
    std::vector<std::string> purposes;
    std::vector<std::string> patterns;
    std::vector<std::string> positions;
    std::vector<std::string> environments;
    std::vector<std::string> equipment;
    std::vector<std::string> traits;
};

// What every file may hold.

/// `source: [...]` and `verified: true`; sources are required.
Support read_support(YamlMap& map, Draft& draft);
/// `source: [...]` where nothing is said of having seen it.
std::vector<std::string> read_sources(YamlMap& map, Draft& draft);
/// Ids of evidence rows, marked as used; a lone id counts as a list.
std::vector<std::string> read_evidence_ids(const YamlValue& value, Draft& draft);
Synonyms read_synonyms(const std::optional<YamlValue>& value);
std::optional<Stressor> read_stressor(const YamlValue& value);
std::vector<Stressor> read_stressors(const std::vector<YamlValue>& values);
std::vector<TagId> read_tags(const std::vector<YamlValue>& values, Draft& draft);
std::vector<FamilyId> read_families(const std::vector<YamlValue>& values, Draft& draft);
std::optional<ExerciseId> read_exercise_id(const std::optional<YamlValue>& value, Draft& draft);
/// [low, best, high].
std::optional<Interval<double>> read_interval(const YamlValue& value);
/// Words of `allowed`; the others are reported.
std::vector<std::string> read_words(const std::vector<YamlValue>& values, const std::vector<std::string>& allowed);
std::optional<Expression> read_over_exercise(const std::optional<YamlValue>& value, Draft& draft);
std::optional<Expression> read_over_patient(const std::optional<YamlValue>& value, Draft& draft);
template <class Enum>
std::optional<Enum> read_enum(const std::optional<YamlValue>& value,
                              const std::vector<std::string>& words,
                              std::optional<Enum> (*from)(std::string_view)) {
    const auto word = value ? value->one_of(words) : std::nullopt;
    return word ? from(*word) : std::nullopt;
}
std::optional<Mark> read_mark(const std::optional<YamlValue>& value);
std::optional<Sensitivity> read_sensitivity(const std::optional<YamlValue>& value);
std::optional<Stage> read_stage(const std::optional<YamlValue>& value);
std::optional<Irritability> read_irritability(const std::optional<YamlValue>& value);
/// A text key that must exist in every language, named at `where`.
void need_text(Draft& draft, std::string key, const YamlValue& where);

using ExerciseLoads = PerStressor<std::optional<LoadSpec>>;
/// `specs`, with what `loads` gives put over it.
ExerciseLoads read_loads(const std::optional<YamlValue>& loads, ExerciseLoads specs, Draft& draft);
/// Fills what is not given from a land form, by a water rule; the land form.
std::optional<ExerciseId> read_water_form(const YamlValue& value, ExerciseLoads& specs, Draft& draft);

// The readers, one a kind of file; `root` is the file's map.
void read_evidence_file(YamlMap& root, Draft& draft);
void read_exercise_file(YamlMap& root, Draft& draft);
void read_condition_file(YamlMap& root, Draft& draft);
void read_rule_file(YamlMap& root, Draft& draft);
void read_tag_file(YamlMap& root, Draft& draft);
void read_vocabulary(YamlMap& root, Draft& draft);
void read_lists(YamlMap& root, Draft& draft);
void read_scales(YamlMap& root, Draft& draft);
void read_inference(YamlMap& root, Draft& draft);
void read_formulas(YamlMap& root, Draft& draft);
void read_water(YamlMap& root, Draft& draft);
void read_caps(YamlMap& root, Draft& draft);
void read_search(YamlMap& root, Draft& draft);
void read_dose(YamlMap& root, Draft& draft);
void read_pain(YamlMap& root, Draft& draft);
void read_program(YamlMap& root, Draft& draft);
void read_places(YamlMap& root, Draft& draft);
void read_probes(YamlMap& root, Draft& draft);
void read_return_paths(YamlMap& root, Draft& draft);
void read_words_table(YamlMap& root, Draft& draft);
void read_edition(YamlMap& root, Draft& draft);
void read_answers(YamlMap& root, Draft& draft);
void read_technique(YamlMap& root, Draft& draft);
void read_wording(YamlMap& root, Draft& draft);
/// One number, or [low, high].
std::optional<Range> read_dose_range(YamlMap& map, std::string_view key, Bounds bounds);

/// Fields and words of expressions, once the vocabulary and all ids are known.
void prepare_expressions(Draft& draft);

/// One file of data/text/LANGUAGE/.
struct TextFile {
    std::string language;
    bool is_exercises = false;
    YamlValue root;
};
void read_texts(const std::vector<TextFile>& files, Draft& draft, Diagnostics& diagnostics);

}  // namespace detour
