// SPDX-License-Identifier: Apache-2.0
// What a condition does to a back: sensitivities by stage, what is barred until when, what helps, what does not fit.
#pragma once

#include "model/exercise.h"
#include "model/expression.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace detour {

using ConditionId = Id<struct ConditionTag>;

/// When a bar ends. Unknown clocks and unknown answers do not end it.
struct Always {
    bool operator==(const Always&) const = default;
};
struct ThroughStage {
    Stage stage = Stage::acute;
    bool operator==(const ThroughStage&) const = default;
};
struct ForWeeks {
    int weeks = 0;
    bool operator==(const ForWeeks&) const = default;
};
struct WhileTrue {
    Expression expression;
    bool operator==(const WhileTrue&) const = default;
};
using Until = std::variant<Always, ThroughStage, ForWeeks, WhileTrue>;

/// Where a clinical statement comes from, and whether it was seen there.
struct Support {
    std::vector<std::string> sources;
    bool verified = false;
    bool operator==(const Support&) const = default;
};

/// Exercises that a condition or a rule bars (absolute) or warns of (relative), named by tags.
struct Bar {
    std::string id;
    std::vector<TagId> tags;
    Until until;
    std::string reason;  ///< for the clinician
    Support support;
    bool operator==(const Bar&) const = default;
};

struct SensitivityRow {
    EnumArray<Stage, Sensitivity> by_stage;
    std::string why;
    Support support;
    bool operator==(const SensitivityRow&) const = default;
};

/// A cap of the condition's own, beyond the table of data/rules/caps.yaml.
struct ConditionCap {
    Stressor stressor = Stressor::compression;
    Load at_most;
    std::optional<Expression> unless;  ///< lifted when the answer is yes
    std::string why;
    Support support;
    bool operator==(const ConditionCap&) const = default;
};

struct GoodFor {
    Expression match;   ///< over an exercise
    std::string grade;  ///< key of SearchRules::grades
    std::string says;
    Support support;
    int matches = 0;  ///< how many exercises of the catalogue it names; computed
    bool operator==(const GoodFor&) const = default;
};

struct SignatureExercise {
    ExerciseId exercise;
    Expression when;
    bool operator==(const SignatureExercise&) const = default;
};

/// History that speaks against the recorded condition.
struct Misfit {
    std::string id;
    Expression when;
    std::string suggests;  ///< a condition id or another name
    std::string examine;
    Support support;
    bool operator==(const Misfit&) const = default;
};

struct IcdCode {
    std::string code;
    std::string title;
    Support support;
    bool operator==(const IcdCode&) const = default;
};

enum class Clock { onset, surgery, birth, implant };

struct Condition {
    std::string slug;
    Synonyms synonyms;
    int icd_edition = 0;
    std::vector<IcdCode> icd10cm;
    Stage default_stage = Stage::acute;
    Clock clock = Clock::onset;
    std::optional<ConditionId> radicular_form;
    std::string comorbidity;
    PerStressor<SensitivityRow> sensitivity;
    std::vector<Stressor> locked;
    Until locked_until = Always{};  ///< then the locked caps become symptom caps
    std::vector<ConditionCap> caps;
    std::vector<Bar> absolute;
    std::vector<Bar> relative;
    std::vector<Bar> allow_only;
    std::vector<GoodFor> good_for;
    std::vector<SignatureExercise> signature;
    std::vector<Misfit> misfit;
    std::vector<std::string> see_urgently;
    bool operator==(const Condition&) const = default;
};

}  // namespace detour
