// SPDX-License-Identifier: Apache-2.0
// What a patient file says, resolved: words are ids, defaults are filled and listed, places of the file are kept so
// that a finding can point at its line.
#pragma once

#include "base/date.h"
#include "model/catalogue.h"
#include "model/default_used.h"
#include "model/therapist.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace detour {

/// A three-valued answer. Unknown is a question, never a no.
enum class Answer { unknown, no, yes };

/// Text that resolved with doubt: used, and asked about.
struct Doubt {
    std::string field;  ///< "aggravating[0].activity"
    std::string written;
    std::string used;                     ///< slug
    std::vector<std::string> candidates;  ///< slugs, best first, `used` among them
    bool operator==(const Doubt&) const = default;
};

struct PatientCondition {
    ConditionId id;
    Stage stage = Stage::acute;
    bool stage_given = false;
    std::string confirmed_by;
    bool from_code = false;    ///< one of several under one ICD-10-CM code
    bool from_rule = false;    ///< added by a comorbidity, operation or rule
    std::optional<int> weeks;  ///< since onset or the operation, if known
    bool operator==(const PatientCondition&) const = default;
};

/// A dose as the patient reports it.
struct ReportedDose {
    std::optional<double> minutes;
    std::optional<int> sets;
    std::optional<int> reps;
    std::optional<double> sessions_per_week;
    bool operator==(const ReportedDose&) const = default;
};

struct Aggravation {
    ExerciseId exercise;
    std::string written;  ///< as in the file
    bool sure = true;
    std::vector<ExerciseId> candidates;
    ReportedDose dose;
    std::optional<double> pain;
    std::optional<double> after_min;
    Answer new_or_increased = Answer::unknown;
    bool operator==(const Aggravation&) const = default;
};

struct Tolerated {
    ExerciseId exercise;
    ReportedDose dose;
    std::optional<double> pain;
    bool operator==(const Tolerated&) const = default;
};

struct Pain {
    std::optional<double> now;
    std::optional<double> leg_now;
    std::optional<double> after_10min_vs_before;
    std::optional<double> worst_24h;
    std::string quality;  ///< dull aching stiff sharp burning electric; empty: not given
    std::optional<double> settles_after_h;
    std::optional<double> settles_min;
    Answer limits_daily_activity = Answer::unknown;
    std::string started;  ///< during, next-day; empty
    Answer leg_symptoms_spread = Answer::unknown;
    Answer at_rest = Answer::unknown;
    Answer sudden_onset = Answer::unknown;
    Answer new_or_changed = Answer::unknown;
    Answer constant_unaffected_by_movement = Answer::unknown;
    bool operator==(const Pain&) const = default;
};

struct Exam {
    std::optional<Date> date;
    std::string slr = "unknown";       ///< positive negative unknown
    std::string strength = "unknown";  ///< normal reduced unknown
    std::string reflexes = "unknown";
    std::string sensation = "unknown";
    bool operator==(const Exam&) const = default;
};

struct ClearedFlag {
    std::string flag;
    std::optional<Date> date;
    std::string by;
    bool operator==(const ClearedFlag&) const = default;
};

/// What the surgeon forbids or allows: a tag, a family or an exercise.
struct SurgeonWord {
    std::string written;
    std::optional<TagId> tag;
    std::optional<FamilyId> family;
    std::optional<ExerciseId> exercise;
    bool operator==(const SurgeonWord&) const = default;
};

struct Surgery {
    std::string procedure;
    std::string level;
    std::optional<Date> date;
    Answer wound_closed = Answer::unknown;
    Answer fusion_confirmed = Answer::unknown;
    std::vector<std::string> restrictions;
    std::vector<SurgeonWord> forbids;  ///< wins over our rules
    std::vector<SurgeonWord> allows;   ///< shown beside our rules, never over them
    bool operator==(const Surgery&) const = default;
};

struct Pregnancy {
    std::optional<double> weeks;
    std::optional<double> postpartum_weeks;
    Answer complications = Answer::unknown;
    bool operator==(const Pregnancy&) const = default;
};

struct Goal {
    std::string kind;  ///< aerobic strength mobility balance daily-task return-to
    std::optional<ExerciseId> activity;
    std::optional<Date> by;
    bool operator==(const Goal&) const = default;
};

struct Psfs {
    std::string activity;
    double score = 0;
    bool operator==(const Psfs&) const = default;
};

/// A dose that the therapist sets; only the keys that were given.
struct SetDose {
    ExerciseId exercise;
    DoseRow dose;
    bool operator==(const SetDose&) const = default;
};

struct AcceptedRisk {
    std::string rule;
    std::string reason;
    bool operator==(const AcceptedRisk&) const = default;
};

struct Overrides {
    std::vector<ExerciseId> exclude;
    std::vector<ExerciseId> prefer;
    std::map<std::string, double> caps;  ///< by stressor id
    std::vector<SetDose> set;
    std::vector<AcceptedRisk> accept_risk;
    bool operator==(const Overrides&) const = default;
};

struct LogEntry {
    ExerciseId exercise;
    std::optional<double> sessions;
    std::optional<double> minutes;
    std::optional<double> pain_during;
    std::optional<double> pain_next_morning;
    bool operator==(const LogEntry&) const = default;
};

struct Visit {
    Date date{};
    std::optional<double> pain_now;
    std::optional<double> leg_now;
    std::optional<double> settles_h;
    std::string distal_response;  ///< centralised unchanged peripheralised; empty
    Answer new_weakness = Answer::unknown;
    std::map<std::string, Answer> red_flags;
    std::vector<Psfs> psfs;
    std::vector<LogEntry> log;
    bool operator==(const Visit&) const = default;
};

struct Patient {
    std::string file;  ///< as errors name it
    std::string id;
    Date date{};
    std::string name;
    std::optional<int> age;
    std::string sex = "unspecified";
    std::optional<double> mass_kg;
    std::optional<double> height_cm;
    std::string language = "en";
    std::string training = "sedentary";
    std::string words;
    std::vector<Psfs> psfs;
    std::vector<PatientCondition> conditions;
    Answer radicular = Answer::unknown;
    Pain pain;
    std::optional<Irritability> irritability;  ///< the therapist's word
    std::vector<Aggravation> aggravating;
    std::vector<Tolerated> tolerated;
    std::vector<ExerciseId> eased_by;
    Exam exam;
    std::string directional_preference = "unknown";  ///< flexion extension none unknown
    std::map<std::string, Answer> red_flags;
    std::optional<Date> screened_on;
    std::vector<ClearedFlag> cleared;
    std::vector<std::string> comorbidities;
    std::map<std::string, Value> answers;  ///< by id: "yes", "no", another word or a number
    std::map<std::string, double> vitals;
    std::vector<std::string> medications;
    std::optional<Pregnancy> pregnancy;
    std::vector<Surgery> surgery;
    std::vector<std::string> equipment;
    std::vector<std::string> places;
    Answer swims = Answer::no;
    std::vector<Goal> goals;
    int days_per_week = 3;
    double minutes_per_day = 30;
    Overrides overrides;
    Therapist therapist;
    std::vector<Visit> visits;
    std::vector<DefaultUsed> defaults_used;
    std::vector<Doubt> doubts;
    bool operator==(const Patient&) const = default;
};

/// The facts of a patient for rule expressions (field names: `patient_fields`). `aggravated_by`, `eased_by` and
/// `tolerated` list exercise ids, family ids and the stressors that these bear at least moderately (eased_by: highly).
/// `irritability` is given apart because rules compute it.
Facts facts_of(const Patient& patient, const Catalogue& catalogue, std::optional<Irritability> irritability);
/// Every field that a rule over a patient may name, with its meaning; red_flags.KEY are added from the vocabulary.
std::vector<Field> patient_fields(const Vocabulary& vocabulary);

}  // namespace detour
