// SPDX-License-Identifier: Apache-2.0
// A patient in the making: what the readers of the single parts of a patient file share.
#pragma once

#include "model/patient.h"
#include "read/patient_reader.h"
#include "read/resolver.h"
#include "read/yaml_reader.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace detour {

class PatientDraft {
public:
    PatientDraft(const Catalogue& knowledge, const ReadOptions& read_options)
        : catalogue(knowledge), options(read_options), resolver_(read_options.resolver) {}

    const Catalogue& catalogue;
    const ReadOptions& options;
    Patient patient;

    /// Built when the first text is no id.
    const Resolver& resolver();
    void add_default(std::string field, std::string value);
    void add_doubt(std::string field, std::string written, std::vector<std::string> candidates);

private:
    std::shared_ptr<const Resolver> resolver_;
};

// Small parts of every map of a patient file.

Answer to_answer(const std::optional<std::string>& word);
Answer read_answer(YamlMap& map, std::string_view key);
/// A text that may be printed: at most `most` characters, no control characters.
std::string read_printed(YamlMap& map, std::string_view key, std::size_t most);
/// A pain or function score, 0 to 10.
std::optional<double> read_score(YamlMap& map, std::string_view key);
/// A day that is not after the assessment.
std::optional<Date> read_past_date(YamlMap& map, std::string_view key, const Patient& patient);

/// The activity that `value` means; nothing after a report. With doubt it is used and listed.
struct Activity {
    ExerciseId exercise;
    std::string written;
    bool sure = true;
    std::vector<ExerciseId> candidates;
};
std::optional<Activity> read_activity(const YamlValue& value, const std::string& field, PatientDraft& draft);
/// As read_activity, but "running and squash" gives both.
std::vector<Activity> read_activities(const YamlValue& value, const std::string& field, PatientDraft& draft);
/// An id of `known`, or what `matches` finds for it; nothing after a report.
std::optional<std::string> read_listed_word(const YamlValue& value,
                                            std::string_view what,
                                            const std::string& field,
                                            bool is_known,
                                            const std::vector<WordMatch>& matches,
                                            PatientDraft& draft);

void read_history(YamlMap& root, PatientDraft& draft);
void read_conditions(YamlMap& root, PatientDraft& draft);
/// Conditions that operations and comorbidities add, and the weeks on their clocks; after all of these are read.
void add_conditions(PatientDraft& draft);
void read_surgery(YamlMap& root, PatientDraft& draft);
void read_health(YamlMap& root, PatientDraft& draft);
void read_red_flags(YamlMap& root, PatientDraft& draft);
void read_access(YamlMap& root, PatientDraft& draft);
void read_overrides(YamlMap& root, PatientDraft& draft);
void read_visits(YamlMap& root, PatientDraft& draft);
std::vector<Psfs> read_psfs(YamlMap& map);

}  // namespace detour
