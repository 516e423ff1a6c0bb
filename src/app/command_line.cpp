// SPDX-License-Identifier: Apache-2.0
#include "app/command_line.h"

#include "app/commands.h"
#include "base/text.h"

#include <boost/program_options.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace detour {
namespace {

namespace po = boost::program_options;

constexpr std::size_t any_number = 1'000'000;

const std::vector<OptionRow>& common_options() {
    static const std::vector<OptionRow> rows = {
        {"help", "", {}, "show this help"},
        {"quiet", "", {}, "print nothing but errors"},
        {"color", "WHEN", {"auto", "always", "never"}, "colour messages: auto, always or never"},
    };
    return rows;
}

const std::vector<OptionRow>& patient_options() {
    static const std::vector<OptionRow> rows = {
        {"date", "YYYY-MM-DD", {}, "the day of the assessment, instead of the file's"},
        {"language", "CODE", {}, "the language of the output, instead of the file's"},
    };
    return rows;
}

std::vector<OptionRow> with_patient_options(std::vector<OptionRow> rows) {
    std::ranges::copy(patient_options(), std::back_inserter(rows));
    return rows;
}

const std::vector<std::string> text_or_json = {"text", "json"};

/// What plan, batch and watch make of each patient.
std::vector<OptionRow> output_options(std::vector<OptionRow> rows) {
    const std::vector<OptionRow> all = {
        {"format", "WHAT", {"pdf", "md", "json", "all"}, "pdf (default), md, json or all"},
        {"for", "WHOM", {"patient", "clinician", "both"}, "patient, clinician or both (default)"},
        {"paper", "SIZE", {"a4", "letter"}, "a4 (default) or letter"},
        {"all-excluded", "", {}, "list every exercise that was left out, not the 20 nearest"},
        {"draft", "", {}, "print the handout although a question must be answered first, marked DRAFT"}};
    rows.insert(rows.end(), all.begin(), all.end());
    return with_patient_options(std::move(rows));
}

/// What batch and watch share.
const OptionRow out_option = {"out", "DIR", {}, "where the files go (needed)"};
const OptionRow jobs_option = {"jobs", "N", {}, "threads (default: one for each processor)", 'j'};
const OptionRow print_option = {"print", "QUEUE", {}, "send each handout to this CUPS queue, once"};

}  // namespace

const std::vector<CommandRow>& commands() {
    static const std::vector<CommandRow> rows = {
        {"plan",
         "FILE...",
         1,
         any_number,
         "plan for each patient file; - reads standard input",
         output_options({{"out", "DIR", {}, "where the files go (default: this folder)"}}),
         run_plan},
        {"batch",
         "DIR|FILE...",
         1,
         any_number,
         "plan for many patient files; whatever happens, none is lost",
         output_options({out_option,
                         jobs_option,
                         {"resume", "", {}, "make only what is missing, changed or broken"},
                         {"shard", "I/N", {}, "only part I of N, for N machines; join them with merge"},
                         {"combined", "FILE", {}, "also all handouts as one PDF, in the order of the file names"},
                         print_option}),
         run_batch},
        {"merge",
         "DIR...",
         1,
         any_number,
         "join the manifests of all shards and show that no patient is missing or double",
         {{"out", "FILE", {}, "the manifest to write (default: none, only the report)"}},
         run_merge},
        {"watch",
         "DIR",
         1,
         1,
         "plan for each patient file as it is saved in a folder, until stopped",
         output_options({out_option, jobs_option, print_option}),
         run_watch},
        {"check",
         "[FILE...]",
         0,
         any_number,
         "check patient files; nothing is planned",
         with_patient_options({{"words", "", {}, "list every word that a patient file may use, with its meaning"}}),
         run_check},
        {"explain",
         "FILE",
         1,
         1,
         "why an exercise is or is not offered to a patient",
         with_patient_options({{"exercise", "ID", {}, "an exercise id or name; without it, the five first answers"}}),
         run_explain},
        {"catalogue check",
         "[DIR]",
         0,
         1,
         "check a knowledge base folder, or the built-in one",
         {{"summary", "", {}, "print counts and shares"}},
         run_catalogue_check},
        {"catalogue list",
         "",
         0,
         0,
         "list the exercises",
         {{"format", "WHAT", text_or_json, "text (default) or json, one object a line"}},
         run_catalogue_list},
        {"catalogue show", "ID", 1, 1, "show an exercise, a condition, a tag or a rule", {}, run_catalogue_show},
        {"catalogue find",
         "TEXT...",
         1,
         any_number,
         "find exercises by what people call them, best first",
         {{"format", "WHAT", text_or_json, "text (default) or json, one object a line"}},
         run_catalogue_find},
        {"catalogue admissible",
         "",
         0,
         0,
         "in how many conditions and stages the common exercises stay admissible",
         {},
         run_catalogue_admissible},
        {"catalogue figures",
         "",
         0,
         0,
         "draw the contact sheet of all pictures",
         {{"out", "FILE", {}, "the PDF to write (default: figures.pdf)"}},
         run_catalogue_figures},
    };
    return rows;
}

std::optional<std::string> Invocation::value(const std::string& option) const {
    const auto found = options.find(option);
    return found == options.end() ? std::nullopt : std::optional{found->second};
}

std::string Invocation::value_or(const std::string& option, const std::string& otherwise) const {
    return value(option).value_or(otherwise);
}

std::string version_text() {
    return DETOUR_VERSION;
}

namespace {

std::string option_line(const OptionRow& option) {
    auto left = option.argument.empty() ? "--" + option.name : fmt::format("--{} {}", option.name, option.argument);
    if (option.letter != 0) {
        left = fmt::format("-{}, {}", option.letter, left);
    }
    return fmt::format("  {:<22} {}\n", left, option.help);
}

std::string help_for(const CommandRow& command) {
    auto text = fmt::format("usage: detour {} {}\n\n{}\n\n", command.name, command.arguments, command.summary);
    for (const auto& option : command.options) {
        text += option_line(option);
    }
    for (const auto& option : common_options()) {
        text += option_line(option);
    }
    return text;
}

std::string general_help() {
    std::string text =
        "Detour finds exercises that a sore back can bear, and the way back to the one that hurts.\n"
        "For clinicians. It supports a decision; it does not diagnose and does not replace an examination.\n\n"
        "usage: detour COMMAND [ARGUMENTS] [OPTIONS]\n\n";
    for (const auto& command : commands()) {
        text += fmt::format("  {:<20} {}\n", command.name, command.summary);
    }
    return text + "\n  detour COMMAND --help   more about a command\n  detour --help-all       all of it\n  detour "
                  "--version\n";
}

std::string all_help() {
    std::string text;
    for (const auto& command : commands()) {
        text += fmt::format("  {}\n", command.name);
        for (const auto& option : command.options) {
            text += "  " + option_line(option);
        }
    }
    for (const auto& option : common_options()) {
        text += option_line(option);
    }
    return text;
}

std::vector<std::string> command_names() {
    std::vector<std::string> names;
    for (const auto& command : commands()) {
        names.push_back(command.name);
    }
    return names;
}

UsageError unknown_command(const std::string& written) {
    const auto names = command_names();
    auto message = fmt::format("unknown command '{}'; expected {}", written, join_or(names));
    if (const auto near = nearest(written, names)) {
        message += fmt::format("; did you mean '{}'?", *near);
    }
    return {message};
}

std::vector<OptionRow> options_of(const CommandRow& command) {
    auto rows = command.options;
    std::ranges::copy(common_options(), std::back_inserter(rows));
    return rows;
}

UsageError unknown_option(const std::string& written, const CommandRow& command) {
    std::vector<std::string> names;
    for (const auto& option : options_of(command)) {
        names.push_back("--" + option.name);
    }
    auto message = fmt::format("unknown option '{}' of '{}'; expected {}", written, command.name, join_or(names));
    if (const auto near = nearest(written, names)) {
        message += fmt::format("; did you mean '{}'?", *near);
    }
    return {message};
}

po::options_description description_of(const std::vector<OptionRow>& options) {
    po::options_description description;
    for (const auto& option : options) {
        const auto names = option.letter == 0 ? option.name : fmt::format("{},{}", option.name, option.letter);
        if (option.argument.empty()) {
            description.add_options()(names.c_str(), option.help.c_str());
        } else {
            description.add_options()(names.c_str(), po::value<std::string>(), option.help.c_str());
        }
    }
    return description;
}

std::optional<UsageError> fault_of_value(const OptionRow& row, const std::string& value) {
    if (row.allowed.empty() || std::ranges::find(row.allowed, value) != row.allowed.end()) {
        return std::nullopt;
    }
    auto message = fmt::format("unknown value '{}' of --{}; expected {}", value, row.name, join_or(row.allowed));
    if (const auto near = nearest(value, row.allowed)) {
        message += fmt::format("; did you mean '{}'?", *near);
    }
    return UsageError{message};
}

/// Sorts what Boost parsed into arguments and options; the first fault ends it.
std::optional<UsageError>
take_option(const po::option& parsed, const std::vector<OptionRow>& rows, Invocation& invocation) {
    if (parsed.position_key >= 0) {
        invocation.arguments.insert(invocation.arguments.end(), parsed.value.begin(), parsed.value.end());
        return std::nullopt;
    }
    const auto row = std::ranges::find(rows, parsed.string_key, &OptionRow::name);
    const auto value = parsed.value.empty() ? std::string("yes") : parsed.value.front();
    if (!invocation.options.emplace(row->name, value).second) {
        return UsageError{fmt::format("option --{} is given twice", row->name)};
    }
    return fault_of_value(*row, value);
}

std::variant<ParsedCall, UsageError, HelpText> parse_options(const CommandRow& command,
                                                             const std::vector<std::string>& words) {
    const auto rows = options_of(command);
    const auto description = description_of(rows);
    ParsedCall call{&command, {}};
    try {
        po::positional_options_description positional;
        positional.add("argument", -1);
        auto with_arguments = po::options_description().add(description);
        with_arguments.add_options()("argument", po::value<std::vector<std::string>>());
        const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
        const auto parsed =
            po::command_line_parser(words).options(with_arguments).positional(positional).style(style).run();
        for (const auto& option : parsed.options) {
            if (const auto fault = take_option(option, rows, call.invocation)) {
                return *fault;
            }
        }
    } catch (const po::unknown_option& error) {
        return unknown_option(error.get_option_name(), command);
    } catch (const po::error& error) {
        return UsageError{error.what()};
    }
    if (call.invocation.has("help")) {
        return HelpText{help_for(command)};
    }
    const auto given = call.invocation.arguments.size();
    if (given < command.least || given > command.most) {
        return UsageError{fmt::format("usage: detour {} {}", command.name, command.arguments)};
    }
    return call;
}

/// The command that the first one or two words name.
const CommandRow* find_command(std::vector<std::string>& words) {
    for (const std::size_t length : {2U, 1U}) {
        if (words.size() < length) {
            continue;
        }
        const auto name = join(std::span(words).first(length), " ");
        const auto found = std::ranges::find(commands(), name, &CommandRow::name);
        if (found != commands().end()) {
            words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(length));
            return &*found;
        }
    }
    return nullptr;
}

}  // namespace

std::variant<ParsedCall, UsageError, HelpText> parse_command_line(std::span<const char* const> arguments) {
    std::vector<std::string> words(arguments.begin(), arguments.end());
    if (words.empty() || words.front() == "--help" || words.front() == "-h") {
        return HelpText{general_help()};
    }
    if (words.front() == "--help-all") {
        return HelpText{all_help()};
    }
    if (words.front() == "--version") {
        return HelpText{"detour " + version_text() + "\n"};
    }
    const auto* command = find_command(words);
    if (command == nullptr) {
        const bool two_words = words.front() == "catalogue" && words.size() > 1;
        return unknown_command(two_words ? words[0] + " " + words[1] : words[0]);
    }
    return parse_options(*command, words);
}

}  // namespace detour
