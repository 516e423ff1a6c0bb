// SPDX-License-Identifier: Apache-2.0
// The fields of every value of a catalogue, in the order in which they are packed. A field that is left out here does
// not survive packing: the test over the whole knowledge base compares.
#pragma once

#include "model/catalogue.h"

#include <cereal/cereal.hpp>
#include <cereal/types/array.hpp>
#include <cereal/types/map.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/utility.hpp>
#include <cereal/types/variant.hpp>
#include <cereal/types/vector.hpp>

namespace detour {

// clang-format off: one line a type reads best

template <class A, class Tag> void serialize(A& a, Id<Tag>& v) { a(v.value); }
template <class A, class Unit> void serialize(A& a, Quantity<Unit>& v) { a(v.value); }
template <class A, class T> void serialize(A& a, Interval<T>& v) { a(v.low, v.best, v.high); }
template <class A, class Enum, class T> void serialize(A& a, EnumArray<Enum, T>& v) { a(v.items()); }
template <class A, class Key, class T> void serialize(A& a, IdVector<Key, T>& v) { a(v.items()); }
template <class A> void serialize(A& a, Range& v) { a(v.low, v.high); }

template <class A> void serialize(A& a, OrderedWord& v) { a(v.word, v.rank); }
template <class A> void serialize(A& a, Expression& v) { a(v.kind, v.field, v.op, v.operands, v.at_least, v.parts); }

template <class A> void serialize(A& a, LoadEstimate& v) { a(v.interval, v.grade, v.evidence, v.reason); }
template <class A> void serialize(A& a, MuscleUse& v) { a(v.muscle, v.weight); }
template <class A> void serialize(A& a, MeasuredOrder& v) { a(v.than, v.on, v.evidence); }
template <class A> void serialize(A& a, Family& v) {
    a(v.slug, v.purposes, v.patterns, v.muscles, v.faults, v.related, v.exercises, v.reference, v.usual, v.moved, v.dose_as, v.parameter, v.synonyms);
}
template <class A> void serialize(A& a, Exercise& v) {
    a(v.slug, v.family, v.level, v.at, v.environment, v.place, v.equipment, v.position, v.laterality, v.immersion, v.traits);
    a(v.met, v.met_evidence, v.contacts_per_min, v.loads, v.lower_than, v.figure, v.also, v.land_form, v.tags);
}
template <class A> void serialize(A& a, CuratedSwap& v) { a(v.from, v.to, v.keeps, v.lowers, v.raises, v.reason, v.sources); }

template <class A> void serialize(A& /*a*/, Always& /*v*/) {}
template <class A> void serialize(A& a, ThroughStage& v) { a(v.stage); }
template <class A> void serialize(A& a, ForWeeks& v) { a(v.weeks); }
template <class A> void serialize(A& a, WhileTrue& v) { a(v.expression); }
template <class A> void serialize(A& a, Support& v) { a(v.sources, v.verified); }
template <class A> void serialize(A& a, Bar& v) { a(v.id, v.tags, v.until, v.reason, v.support); }
template <class A> void serialize(A& a, SensitivityRow& v) { a(v.by_stage, v.why, v.support); }
template <class A> void serialize(A& a, ConditionCap& v) { a(v.stressor, v.at_most, v.unless, v.why, v.support); }
template <class A> void serialize(A& a, GoodFor& v) { a(v.match, v.grade, v.says, v.support, v.matches); }
template <class A> void serialize(A& a, SignatureExercise& v) { a(v.exercise, v.when); }
template <class A> void serialize(A& a, Misfit& v) { a(v.id, v.when, v.suggests, v.examine, v.support); }
template <class A> void serialize(A& a, IcdCode& v) { a(v.code, v.title, v.support); }
template <class A> void serialize(A& a, Condition& v) {
    a(v.slug, v.synonyms, v.icd_edition, v.icd10cm, v.default_stage, v.clock, v.radicular_form, v.comorbidity, v.sensitivity);
    a(v.locked, v.locked_until, v.caps, v.absolute, v.relative, v.allow_only, v.good_for, v.signature, v.misfit, v.see_urgently);
}

template <class A> void serialize(A& a, RuleCap& v) { a(v.stressor, v.at_most, v.is_protective); }
template <class A> void serialize(A& a, DoseLimits& v) {
    a(v.effort_max, v.minutes_max, v.sit_minutes_max, v.sets_max, v.reps_min, v.days_max, v.exercises_max, v.volume_factor);
    a(v.warmup_min, v.cooldown_min, v.reps_max, v.hold_max, v.rest_min, v.load_kg_max);
}
template <class A> void serialize(A& a, DoseFor& v) { a(v.match, v.limits, v.exercises); }
template <class A> void serialize(A& a, RuleEffects& v) {
    a(v.decision, v.urgency, v.irritability, v.speaks_for, v.exclude, v.caution_tags, v.condition, v.caps, v.dose, v.see_clinician);
    a(v.doses, v.step, v.ask, v.caution, v.hold_until, v.info);
}
template <class A> void serialize(A& a, Rule& v) {
    a(v.id, v.kind, v.flag, v.asked, v.must_answer, v.explained, v.when, v.then, v.on_unknown, v.statement, v.support);
}
template <class A> void serialize(A& a, Tag& v) { a(v.slug, v.meaning, v.when); }

template <class A> void serialize(A& a, Scales& v) { a(v.normal, v.bands); }
template <class A> void serialize(A& a, CapRow& v) { a(v.by_irritability, v.locked_low); }
template <class A> void serialize(A& a, LyingRelief& v) { a(v.stressors, v.compression_at_most, v.sensitivity_at_most, v.positions); }
template <class A> void serialize(A& a, CapRules& v) {
    a(v.caps, v.sitting, v.standing, v.sitting_minutes, v.standing_minutes, v.lying_relief, v.preference_eased);
    a(v.preference_opposite, v.culprit_cap);
}
template <class A> void serialize(A& a, DistanceWeights& v) { a(v.purpose, v.energy, v.muscles, v.pattern, v.environment); }
template <class A> void serialize(A& a, SearchRules& v) {
    a(v.aerobic, v.trunk, v.task, v.purpose_first, v.purpose_other, v.purpose_per_goal, v.purpose_lost, v.purpose_kept_second);
    a(v.environment_same, v.environment_other_place, v.environment_land_water, v.not_purposes, v.stand_ins);
    a(v.culprit_share_of_best, v.culprit_sure_score, v.lower_share, v.lower_normal, v.near, v.neighbours, v.answers);
    a(v.per_pattern_and_place, v.rank, v.tier_met_at_least, v.tier_met_share, v.unfamiliar, v.grades, v.specificity);
    a(v.sports_allowed, v.return_path, v.excluded_listed);
}
template <class A> void serialize(A& a, DoseRow& v) { a(v.minutes, v.bouts, v.days, v.sets, v.reps, v.hold_s, v.rest_s, v.effort); }
template <class A> void serialize(A& a, DoseRules& v) {
    a(v.unknown_irritability, v.doses, v.same_as, v.training_volume_factor, v.floor_minutes, v.floor_sets, v.floor_reps);
    a(v.floor_hold_s, v.warm_up_from_minutes, v.warm_up_minutes, v.cool_down_minutes, v.progression_minutes_share);
    a(v.progression_minutes_least, v.modify_onset_share, v.round_minutes_to, v.run_walk, v.sources);
}
template <class A> void serialize(A& a, PainCeiling& v) { a(v.when, v.go); }
template <class A> void serialize(A& a, PainRules& v) {
    a(v.ceiling, v.lower, v.slow_down, v.resting_from, v.resting_to, v.resting_persistent_low, v.resting_stop_above, v.no_bar_from);
    a(v.settle_h, v.sources);
}
template <class A> void serialize(A& a, ProgramRules& v) {
    a(v.exercises_default, v.exercises_high_irritability, v.exercises_from_65, v.exercises_most, v.level_by_stage, v.slots);
    a(v.trunk_families, v.trunk_purposes, v.aerobic_families_first, v.aerobic_residual, v.aerobic_evidence, v.aerobic_unfamiliar);
    a(v.skill_patterns, v.skill_family, v.balance_from_age, v.balance_families, v.balance_conditions, v.no_signature_stage);
    a(v.no_mobility_where_locked, v.review_days, v.match_energy_tolerance, v.session_minutes_most, v.sources, v.staples);
}
template <class A> void serialize(A& a, PlaceRules::Also& v) { a(v.environments, v.without_traits); }
template <class A> void serialize(A& a, PlaceRules& v) { a(v.assumed, v.brings, v.also_admits, v.environment_place, v.anywhere); }
template <class A> void serialize(A& a, Probe& v) { a(v.id, v.tests); }
template <class A> void serialize(A& a, LadderStep& v) { a(v.exercise, v.minutes, v.intervals, v.text); }
template <class A> void serialize(A& a, ReturnPathRule& v) { a(v.id, v.families, v.ladder, v.entry, v.sources); }
template <class A> void serialize(A& a, ReturnRules& v) {
    a(v.enter, v.back, v.first, v.clean_repeats, v.days_per_stage_least, v.sources, v.paths);
}
template <class A> void serialize(A& a, ListedWord& v) { a(v.id, v.synonyms, v.meaning, v.condition); }
template <class A> void serialize(A& a, AnswerWord& v) { a(v.id, v.kind, v.from, v.to, v.words, v.meaning); }
template <class A> void serialize(A& a, TechniqueFault& v) { a(v.fault, v.families, v.why, v.support); }
template <class A> void serialize(A& a, BannedWord& v) { a(v.word, v.say, v.allowed_in, v.sources); }
template <class A> void serialize(A& a, WordingRules& v) { a(v.banned, v.grade_most, v.words_per_sentence_most, v.sources); }
template <class A> void serialize(A& a, Vocabulary& v) {
    a(v.purposes, v.patterns, v.positions, v.environments, v.equipment, v.traits, v.muscles, v.comorbidities, v.medications);
    a(v.procedures, v.red_flags, v.answers);
}
template <class A> void serialize(A& a, WordRules& v) {
    a(v.stop_words, v.dose_words, v.class_words, v.movement_verbs, v.never_across, v.sure_score, v.sure_ahead, v.split_at);
    a(v.fuzzy_from_letters);
}
template <class A> void serialize(A& a, Rules& v) {
    a(v.scales, v.caps, v.search, v.dose, v.pain, v.program, v.places, v.returns, v.vocabulary, v.words, v.probes, v.technique, v.wording, v.tags, v.rules);
}

template <class A> void serialize(A& a, Point& v) { a(v.x, v.y); }
template <class A> void serialize(A& a, Prop& v) { a(v.type, v.numbers, v.words, v.lists); }
template <class A> void serialize(A& a, Target& v) { a(v.name, v.offset, v.height_is_absolute); }
template <class A> void serialize(A& a, Reach& v) { a(v.limb, v.to, v.grip, v.bend); }
template <class A> void serialize(A& a, Arrow& v) { a(v.from, v.to, v.bend, v.both); }
template <class A> void serialize(A& a, Frame& v) {
    a(v.pose, v.flat, v.order, v.place_point, v.place_at, v.align_point, v.align_x, v.ik, v.scene, v.arrows, v.badge, v.badge_at);
}
template <class A> void serialize(A& a, Figure& v) { a(v.id, v.view, v.layout, v.mirror, v.scene, v.frames); }

template <class A> void save(A& a, const Phrases& v) { a(v.language(), v.all()); }
template <class A> void load(A& a, Phrases& v) {
    std::string language;
    std::map<std::string, std::string, std::less<>> sentences;
    a(language, sentences);
    v = Phrases(std::move(language), std::move(sentences));
}
template <class A> void serialize(A& a, FaultText& v) { a(v.what, v.try_); }
template <class A> void serialize(A& a, ExerciseText& v) { a(v.name, v.short_name, v.keeps, v.feel, v.stop_if, v.steps, v.alt); }
template <class A> void serialize(A& a, Language& v) { a(v.phrases, v.exercises, v.family_names, v.faults); }
template <class A> void serialize(A& a, Source& v) { a(v.id, v.authors, v.year, v.title, v.journal, v.at, v.kind); }
template <class A> void serialize(A& a, Evidence& v) {
    a(v.id, v.source, v.activity, v.quantity, v.value, v.range, v.n, v.population, v.method, v.relative_to, v.note, v.verified);
}
template <class A> void serialize(A& a, Catalogue& v) {
    a(v.id, v.sha256, v.exercises, v.families, v.conditions, v.swaps, v.rules, v.sources, v.evidence, v.figures, v.languages);
}

// clang-format on

}  // namespace detour
