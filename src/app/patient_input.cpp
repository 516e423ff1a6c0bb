// SPDX-License-Identifier: Apache-2.0
#include "app/patient_input.h"

#include "app/messages.h"
#include "read/patient_reader.h"

#include <fmt/format.h>

#include <istream>
#include <iterator>
#include <ostream>

namespace detour {
namespace {

Expected<SourceText> load_input(const std::string& file, const Environment& environment) {
    if (file != "-") {
        return load_text(file);
    }
    std::string text(std::istreambuf_iterator<char>(environment.in), {});
    return SourceText{"standard input", std::move(text)};
}

}  // namespace

std::optional<std::string> fault_of_patient_options(const Invocation& call) {
    const auto date = call.value("date");
    if (date && !parse_date(*date)) {
        return fmt::format("unknown date '{}' of --date; expected a day like 2026-11-02", *date);
    }
    return std::nullopt;
}

std::optional<Patient> read_patient_file(const std::string& file,
                                         const Catalogue& catalogue,
                                         const Invocation& call,
                                         const Environment& environment) {
    const auto source = load_input(file, environment);
    if (!source) {
        print_failure(source.error(), environment);
        return std::nullopt;
    }
    ReadOptions options;
    options.today = environment.today;
    options.language = call.value("language");
    if (const auto date = call.value("date")) {
        options.date = parse_date(*date);
    }
    auto checked = read_patient(*source, catalogue, options);
    print_diagnostics(checked.diagnostics, call, environment);
    return checked.value;
}

}  // namespace detour
