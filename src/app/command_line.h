// SPDX-License-Identifier: Apache-2.0
// The command line as a table: commands, their options, what each may be. Boost parses; the help text, the checks of
// values and "did you mean" are ours.
#pragma once

#include "app/environment.h"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace detour {

/// A parsed call: the command's arguments and the options that were given.
struct Invocation {
    std::vector<std::string> arguments;
    std::map<std::string, std::string> options;  ///< a flag's value is "yes"

    bool has(const std::string& option) const { return options.contains(option); }
    std::optional<std::string> value(const std::string& option) const;
    std::string value_or(const std::string& option, const std::string& otherwise) const;
};

struct OptionRow {
    std::string name;
    std::string argument;              ///< "DIR"; empty: a flag
    std::vector<std::string> allowed;  ///< the words that it may be; empty: any
    std::string help;
    char letter = 0;  ///< a short form, 'j' for -j; 0: none
};

struct CommandRow {
    std::string name;       ///< "plan", "catalogue check"
    std::string arguments;  ///< "FILE..."
    std::size_t least = 0;  ///< how many arguments at least
    std::size_t most = 0;   ///< and at most
    std::string summary;
    std::vector<OptionRow> options;
    std::function<ExitCode(const Invocation&, const Environment&)> run;
};

/// One row for each command.
const std::vector<CommandRow>& commands();

struct ParsedCall {
    const CommandRow* command = nullptr;
    Invocation invocation;
};
struct UsageError {
    std::string message;
};
/// What to print instead of running: help or the version.
struct HelpText {
    std::string text;
};
std::variant<ParsedCall, UsageError, HelpText> parse_command_line(std::span<const char* const> arguments);

std::string version_text();

}  // namespace detour
