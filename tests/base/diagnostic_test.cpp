// SPDX-License-Identifier: Apache-2.0
#include "base/diagnostic.h"

#include <catch2/catch.hpp>

using namespace detour;

TEST_CASE("a message names its place, shows the line and points at the word", "[base]") {
    const Diagnostic diagnostic{
        {"anna.yaml", 12, 10},
        Severity::error,
        "unknown stage 'sub-acute'; expected acute, subacute or persistent; did you mean 'subacute'?",
        "  stage: sub-acute",
        {{{"anna.yaml", 3, 1}, "first defined here"}}};
    CHECK(format(diagnostic) == "anna.yaml:12:10: error: unknown stage 'sub-acute'; expected acute, subacute or "
                                "persistent; did you mean 'subacute'?\n"
                                "    stage: sub-acute\n"
                                "           ^\n"
                                "anna.yaml:3:1: note: first defined here\n");
}

TEST_CASE("diagnostics come sorted by place, each once", "[base]") {
    const Diagnostic first{{"a.yaml", 2, 1}, Severity::error, "x", "", {}};
    const Diagnostic second{{"a.yaml", 10, 1}, Severity::warning, "y", "", {}};
    CHECK(sorted({second, first, second}) == Diagnostics{first, second});
    CHECK(has_errors({second, first}));
    CHECK_FALSE(has_errors({second}));
}
