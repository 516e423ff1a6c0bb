// SPDX-License-Identifier: Apache-2.0
// A clinical vignette: an invented patient, and what published sources say about such a patient. Format: README.md.
#pragma once

#include "base/result.h"
#include "model/decision.h"

#include <optional>
#include <string>
#include <vector>

namespace detour::vignettes {

struct DoseLimit {
    std::string name;  ///< exercise or family; empty: whatever is offered
    std::optional<double> minutes;
    std::optional<double> effort;
    std::optional<double> sets;
    std::optional<double> days;
};

/// What the source expects; an empty member expects nothing.
struct Expectation {
    std::vector<Decision> decision;  ///< one of these
    bool or_refused = false;         ///< or the program refuses the file: nothing is planned
    std::optional<Urgency> urgency;
    std::optional<Urgency> see_clinician;   ///< at least
    std::vector<std::string> some_of;       ///< exercises, families or tag:TAG, one of which is offered
    std::vector<std::string> none_of;       ///< and none of which is
    std::vector<std::string> asks;          ///< red flags, rules or fields among the questions
    std::vector<std::string> does_not_ask;  ///< and not among them
    std::string irritability;               ///< low, moderate, high
    std::vector<std::string> follow_up;     ///< one of: progress, hold, regress, switch, re-examine, refer
    std::string return_path;                ///< open, wait, barred, none
    std::vector<std::string> mentions;      ///< words of the cautions or the program's advice
    std::vector<std::string> does_not_mention;
    std::optional<bool> handout_withheld;  ///< a question must be answered first
    std::optional<bool> has_pain_bar;      ///< a range of acceptable pain is printed
    std::optional<int> pain_go_at_most;    ///< the highest pain that is still "go"
    std::optional<int> pain_go_at_least;   ///< and the lowest
    std::optional<DoseLimit> dose_at_most;
    std::optional<double> exercises_at_most;  ///< in the program
};

struct Vignette {
    std::string file;
    int line = 0;
    std::string id;
    std::vector<std::string> sources;
    bool is_judged = false;  ///< rests on reasoning, not on a text
    std::string says;
    std::string patient;  ///< a whole patient file: the base with the vignette's differences
    Expectation expect;
};

/// The vignettes of one file. Fails at the first mistake, with its place: an unknown key, no source, no expectation.
Expected<std::vector<Vignette>> read_vignettes(const std::string& path, const std::string& base_path);

}  // namespace detour::vignettes
