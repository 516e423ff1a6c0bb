// SPDX-License-Identifier: Apache-2.0
// What most tests of planning start from: the real knowledge base, and a patient written as YAML in the test.
#pragma once

#include "model/plan.h"
#include "plan/planner.h"

#include <string>
#include <string_view>

namespace detour::test {

/// The data folder of this checkout, read once.
const Knowledge& knowledge();

/// Reads a patient file given as text; the test fails with the diagnostics if it has errors. Today is 2026-11-02.
Patient patient(std::string_view yaml);

/// The same for a file of examples/.
Patient example(const std::string& name);

/// All ten flags answered no, as a YAML value.
std::string no_flags();

Plan plan(std::string_view yaml);

}  // namespace detour::test
