// SPDX-License-Identifier: Apache-2.0
#include "app/messages.h"

#include <ostream>

namespace detour {
namespace {

bool wants_color(const Invocation& call, const Environment& environment) {
    const auto when = call.value_or("color", "auto");
    return when == "always" || (when == "auto" && environment.err_is_terminal);
}

std::string colored(std::string text, Severity severity) {
    const std::string word = severity == Severity::error ? "error:" : "warning:";
    const std::string color = severity == Severity::error ? "\x1b[1;31m" : "\x1b[1;33m";
    if (const auto at = text.find(word); at != std::string::npos) {
        text.replace(at, word.size(), color + word + "\x1b[0m");
    }
    return text;
}

}  // namespace

bool print_diagnostics(const Diagnostics& diagnostics, const Invocation& call, const Environment& environment) {
    const bool quiet = call.has("quiet");
    const bool color = wants_color(call, environment);
    for (const auto& one : sorted(diagnostics)) {
        if (quiet && one.severity == Severity::warning) {
            continue;
        }
        environment.err << (color ? colored(format(one), one.severity) : format(one));
    }
    return has_errors(diagnostics);
}

void print_failure(const Failure& failure, const Environment& environment) {
    environment.err << "detour: " << failure.message << "\n";
}

}  // namespace detour
