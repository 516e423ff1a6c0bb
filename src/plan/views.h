// SPDX-License-Identifier: Apache-2.0
// What a plan shows of an exercise and of a source, taken out of the catalogue so that outputs need nothing else.
#pragma once

#include "plan/assessment.h"

#include <set>
#include <string>
#include <vector>

namespace detour {

ExerciseView view_of(const Catalogue& catalogue, const Say& say, ExerciseId exercise);

/// The published sources behind a load, each once, sorted.
std::vector<std::string> sources_of(const Catalogue& catalogue, const LoadEstimate& load);

/// Every source that the plan cites, by id, with its reference in one line.
std::vector<CitedSource> cited_sources(const Plan& plan, const Catalogue& catalogue);

}  // namespace detour
