// SPDX-License-Identifier: Apache-2.0
// The catalogue as text and JSON lines, for reading on a terminal and by other programs.
#pragma once

#include "model/catalogue.h"

#include <optional>
#include <string>

namespace detour {

/// "running-10-km-h       Running, 10 km/h".
std::string list_line(const Catalogue& catalogue, ExerciseId id);
/// One JSON object on one line, by docs/plan_json.md.
std::string list_json(const Catalogue& catalogue, ExerciseId id);
/// Everything about an exercise: facts, loads with grade, evidence and reason, tags, swaps.
std::string show_exercise(const Catalogue& catalogue, ExerciseId id);
std::string show_family(const Catalogue& catalogue, FamilyId id);
std::string show_condition(const Catalogue& catalogue, ConditionId id);
/// The exercises that a tag catches and the rules and conditions that use it.
std::string show_tag(const Catalogue& catalogue, TagId id);
std::string show_rule(const Catalogue& catalogue, const Rule& rule);
/// Counts of everything, and the shares of verified rows and of grades.
std::string summary_of(const Catalogue& catalogue);
/// Whatever `id` names; nothing if nothing.
std::optional<std::string> show_anything(const Catalogue& catalogue, const std::string& id);
/// Every id that `show_anything` knows.
std::vector<std::string> all_ids(const Catalogue& catalogue);

}  // namespace detour
