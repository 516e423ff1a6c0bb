// SPDX-License-Identifier: Apache-2.0
// A plan: everything that any output needs, in the patient's language, and nothing that must be looked up.
// Contract of the JSON form: docs/plan_json.md.
#pragma once

#include "base/date.h"
#include "model/decision.h"
#include "model/default_used.h"
#include "model/figure.h"
#include "model/load.h"
#include "model/phrases.h"
#include "model/range.h"
#include "model/therapist.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace detour {

/// A sentence with the sources that carry it; `sources` are ids of Plan::sources.
struct Because {
    std::string text;
    std::vector<std::string> sources;
    bool operator==(const Because&) const = default;
};

struct Question {
    std::string id;  ///< rule, probe or field id
    std::string question;
    std::string why;
    std::vector<std::string> changes;  ///< what each answer would change
    bool must_answer = false;          ///< withholds the handout
    bool operator==(const Question&) const = default;
};

struct Finding {
    std::string id;
    std::string text;
    std::string severity;  ///< info, caution, important
    std::vector<std::string> sources;
    bool operator==(const Finding&) const = default;
};

struct SeeClinician {
    bool advised = false;
    Urgency urgency = Urgency::none;
    std::vector<Because> reasons;
    bool operator==(const SeeClinician&) const = default;
};

struct StressorTolerance {
    Sensitivity sensitivity = Sensitivity::none;
    std::optional<double> cap;  ///< in the stressor's unit; none: no limit
    bool is_protective = false;
    std::vector<Because> because;
    bool operator==(const StressorTolerance&) const = default;
};

/// A dose; only the keys that apply. `text` is the sentence that is printed.
struct Dose {
    std::optional<Range> minutes_per_bout;
    std::optional<int> bouts_per_day;
    std::optional<Range> days_per_week;
    std::optional<Range> sets;
    std::optional<Range> reps;
    std::optional<Range> hold_s;
    std::optional<Range> rest_s;
    std::optional<Range> effort_0_10;
    std::string intervals;  ///< "4 min walk, 2 min run, 5 times" or empty
    std::string text;
    bool operator==(const Dose&) const = default;
};

/// What any output shows of an exercise, without the catalogue.
struct ExerciseView {
    std::string exercise;  ///< slug
    std::string name;
    std::string short_name;
    std::string family;       ///< slug
    std::string environment;  ///< slug
    std::string keeps;
    std::vector<std::string> steps;
    std::string feel;
    std::string stop_if;
    std::string alt;
    bool one_side = false;
    std::shared_ptr<const Figure> figure;  ///< pose data
    PerStressor<LoadEstimate> loads;
    double met = 0;
    bool operator==(const ExerciseView&) const = default;
};

struct Change {
    Stressor stressor = Stressor::compression;
    double from = 0;
    double to = 0;
    bool operator==(const Change&) const = default;
};

enum class Certainty { sure, probable };

struct Alternative {
    ExerciseView exercise;
    int rank = 0;
    double cost = 0;
    double distance = 0;
    std::vector<std::string> path;  ///< slugs, at most three (two steps); empty: directly
    std::vector<std::string> path_names;
    std::vector<std::string> keeps;
    std::vector<std::string> gives_up;  ///< and what it raises
    std::vector<Change> change;         ///< culprits first
    Certainty certainty = Certainty::sure;
    std::vector<std::string> cautions;
    std::vector<Because> why;
    Dose dose;  ///< the dose it would have
    bool operator==(const Alternative&) const = default;
};

struct Culprit {
    Stressor stressor = Stressor::compression;
    double value = 0;
    std::optional<double> cap;
    std::vector<Because> because;
    bool operator==(const Culprit&) const = default;
};

struct ReturnStage {
    int stage = 0;
    ExerciseView exercise;
    Dose dose;
    std::vector<Change> load_rise;  ///< only what rises
    std::vector<std::string> enter_if;
    std::vector<std::string> back_if;
    bool operator==(const ReturnStage&) const = default;
};

enum class ReturnKind { open, wait, barred, none };

struct ReturnPath {
    ReturnKind kind = ReturnKind::none;
    std::string until;  ///< date, stage or condition in words; wait only
    std::string reason;
    std::vector<ReturnStage> stages;
    std::vector<std::string> sources;
    bool operator==(const ReturnPath&) const = default;
};

struct Substitution {
    ExerciseView activity;
    std::string for_text;  ///< as written in the file
    bool sure = true;
    std::vector<std::pair<std::string, std::string>> candidates;  ///< slug, name
    std::vector<Culprit> culprits;
    std::vector<Finding> pattern;        ///< the three causes: technique, unsuited, another condition
    std::vector<std::string> technique;  ///< "You ... Try: ..."
    std::vector<Alternative> modify;     ///< dose first, then level; `dose` says how
    std::vector<Alternative> alternatives;
    ReturnPath return_path;
    std::vector<std::string> none_because;
    int admissible = 0;  ///< how many exercises were admissible
    bool operator==(const Substitution&) const = default;
};

struct ProgramExercise {
    ExerciseView exercise;
    std::string role;  ///< alternative aerobic signature skill trunk balance mobility, therapist
    Dose dose;
    std::string rule;  ///< the dose rule: "dose.yaml#aerobic/subacute/moderate"
    std::string progress_if;
    std::string regress_if;
    std::vector<int> days;     ///< 0 Monday .. 6 Sunday
    bool takes_turns = false;  ///< shares its days with the others that do
    bool operator==(const ProgramExercise&) const = default;
};

/// How much pain is acceptable. No bar: review first.
struct PainBar {
    bool has_bar = true;
    int go_to = 3;    ///< GO 0 .. go_to
    int slow_to = 5;  ///< SLOW DOWN up to here, then STOP
    std::string go;
    std::string slow_down;
    std::string stop;
    std::string leg_rule;  ///< leg symptoms that spread stop whatever the number
    std::vector<std::string> sources;
    bool operator==(const PainBar&) const = default;
};

struct Program {
    int days_per_week = 0;
    std::vector<ProgramExercise> exercises;
    PainBar pain;
    double met_minutes_before = 0;  ///< a week
    double met_minutes_after = 0;
    std::vector<std::string> advice;  ///< "when and where", flare-up plan, morning bending
    int review_in_days = 14;
    bool operator==(const Program&) const = default;
};

struct FollowUp {
    std::string visit;
    std::string decision;  ///< progress hold regress switch re-examine refer
    std::string reason;
    std::vector<std::string> changes;
    bool operator==(const FollowUp&) const = default;
};

enum class ExcludedKind { contraindication, access, load, override_, dose };
std::string_view id_of(ExcludedKind kind);

struct Excluded {
    std::string exercise;
    std::string name;
    std::string family;
    std::string environment;
    std::string rule;
    std::string reason;
    std::vector<std::string> sources;
    ExcludedKind kind = ExcludedKind::load;
    bool operator==(const Excluded&) const = default;
};

struct CitedSource {
    std::string id;
    std::string text;
    std::string doi_or_url;
    bool operator==(const CitedSource&) const = default;
};

/// What page heads and the chart need of the patient. The name is printed on the handout only.
struct PatientView {
    std::string id;
    std::string name;
    std::string summary;                  ///< clinician sheet: "47 years, 71 kg"
    std::vector<std::string> conditions;  ///< clinician: "Lumbar disc herniation (M51.26), subacute"
    std::string plain_condition;          ///< handout
    std::string outlook;                  ///< handout: one reassuring line
    std::string words;                    ///< the patient's own words
    std::vector<std::string> goals;
    std::vector<std::string> psfs;  ///< "running 2 of 10"
    std::string irritability;       ///< "moderate (therapist)", "high (rule ...)"
    std::string provokes;           ///< "running, pain 6 of 10 after 10 min"
    std::string tolerates;
    std::string pain;                  ///< clinician: "back 3, leg 2, worst 6 of 10"; empty: nothing given
    std::string exam;                  ///< clinician: "straight leg raise negative, strength normal, ..." with its date
    std::vector<std::string> surgery;  ///< each operation: procedure, level, date, weeks, the surgeon's restrictions
    bool operator==(const PatientView&) const = default;
};

struct Plan {
    std::string version;
    std::string catalogue_id;
    std::string catalogue_sha256;
    Date date{};
    PatientView patient;
    Therapist therapist;
    Decision decision = Decision::substitute;
    Urgency urgency = Urgency::none;           ///< refer and hold
    std::vector<Because> decision_because;     ///< clinician: rules with sources
    std::vector<std::string> patient_message;  ///< refer, hold, continue: what the patient reads
    std::vector<std::string> come_back_when;   ///< hold
    SeeClinician see_clinician;
    std::vector<Question> questions;
    std::vector<DefaultUsed> defaults_used;
    std::vector<Finding> findings;
    PerStressor<StressorTolerance> tolerance;
    std::vector<Substitution> substitutions;
    std::optional<Program> program;
    std::vector<std::string> program_none_because;
    std::vector<std::string> emergency_if;  ///< handout: ends of "Go to the emergency department now if"
    std::vector<std::string> call_if;       ///< ends of "Call us today if"
    std::vector<std::string> cautions;      ///< patient sentences of comorbidity rules
    std::optional<FollowUp> follow_up;
    std::vector<Excluded> excluded;
    std::vector<std::pair<ExcludedKind, int>> excluded_counts;
    std::vector<CitedSource> sources;
    std::shared_ptr<const Phrases> phrases;  ///< labels in the patient's language
    bool handout_withheld = false;           ///< a question that must be answered first is open
};

}  // namespace detour
