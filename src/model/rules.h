// SPDX-License-Identifier: Apache-2.0
// The tables and rules of data/rules, as plain values. Every number that the planner uses is here, none is in code.
#pragma once

#include "model/condition.h"
#include "model/decision.h"
#include "model/range.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace detour {

enum class RuleKind {
    red_flag,
    hold,
    soreness,
    irritability,
    comorbidity,
    medication,
    pool,
    surgery,
    age,
    pregnancy,
    session,
    dose,
    progression,
    wording
};

/// A cap that a rule sets.
struct RuleCap {
    Stressor stressor = Stressor::compression;
    Load at_most;
    bool is_protective = false;
    bool operator==(const RuleCap&) const = default;
};

/// Limits of dose; the smallest of each wins.
struct DoseLimits {
    std::optional<double> effort_max;
    std::optional<double> minutes_max;
    std::optional<double> sit_minutes_max;
    std::optional<int> sets_max;
    std::optional<int> reps_min;
    std::optional<int> reps_max;
    std::optional<double> hold_max;  ///< seconds
    std::optional<double> rest_min;  ///< seconds
    std::optional<double> load_kg_max;
    std::optional<int> days_max;
    std::optional<int> exercises_max;
    std::optional<double> volume_factor;
    std::optional<double> warmup_min;
    std::optional<double> cooldown_min;
    bool operator==(const DoseLimits&) const = default;
};

/// Limits for the exercises that `match` names; which these are is computed once.
struct DoseFor {
    Expression match;
    DoseLimits limits;
    std::vector<ExerciseId> exercises;
    bool operator==(const DoseFor&) const = default;
};

/// What a visit's answers do to the plan; the later is the stricter.
enum class CourseStep { none, progress, hold, regress, switch_, re_examine };

struct RuleEffects {
    std::optional<Decision> decision;
    Urgency urgency = Urgency::none;
    std::optional<Irritability> irritability;
    std::string speaks_for;  ///< "soreness", "pain" or empty
    std::vector<TagId> exclude;
    std::vector<TagId> caution_tags;
    std::optional<ConditionId> condition;
    std::vector<RuleCap> caps;
    DoseLimits dose;
    std::vector<DoseFor> doses;
    CourseStep step = CourseStep::none;
    Urgency see_clinician = Urgency::none;
    bool ask = false;
    bool caution = false;
    bool hold_until = false;
    bool info = false;
    bool operator==(const RuleEffects&) const = default;
};

enum class OnUnknown { ignore, ask, apply };

struct Rule {
    std::string id;
    RuleKind kind = RuleKind::session;
    std::string flag;                     ///< red flags: the key that it reads, or empty
    std::optional<Expression> asked;      ///< red flags: when the question is asked
    bool must_answer = false;             ///< no handout before this flag is answered
    std::optional<Expression> explained;  ///< red flags: when a recorded condition accounts for the answer
    Expression when;
    RuleEffects then;
    OnUnknown on_unknown = OnUnknown::ignore;
    std::string statement;  ///< for the clinician
    Support support;
    bool operator==(const Rule&) const = default;
};

struct Tag {
    std::string slug;
    std::string meaning;
    Expression when;  ///< over an exercise
    bool operator==(const Tag&) const = default;
};

/// data/rules/caps.yaml. `locked` replaces the low-irritability cell for protective stressors.
struct CapRow {
    EnumArray<Irritability, Mark> by_irritability;
    std::optional<Mark> locked_low;
    bool operator==(const CapRow&) const = default;
};
struct LyingRelief {
    std::vector<Stressor> stressors;
    Mark compression_at_most = Mark::low;
    Sensitivity sensitivity_at_most = Sensitivity::moderate;
    std::vector<std::string> positions;
    bool operator==(const LyingRelief&) const = default;
};
struct CapRules {
    EnumArray<Sensitivity, CapRow> caps;
    EnumArray<Sensitivity, CapRow> sitting;
    EnumArray<Sensitivity, CapRow> standing;
    std::map<std::string, double> sitting_minutes;  ///< by sensitivity id: the longest bout
    std::map<std::string, double> standing_minutes;
    LyingRelief lying_relief;
    Mark preference_eased = Mark::low;
    Mark preference_opposite = Mark::high;
    EnumArray<Irritability, double> culprit_cap;  ///< place between borne (0) and provoking (1)
    bool operator==(const CapRules&) const = default;
};

struct DistanceWeights {
    double purpose = 0;
    double energy = 0;
    double muscles = 0;
    double pattern = 0;
    double environment = 0;
    bool operator==(const DistanceWeights&) const = default;
};

/// data/rules/search.yaml.
struct SearchRules {
    DistanceWeights aerobic;
    DistanceWeights trunk;
    DistanceWeights task;
    double purpose_first = 1;
    double purpose_other = 0.5;
    double purpose_per_goal = 0.7;
    double purpose_lost = 1;
    double purpose_kept_second = 0.4;
    double environment_same = 0;
    double environment_other_place = 0.5;
    double environment_land_water = 1;
    std::vector<std::string> not_purposes;
    std::map<std::string, std::vector<std::string>> stand_ins;
    double culprit_share_of_best = 0.75;
    double culprit_sure_score = 6;
    double lower_share = 0.2;
    double lower_normal = 0.1;
    int near = 64;
    int neighbours = 8;
    int answers = 5;
    int per_pattern_and_place = 2;
    std::map<std::string, double>
        rank;  ///< distance residual evidence curated caution cautions_at_most tier eased preferred probable
    double tier_met_at_least = 3;
    double tier_met_share = 0.35;
    std::map<std::string, double> unfamiliar;  ///< reference base per_level fall_risk swim_skill unusual
    std::map<std::string, double> grades;
    std::vector<std::pair<int, double>> specificity;  ///< below so many exercises: times
    std::vector<FamilyId> sports_allowed;
    std::map<std::string, double> return_path;  ///< base distance unfamiliar relief_undone
    int excluded_listed = 20;
    bool operator==(const SearchRules&) const = default;
};

struct DoseRow {
    std::optional<Range> minutes;
    std::optional<Range> bouts;
    std::optional<Range> days;
    std::optional<Range> sets;
    std::optional<Range> reps;
    std::optional<Range> hold_s;
    std::optional<Range> rest_s;
    std::optional<Range> effort;
    bool operator==(const DoseRow&) const = default;
};

/// data/rules/dose.yaml.
struct DoseRules {
    Irritability unknown_irritability = Irritability::high;
    std::map<std::string, EnumArray<Stage, EnumArray<Irritability, DoseRow>>> doses;  ///< by purpose
    std::map<std::string, std::string> same_as;
    std::map<std::string, double> training_volume_factor;  ///< by training word
    double floor_minutes = 3;
    int floor_sets = 1;
    int floor_reps = 3;
    double floor_hold_s = 3;
    double warm_up_from_minutes = 15;
    double warm_up_minutes = 5;
    double cool_down_minutes = 5;
    double progression_minutes_share = 0.1;
    double progression_minutes_least = 5;
    double modify_onset_share = 0.67;
    double round_minutes_to = 5;   ///< longer bouts are printed in such steps
    std::vector<double> run_walk;  ///< minutes easy, minutes hard, times
    std::vector<std::string> sources;
    bool operator==(const DoseRules&) const = default;
};

/// A stricter ceiling for some patients.
struct PainCeiling {
    Expression when;
    int go = 0;
    bool operator==(const PainCeiling&) const = default;
};
/// data/rules/pain.yaml.
struct PainRules {
    EnumArray<Irritability, int> ceiling;
    std::vector<PainCeiling> lower;  ///< the smallest that holds
    int slow_down = 2;
    int resting_from = 3;
    int resting_to = 5;
    int resting_persistent_low = 1;
    int resting_stop_above = 2;
    int no_bar_from = 6;
    double settle_h = 24;
    std::vector<std::string> sources;
    bool operator==(const PainRules&) const = default;
};

/// data/rules/program.yaml.
struct ProgramRules {
    int exercises_default = 4;
    int exercises_high_irritability = 3;
    int exercises_from_65 = 3;
    int exercises_most = 6;
    EnumArray<Stage, int> level_by_stage;
    std::vector<std::string> slots;
    std::vector<FamilyId> trunk_families;
    std::vector<std::string> trunk_purposes;
    std::vector<FamilyId> aerobic_families_first;
    double aerobic_residual = 1;
    double aerobic_evidence = 0.6;
    double aerobic_unfamiliar = 1;
    std::vector<std::string> skill_patterns;
    FamilyId skill_family;
    int balance_from_age = 65;
    std::vector<FamilyId> balance_families;
    std::vector<ConditionId> balance_conditions;
    Stage no_signature_stage = Stage::acute;
    std::vector<Stressor> no_mobility_where_locked;
    std::map<std::string, int> review_days;
    std::vector<ExerciseId> staples;  ///< good general exercises, whose admissible share is watched
    double match_energy_tolerance = 0.2;
    double session_minutes_most = 60;
    std::vector<std::string> sources;
    bool operator==(const ProgramRules&) const = default;
};

/// data/rules/places.yaml.
struct PlaceRules {
    std::vector<std::string> assumed;
    std::map<std::string, std::vector<std::string>> brings;  ///< by place
    struct Also {
        std::vector<std::string> environments;
        std::vector<std::string> without_traits;
        bool operator==(const Also&) const = default;
    };
    std::map<std::string, Also> also_admits;
    std::map<std::string, std::string> environment_place;
    std::vector<std::string> anywhere;
    bool operator==(const PlaceRules&) const = default;
};

struct Probe {
    std::string id;
    std::vector<Stressor> tests;
    bool operator==(const Probe&) const = default;
};

/// One stage of a curated way back.
struct LadderStep {
    ExerciseId exercise;
    std::optional<double> minutes;
    std::vector<double> intervals;  ///< minutes easy, minutes hard, times; or empty
    std::string text;               ///< text id or empty
    bool operator==(const LadderStep&) const = default;
};
struct ReturnPathRule {
    std::string id;
    std::vector<FamilyId> families;
    std::vector<LadderStep> ladder;
    std::vector<std::string> entry;  ///< text ids
    std::vector<std::string> sources;
    bool operator==(const ReturnPathRule&) const = default;
};
struct ReturnRules {
    std::vector<std::string> enter;  ///< text ids that hold for every stage
    std::vector<std::string> back;
    std::vector<std::string> first;
    int clean_repeats = 2;
    int days_per_stage_least = 7;
    std::vector<std::string> sources;
    std::vector<ReturnPathRule> paths;
    bool operator==(const ReturnRules&) const = default;
};

/// A word that a patient file may use, with what people write for it.
struct ListedWord {
    std::string id;
    Synonyms synonyms;
    std::string meaning;
    std::string condition;  ///< procedures: the condition that it makes; else empty
    bool operator==(const ListedWord&) const = default;
};

/// A further fact that a patient file may give, under `answers`, and that rules read as "answers.ID".
struct AnswerWord {
    enum class Kind { yes_no, number, word };
    std::string id;
    Kind kind = Kind::yes_no;
    double from = 0;  ///< number
    double to = 0;
    std::vector<std::string> words;  ///< word
    std::string meaning;
    bool operator==(const AnswerWord&) const = default;
};

/// A fault of technique, why it matters and where that is said. What to tell the patient is text.
struct TechniqueFault {
    std::string fault;
    std::vector<FamilyId> families;
    std::string why;
    Support support;
    bool operator==(const TechniqueFault&) const = default;
};

/// A word that no text for a patient may hold, by its beginning, and what to say instead.
struct BannedWord {
    std::string word;
    std::string say;
    std::vector<std::string> allowed_in;  ///< phrases that may hold it ("is not damage")
    std::vector<std::string> sources;
    bool operator==(const BannedWord&) const = default;
};
/// data/rules/wording.yaml.
struct WordingRules {
    std::map<std::string, std::vector<BannedWord>> banned;  ///< by language
    double grade_most = 6;
    int words_per_sentence_most = 15;
    std::vector<std::string> sources;
    bool operator==(const WordingRules&) const = default;
};

/// data/rules/vocabulary.yaml, lists.yaml and the `answers` of all rule files.
struct Vocabulary {
    std::map<std::string, std::string> purposes;
    std::map<std::string, std::string> patterns;
    std::map<std::string, std::string> positions;
    std::map<std::string, std::string> environments;  ///< meaning; the place is in PlaceRules
    std::map<std::string, std::string> equipment;
    std::map<std::string, std::string> traits;
    std::vector<std::string> muscles;
    std::vector<ListedWord> comorbidities;
    std::vector<ListedWord> medications;
    std::vector<ListedWord> procedures;
    std::map<std::string, std::string> red_flags;  ///< key -> meaning
    std::vector<AnswerWord> answers;               ///< by id
    bool operator==(const Vocabulary&) const = default;
};

/// data/rules/words.yaml: how free text is resolved.
struct WordRules {
    std::map<std::string, std::vector<std::string>> stop_words;
    std::map<std::string, std::vector<std::string>> dose_words;
    std::map<std::string, std::vector<std::string>> class_words;
    std::vector<std::string> movement_verbs;
    std::vector<std::string> never_across;
    double sure_score = 0.8;
    double sure_ahead = 0.08;
    double split_at = 0.8;
    int fuzzy_from_letters = 5;
    bool operator==(const WordRules&) const = default;
};

struct Rules {
    Scales scales;
    CapRules caps;
    SearchRules search;
    DoseRules dose;
    PainRules pain;
    ProgramRules program;
    PlaceRules places;
    ReturnRules returns;
    Vocabulary vocabulary;
    WordRules words;
    std::vector<Probe> probes;
    std::vector<TechniqueFault> technique;  ///< by fault
    WordingRules wording;
    IdVector<TagId, Tag> tags;
    std::vector<Rule> rules;  ///< by id
    bool operator==(const Rules&) const = default;
};

}  // namespace detour
