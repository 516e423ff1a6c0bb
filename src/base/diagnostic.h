// SPDX-License-Identifier: Apache-2.0
// What is wrong in a text that a person wrote, where, and what was expected. Diagnostics are values: readers
// collect all of them, the command line prints them sorted.
#pragma once

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace detour {

/// A place in a file; line and column count from 1, columns count characters. Line 0: the file as a whole.
struct Place {
    std::string file;
    std::size_t line = 0;
    std::size_t column = 0;
    auto operator<=>(const Place&) const = default;
};

enum class Severity { error, warning };

/// A second place that explains the first ("first defined here").
struct Note {
    Place place;
    std::string message;
    auto operator<=>(const Note&) const = default;
};

/// `message`: lower case, one sentence, no full stop: what was found; what is allowed; the nearest.
struct Diagnostic {
    Place place;
    Severity severity = Severity::error;
    std::string message;
    std::string source_line;  ///< the line of the file, for the caret; may be empty
    std::vector<Note> notes;
    auto operator<=>(const Diagnostic&) const = default;
};

using Diagnostics = std::vector<Diagnostic>;

bool has_errors(const Diagnostics& diagnostics);

/// Sorted by file, line, column; equal ones once.
Diagnostics sorted(Diagnostics diagnostics);

/// `file:line:column: error: message`, then the source line and a caret, then the notes. Ends in a line break.
std::string format(const Diagnostic& diagnostic);

/// A value unless there were errors; warnings travel with success.
template <class T>
struct Checked {
    std::optional<T> value;
    Diagnostics diagnostics;
};

}  // namespace detour
