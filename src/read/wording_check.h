// SPDX-License-Identifier: Apache-2.0
// How texts for patients read: banned words, long sentences, the reading grade of the whole. The limits are data
// (data/rules/wording.yaml).
#pragma once

#include "model/rules.h"
#include "read/yaml_reader.h"

#include <string>
#include <string_view>
#include <vector>

namespace detour {

/// A text that a patient reads, with its place.
struct PatientText {
    std::string text;
    YamlValue where;
};

/// Is the text under this key of data/text/LANGUAGE/*.yaml read by patients?
bool is_for_patients(std::string_view key);

/// The Flesch-Kincaid grade of English sentences (Kincaid and others 1975); syllables are counted by vowel groups.
double reading_grade(const std::vector<std::string>& sentences);

/// Reports banned words and long sentences at their places and, for English, a grade of the whole that is too high.
void check_wording(const std::vector<PatientText>& texts, const std::string& language, const WordingRules& rules);

}  // namespace detour
