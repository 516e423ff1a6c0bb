// SPDX-License-Identifier: Apache-2.0
// The order of reading matters in two places: the day of the assessment comes first, as all other days are held
// against it, and conditions that operations and illnesses add come after those that the file records.
#include "read/patient_reader.h"

#include "base/text.h"
#include "read/patient_draft.h"

#include <fmt/format.h>

#include <algorithm>

namespace detour {
namespace {

constexpr std::size_t longest_id = 64;
constexpr std::size_t longest_name = 100;
constexpr std::size_t longest_words = 300;
constexpr int youngest = 10;
constexpr int oldest = 120;

bool is_patient_id(std::string_view id) {
    const auto fits = [](char byte) {
        return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
               byte == '.' || byte == '_' || byte == '-';
    };
    return !id.empty() && id.size() <= longest_id && std::ranges::all_of(id, fits) && id.front() != '.' &&
           id.front() != '-';
}

void read_date(YamlMap& root, PatientDraft& draft) {
    const auto written = root.optional_date("date");
    draft.patient.date = draft.options.date.value_or(written.value_or(draft.options.today));
    if (!draft.options.date && !root.find("date")) {
        draft.add_default("date", date_text(draft.patient.date));
    }
}

void read_language(YamlMap& map, PatientDraft& draft) {
    std::vector<std::string> known;
    for (const auto& [code, language] : draft.catalogue.languages) {
        known.push_back(code);
    }
    const auto written = map.find("language");
    const auto word = written ? written->one_of(known) : std::nullopt;
    const auto wanted = draft.options.language;
    if (wanted && std::ranges::find(known, *wanted) == known.end()) {
        map.error(unknown_word("language", *wanted, known));
    }
    draft.patient.language = wanted ? *wanted : word.value_or("en");
    if (!wanted && !written) {
        draft.add_default("patient.language", draft.patient.language);
    }
}

void check_age(const YamlValue& value, int age) {
    if (age < youngest) {
        value.error(fmt::format("the patient is {}; Detour plans for nobody under {}", age, youngest));
    } else if (age > oldest) {
        value.error(fmt::format("an age of {} is out of range; expected {} to {}", age, youngest, oldest));
    }
}

void read_age(YamlMap& map, PatientDraft& draft) {
    auto& age = draft.patient.age;
    const auto year = map.find("birth_year");
    const auto years = map.find("age");
    if (year && years) {
        years->error("give 'birth_year' or 'age', not both");
    }
    if (years) {
        age = years->integer(0, 1000);
    } else if (const auto born = year ? year->integer(0, 9999) : std::nullopt) {
        age = static_cast<int>(draft.patient.date.year()) - *born;
    }
    if (age) {
        check_age(years ? *years : *year, *age);
    } else {
        draft.add_default("patient.age", "unknown");
    }
}

void read_person(YamlMap& root, PatientDraft& draft) {
    auto& patient = draft.patient;
    auto map = root.map("patient");
    const auto id = map.require("id");
    patient.id = id ? id->text().value_or("") : "";
    if (id && !patient.id.empty() && !is_patient_id(patient.id)) {
        id->error(
            fmt::format("'{}' is no patient id; expected up to {} of A-Z a-z 0-9 . _ - and no dot or hyphen first",
                        patient.id,
                        longest_id));
    }
    patient.name = read_printed(map, "name", longest_name);
    read_age(map, draft);
    const auto sex = map.optional_one_of("sex", {"female", "male", "unspecified"});
    patient.sex = sex.empty() ? "unspecified" : sex;
    patient.mass_kg = map.optional_number("mass_kg", {20, 400});
    patient.height_cm = map.optional_number("height_cm", {80, 260});
    read_language(map, draft);
    const auto training = map.optional_one_of("training", {"sedentary", "recreational", "trained"});
    patient.training = training.empty() ? "sedentary" : training;
    if (training.empty()) {
        draft.add_default("patient.training", patient.training);
    }
    patient.words = read_printed(map, "words", longest_words);
    map.finish();
}

void read_availability(YamlMap& root, PatientDraft& draft) {
    auto found = root.optional_map("availability");
    auto map = found ? std::move(*found) : YamlMap(std::nullopt);
    const auto days = map.optional_integer("days_per_week", 1, 7);
    const auto minutes = map.optional_number("minutes_per_day", {1, 600});
    map.finish();
    auto& patient = draft.patient;
    patient.days_per_week = days.value_or(patient.days_per_week);
    patient.minutes_per_day = minutes.value_or(patient.minutes_per_day);
    if (!days) {
        draft.add_default("availability.days_per_week", number_text(patient.days_per_week));
    }
    if (!minutes) {
        draft.add_default("availability.minutes_per_day", number_text(patient.minutes_per_day));
    }
}

void read_therapist(YamlMap& root, PatientDraft& draft) {
    if (auto map = root.optional_map("therapist")) {
        auto& therapist = draft.patient.therapist;
        therapist.name = read_printed(*map, "name", longest_name);
        therapist.clinic = read_printed(*map, "clinic", longest_name);
        therapist.phone = read_printed(*map, "phone", longest_name);
        therapist.message = read_printed(*map, "message", longest_words);
        map->finish();
    }
}

void read_all(YamlMap& root, PatientDraft& draft) {
    read_date(root, draft);
    read_person(root, draft);
    draft.patient.psfs = read_psfs(root);
    read_conditions(root, draft);
    read_surgery(root, draft);
    read_health(root, draft);
    add_conditions(draft);
    read_history(root, draft);
    read_red_flags(root, draft);
    read_access(root, draft);
    read_availability(root, draft);
    read_overrides(root, draft);
    read_therapist(root, draft);
    read_visits(root, draft);
}

}  // namespace

Checked<Patient> read_patient(const SourceText& source, const Catalogue& catalogue, const ReadOptions& options) {
    Diagnostics diagnostics;
    if (source.text.size() > largest_patient_file) {
        diagnostics.push_back({{source.name, 0, 0},
                               Severity::error,
                               fmt::format("the file is larger than {} KB", largest_patient_file / 1024),
                               "",
                               {}});
        return {std::nullopt, std::move(diagnostics)};
    }
    const auto document = parse_yaml(source, diagnostics);
    if (!document) {
        return {std::nullopt, sorted(std::move(diagnostics))};
    }
    PatientDraft draft(catalogue, options);
    draft.patient.file = source.name;
    auto root = document->root().map();
    const auto schema = root.require("schema");
    if (schema && schema->integer(1, 1)) {
        read_all(root, draft);
        root.finish();
    }
    if (has_errors(diagnostics)) {
        return {std::nullopt, sorted(std::move(diagnostics))};
    }
    return {std::move(draft.patient), sorted(std::move(diagnostics))};
}

}  // namespace detour
