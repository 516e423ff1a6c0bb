// SPDX-License-Identifier: Apache-2.0
// What the program gets from the outside: streams and today's date. Tests pass their own.
#pragma once

#include "base/date.h"

#include <iosfwd>

namespace detour {

struct Environment {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    bool err_is_terminal = false;
    Date today{};
};

/// Exit codes of design: all done (a referral included), a patient file failed, usage, a bad knowledge base.
enum class ExitCode { done = 0, failed = 1, usage = 2, bad_knowledge = 3 };

}  // namespace detour
