// SPDX-License-Identifier: Apache-2.0
#include "app/run.h"

#include "app/command_line.h"

#include <exception>
#include <ostream>

namespace detour {

int run(std::span<const char* const> arguments, const Environment& environment) {
    const auto parsed = parse_command_line(arguments);
    if (const auto* help = std::get_if<HelpText>(&parsed)) {
        environment.out << help->text;
        return static_cast<int>(ExitCode::done);
    }
    if (const auto* error = std::get_if<UsageError>(&parsed)) {
        environment.err << "detour: " << error->message << "\n";
        return static_cast<int>(ExitCode::usage);
    }
    const auto& call = std::get<ParsedCall>(parsed);
    try {
        return static_cast<int>(call.command->run(call.invocation, environment));
    } catch (const std::exception& error) {
        environment.err << "detour: a fault in the program: " << error.what() << "\n";
        return static_cast<int>(ExitCode::failed);
    }
}

}  // namespace detour
