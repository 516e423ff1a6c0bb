// SPDX-License-Identifier: Apache-2.0
#include "base/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace detour {
namespace {

std::string format_place(const Place& place) {
    if (place.line == 0) {
        return place.file;
    }
    return fmt::format("{}:{}:{}", place.file, place.line, place.column);
}

std::string format_caret(const Diagnostic& diagnostic) {
    if (diagnostic.source_line.empty() || diagnostic.place.column == 0) {
        return {};
    }
    return fmt::format("  {}\n  {:>{}}\n", diagnostic.source_line, "^", diagnostic.place.column);
}

}  // namespace

bool has_errors(const Diagnostics& diagnostics) {
    return std::ranges::any_of(diagnostics, [](const Diagnostic& one) { return one.severity == Severity::error; });
}

Diagnostics sorted(Diagnostics diagnostics) {
    std::ranges::stable_sort(diagnostics, {}, [](const Diagnostic& one) { return std::tie(one.place, one.message); });
    const auto duplicates = std::ranges::unique(diagnostics);
    diagnostics.erase(duplicates.begin(), duplicates.end());
    return diagnostics;
}

std::string format(const Diagnostic& diagnostic) {
    const auto* severity = diagnostic.severity == Severity::error ? "error" : "warning";
    auto text = fmt::format("{}: {}: {}\n", format_place(diagnostic.place), severity, diagnostic.message);
    text += format_caret(diagnostic);
    for (const auto& note : diagnostic.notes) {
        text += fmt::format("{}: note: {}\n", format_place(note.place), note.message);
    }
    return text;
}

}  // namespace detour
