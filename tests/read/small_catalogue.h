// SPDX-License-Identifier: Apache-2.0
// A knowledge base of two families, small enough to reckon by hand. Vocabulary, scales, caps, places and words are
// those of data/, so that the marks are the real ones.
#pragma once

#include "model/phrases.h"
#include "read/catalogue_reader.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace detour::test {

inline SourceText from_data(const std::string& name) {
    return {name, load_text(std::string(DETOUR_SOURCE_DIR "/data/") + name)->text};
}

inline std::string used_by_code() {
    std::string text = "schema: 1\n";
    for (const auto& key : phrases_used_by_code()) {
        text += fmt::format("\"{}\": \"x\"\n", key);
    }
    return text;
}

inline const std::string small_evidence = R"(schema: 1
sources:
  study: {authors: "A", year: 2000, title: "T", at: "doi:10.1/x", kind: measurement}
evidence:
  - {id: stand, source: study, activity: "standing", quantity: disc-pressure, value: 0.5, verified: true}
  - {id: walk-pressure, source: study, activity: "walking", quantity: disc-pressure, range: [0.5, 0.7], relative_to: stand}
  - {id: walk-ratio, source: study, activity: "walking", quantity: implant-force-ratio, value: 1.8, n: 10}
  - {id: walk-force, source: study, activity: "walking", quantity: peak-force, value: 1.2, n: 23}
  - {id: run-force, source: study, activity: "running", quantity: peak-force, value: 2.4, n: 3}
  - {id: fast-force, source: study, activity: "fast running", quantity: peak-force, value: 3.0, n: 3}
  - {id: chest-factor, source: study, activity: "chest-deep", quantity: factor, range: [0.3, 0.6]}
  - {id: energy, source: study, activity: "moving", quantity: met, value: 3.5}
)";

inline const std::string small_walking = R"(schema: 1
family: walking
purposes: [aerobic]
patterns: [gait]
muscles: {calves: 2}
reference: walking-easy
synonyms: {en: [walk, stroll], es: [caminar]}
parameter: {name: pace_km_h}
loads:
  flexion: {mark: none, why: "upright"}
  extension: {mark: none, why: "upright"}
  sitting: {mark: none, why: "upright"}
  neural_tension: {mark: none, why: "upright"}
  vibration: {mark: none, why: "none"}
  shear: {mark: low, why: "upright"}
exercises:
  - id: walking-easy
    level: 1
    at: {pace_km_h: 4}
    environment: outdoors
    position: upright-gait
    laterality: alternating
    met: {evidence: energy}
    loads:
      compression: {evidence: [walk-pressure, walk-ratio]}
      impact: {evidence: [walk-force]}
      rotation: {mark: low, why: "arms swing"}
      standing: {mark: moderate, why: "on the feet"}
    figure: stick
  - id: walking-pool
    level: 2
    environment: pool-chest
    equipment: [pool]
    position: standing-in-water
    laterality: alternating
    immersion: chest
    met: {evidence: energy}
    water: {of: walking-easy, rule: chest}
    also: {en: [wading]}
    figure: stick
)";

inline const std::string small_running = R"(schema: 1
family: running
purposes: [aerobic, sport]
patterns: [gait]
muscles: {calves: 3}
reference: running-easy
related: [walking]
synonyms: {en: [run, jogging], es: [correr]}
faults: [overstriding]
loads:
  compression: {of: walking-easy, widen: 0.5, times: 2, why: "twice the force"}
  shear: {mark: moderate, why: "leaning"}
  flexion: {low: 0, best: 0.1, high: 0.3, why: "leaning"}
  extension: {mark: low, why: "push-off"}
  rotation: {mark: low, why: "arms swing"}
  sitting: {mark: none, why: "upright"}
  standing: {mark: high, why: "on the feet"}
  neural_tension: {mark: low, why: "long steps"}
  vibration: {mark: none, why: "none"}
exercises:
  - id: running-easy
    level: 3
    at: {pace_km_h: 8}
    environment: outdoors
    position: upright-gait
    laterality: alternating
    traits: [repetitive-impact]
    met: {evidence: energy}
    loads:
      impact: {evidence: [run-force]}
    figure: stick
  - id: running-middling
    level: 4
    at: {pace_km_h: 10}
    environment: outdoors
    position: upright-gait
    laterality: alternating
    traits: [repetitive-impact]
    met: {evidence: energy}
    loads:
      impact: {of: running-easy, by: speed-line}
    figure: stick
substitutions:
  - {from: running-easy, to: walking-easy, keeps: [aerobic], lowers: [impact], reason: "no flight", source: [study]}
)";

inline const std::string small_condition = R"(schema: 1
condition: sore-back
synonyms: {en: [back ache]}
icd10cm: {edition: 2026, codes: [{code: M54.50, title: "Low back pain", source: [study], verified: true}]}
default_stage: persistent
radicular_form: sore-leg
sensitivity:
  compression: {acute: high, subacute: moderate, persistent: low, source: [study], why: "w"}
  shear: {acute: high, subacute: moderate, persistent: low, source: [study], why: "w"}
  impact: {acute: high, subacute: moderate, persistent: low, source: [study], why: "w"}
  flexion: {acute: high, subacute: moderate, persistent: low, source: [study], why: "w"}
  extension: {acute: high, subacute: moderate, persistent: low, source: [study], why: "w"}
  rotation: {acute: high, subacute: moderate, persistent: low, source: [study], why: "w"}
  sitting: {acute: high, subacute: moderate, persistent: low, source: [study], why: "w"}
  standing: {acute: high, subacute: moderate, persistent: low, source: [study], why: "w"}
  neural_tension: {acute: high, subacute: moderate, persistent: low, source: [study], why: "w"}
  vibration: {acute: high, subacute: moderate, persistent: low, source: [study], why: "w"}
contraindications:
  absolute: [{id: no-landing, tags: [landing], until: {weeks: 6}, reason: "r", source: [study]}]
good_for: [{match: "family == walking", grade: trial, says: "s", source: [study]}]
)";

inline const std::string small_search = R"(schema: 1
distance:
  aerobic: {purpose: 0.35, energy: 0.20, muscles: 0.15, pattern: 0.20, environment: 0.10}
  trunk: {purpose: 0.30, energy: 0.05, muscles: 0.35, pattern: 0.25, environment: 0.05}
  task: {purpose: 0.20, energy: 0.10, muscles: 0.20, pattern: 0.40, environment: 0.10}
purpose: {first: 1.0, other: 0.5, per_goal: 0.7, lost: 1.0, kept_second: 0.4}
environment: {same: 0, other_place: 0.5, land_water: 1.0}
not_purposes: [sport, daily-task]
stand_ins: {sit: [aerobic]}
culprits: {share_of_best: 0.75, sure_score: 6}
lower: {share: 0.20, normal: 0.10}
near: 64
neighbours: 8
answers: 5
per_pattern_and_place: 2
rank: {distance: 1, residual: 0.6, evidence: 0.5, curated: 0.15, caution: 0.25, cautions_at_most: 3, tier: 0.3, eased: 0.3, preferred: 0.15, probable: 0.05}
tier: {met_at_least: 3, met_share: 0.35}
unfamiliar: {reference: 0, base: 0.08, per_level: 0.05, fall_risk: 0.15, swim_skill: 0.05, unusual: 0.12}
grades: {guideline: 0.9, review: 0.9, trial: 0.8, swap: 0.7, consensus: 0.65, clinic: 0.45, inference: 0.4}
specificity: [{below: 45, times: 1.0}]
sports_allowed: []
return_path: {base: 0.15, distance: 0.2, unfamiliar: 1.5, relief_undone: 0.3}
excluded_listed: 20
)";

inline const std::string small_dose = R"(schema: 1
unknown_irritability: high
doses:
  aerobic:
    acute: {low: {minutes: 10}, moderate: {minutes: 5}, high: {minutes: [3, 5]}}
    subacute: {low: {minutes: 10}, moderate: {minutes: 5}, high: {minutes: 3}}
    persistent: {low: {minutes: 10}, moderate: {minutes: 5}, high: {minutes: 3}}
same_as: {strength: aerobic, motor-control: aerobic, mobility: aerobic, balance: aerobic, neural: aerobic, relaxation: aerobic, sport: aerobic, daily-task: aerobic}
training: {sedentary: {volume_factor: 0.5}}
floor: {minutes: 3, sets: 1, reps: 3, hold: 3}
warm_up: {from_minutes: 15, warm_up: 5, cool_down: 5}
progression: {minutes_share: 0.10, minutes_least: 5}
round_minutes_to: 5
modify: {onset_share: 0.67, run_walk: [4, 2, 5]}
source: [study]
)";

inline const std::string small_program = R"(schema: 1
exercises: {default: 4, high_irritability: 3, from_65: 3, most: 6}
level_by_stage: {acute: 1, subacute: 2, persistent: 3}
slots: [alternative, aerobic]
trunk: {families: [walking], purposes: [motor-control]}
aerobic: {families_first: [walking], residual: 1.0, evidence: 0.6, unfamiliar: 1.0}
skill: {patterns: [lift], family: walking}
balance: {from_age: 65, families: [walking], conditions: [sore-back]}
no_signature: {stage: acute}
no_mobility_where_locked: [flexion]
review_days: {default: 14}
staples: [walking-easy]
match_energy: {tolerance: 0.2, session_minutes_most: 60}
source: [study]
)";

inline const std::string small_lists = R"(schema: 1
comorbidities:
  - {id: knee-oa, synonyms: {en: [worn knee, knee arthritis]}, meaning: "m"}
  - {id: weak-bones, meaning: "m"}
medications: [{id: beta-blocker, synonyms: {en: [bisoprolol]}}]
procedures: [{id: disc-operation, synonyms: {en: [discectomy]}, condition: operated-back}]
red_flags: {saddle_numbness: "numb between the legs", night_pain: "pain at night"}
)";

inline const std::string small_rules = R"(schema: 1
rules:
  - id: rf-saddle
    kind: red-flag
    flag: saddle_numbness
    asked: always
    must_answer: true
    when: "red_flags.saddle_numbness == yes"
    then: {decision: refer, urgency: emergency}
    statement: "s"
    source: [study]
    verified: true
  - {id: old, kind: age, when: "age >= 65", then: {caution_tags: [landing], see_clinician: routine}, statement: "s", source: [study]}
  - id: reads-the-rest
    kind: comorbidity
    when: {any: ["comorbidities has knee-oa", "comorbidities has weak-bones", "medications has beta-blocker", "red_flags.night_pain == yes"]}
    then: {info: true}
    statement: "s"
    source: [study]
)";

inline const std::string small_texts = R"(schema: 1
"rule.rf-saddle.question": "q"
"rule.rf-saddle.patient": "p"
"condition.sore-back.name": "Sore back"
"condition.sore-back.plain": "p"
"condition.sore-back.outlook": "o"
"condition.sore-leg.name": "Sore leg"
"condition.sore-leg.plain": "p"
"condition.sore-leg.outlook": "o"
"condition.operated-back.name": "After an operation"
"condition.operated-back.plain": "p"
"condition.operated-back.outlook": "o"
"probe.chair.question": "q"
"probe.chair.yes": "y"
"probe.chair.no": "n"
"return.clean": "c"
)";

inline std::string
exercise_text(const std::string& family, const std::string& faults, const std::vector<std::string>& ids) {
    auto text = fmt::format("schema: 1\nfamily: {0}\nname: {0}\n{1}keeps: \"k\"\nfeel: \"f\"\nstop_if: \"s\"\ndo: "
                            "[\"Do this.\", \"Do that.\"]\nexercises:\n",
                            family,
                            faults);
    for (const auto& id : ids) {
        text += fmt::format("  {0}: {{name: \"{0}\", short: \"s\", alt: \"a\"}}\n", id);
    }
    return text;
}

/// The condition of `small_condition` under another name, without what must be unique.
inline std::string other_condition(const std::string& name, const std::string& changed) {
    auto text = small_condition;
    const auto replace = [&](const std::string& from, const std::string& to) {
        text.replace(text.find(from), from.size(), to);
    };
    replace("condition: sore-back", "condition: " + name);
    replace("synonyms: {en: [back ache]}\n", "");
    replace("radicular_form: sore-leg\n", changed);
    text.erase(text.find("contraindications:"), text.find("good_for:") - text.find("contraindications:"));
    return text;
}

inline std::vector<SourceText> small_data() {
    std::vector<SourceText> files = {
        {"evidence/study.yaml", small_evidence},
        {"exercises/walking.yaml", small_walking},
        {"exercises/running.yaml", small_running},
        {"conditions/sore-back.yaml", small_condition},
        {"conditions/sore-leg.yaml", other_condition("sore-leg", "")},
        {"conditions/operated-back.yaml",
         other_condition("operated-back", "stage_counts: surgery\ncomorbidity: weak-bones\n")},
        {"figures/stick.yaml",
         "schema: 1\nfigure: stick\nview: side\nlayout: single\nframes:\n  - {pose: {pitch: 0}, place: drop}\n"},
        {"rules/edition.yaml", "schema: 1\nedition: \"test\"\n"},
        {"rules/search.yaml", small_search},
        {"rules/dose.yaml", small_dose},
        {"rules/program.yaml", small_program},
        {"rules/lists.yaml", small_lists},
        {"rules/red_flags.yaml", small_rules},
        {"rules/pain.yaml",
         "schema: 1\nceiling: {low: 4, moderate: 3, high: 2}\nslow_down: 2\nresting: [{from: 3, to: 5, go: resting, "
         "go_persistent_low: 1, stop_above: 2}]\nno_bar_from: 6\nsettle_h: 24\nsource: [study]\n"},
        {"rules/probes.yaml", "schema: 1\nprobes: [{id: chair, tests: [sitting]}]\n"},
        {"rules/return_paths.yaml",
         "schema: 1\ncommon: {enter: [clean], back: [clean], first: [clean], clean_repeats: 2, days_per_stage_least: "
         "7, source: [study]}\npaths: []\n"},
        {"rules/technique.yaml",
         "schema: 1\ntechnique: [{fault: overstriding, families: [running], why: \"w\", source: [study], verified: "
         "true}]\n"},
        {"rules/wording.yaml",
         "schema: 1\nbanned: {en: [{word: crumbl, say: \"sore\", source: [study]}]}\ngrade_most: 12\n"
         "words_per_sentence_most: 15\nsource: [study]\n"},
        {"rules/tags.yaml", "schema: 1\ntags: [{tag: landing, meaning: \"m\", when: \"impact >= high\"}]\n"},
        {"rules/formulas.yaml",
         "schema: 1\nformulas: [{formula: speed-line, stressor: [impact], between: {at: pace_km_h, from: run-force, "
         "from_at: 8, to: fast-force, to_at: 12, spread: 0.1}, statement: \"s\"}]\n"},
        {"rules/water.yaml",
         "schema: 1\nrules:\n  - rule: chest\n    statement: \"s\"\n    loads:\n      compression: {factor: [0.5, 0.8, "
         "1.0], why: \"judged\"}\n      shear: {keep: true}\n      impact: {factor: [0.3, 0.5, 0.6], evidence: "
         "[chest-factor]}\n      flexion: {keep: true}\n      extension: {keep: true}\n      rotation: {keep: true}\n  "
         "    sitting: {keep: true}\n      standing: {value: [0, 0.1, 0.2], why: \"the water bears it\"}\n      "
         "neural_tension: {keep: true}\n      vibration: {keep: true}\n"},
        {"text/en/small.yaml", small_texts},
        {"text/en/code.yaml", used_by_code()},
        {"text/en/exercises/walking.yaml", exercise_text("walking", "", {"walking-easy", "walking-pool"})},
        {"text/en/exercises/running.yaml",
         exercise_text(
             "running", "faults: {overstriding: {what: \"w\", try: \"t\"}}\n", {"running-easy", "running-middling"})},
    };
    for (const auto* table : {"vocabulary", "scales", "inference", "caps", "places", "words"}) {
        files.push_back(from_data(fmt::format("rules/{}.yaml", table)));
    }
    return files;
}

/// The small data with one text of one file replaced by another.
inline std::vector<SourceText> small_data_but(std::string_view file, std::string_view from, std::string_view to) {
    auto files = small_data();
    const auto found = std::ranges::find(files, file, &SourceText::name);
    REQUIRE(found != files.end());
    REQUIRE(found->text.find(from) != std::string::npos);
    found->text.replace(found->text.find(from), from.size(), to);
    return files;
}

inline std::string all_messages(const Diagnostics& diagnostics) {
    std::string text;
    for (const auto& one : diagnostics) {
        text += format(one);
    }
    return text;
}

inline const Catalogue& small_catalogue() {
    static const auto catalogue = [] {
        auto checked = read_catalogue(small_data());
        INFO(all_messages(checked.diagnostics));
        REQUIRE(checked.value);
        return *checked.value;
    }();
    return catalogue;
}

}  // namespace detour::test
