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

ReadOptions read_options(const Invocation& call, const Environment& environment) {
    ReadOptions options;
    options.today = environment.today;
    options.language = call.value("language");
    if (const auto date = call.value("date")) {
        options.date = parse_date(*date);
    }
    return options;
}

Audience audience_of(const std::string& whom) {
    if (whom == "both") {
        return Audience::both;
    }
    return whom == "patient" ? Audience::patient : Audience::clinician;
}

}  // namespace

std::optional<std::string> fault_of_patient_options(const Invocation& call) {
    const auto date = call.value("date");
    if (date && !parse_date(*date)) {
        return fmt::format("unknown date '{}' of --date; expected a day like 2026-11-02", *date);
    }
    return std::nullopt;
}

OutputOptions output_options(const Invocation& call, const Environment& environment) {
    const auto format = call.value_or("format", "pdf");
    const auto wants = [&](std::string_view one) { return format == one || format == "all"; };
    OutputOptions options;
    options.read = read_options(call, environment);
    options.plan = {version_text(), call.has("all-excluded"), call.has("draft")};
    options.render.paper = call.value_or("paper", "a4") == "letter" ? Paper::letter : Paper::a4;
    options.render.audience = audience_of(call.value_or("for", "both"));
    options.render.draft = call.has("draft");
    options.pdf = wants("pdf");
    options.markdown = wants("md");
    options.json = wants("json");
    return options;
}

Expected<SourceText> load_input(const std::string& file, const Environment& environment) {
    if (file != "-") {
        return load_text(file);
    }
    std::string text(std::istreambuf_iterator<char>(environment.in), {});
    return SourceText{"standard input", std::move(text)};
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
    auto checked = read_patient(*source, catalogue, read_options(call, environment));
    print_diagnostics(checked.diagnostics, call, environment);
    return checked.value;
}

}  // namespace detour
