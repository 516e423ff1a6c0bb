// SPDX-License-Identifier: Apache-2.0
#include "app/batch/batch_call.h"

#include "app/patient_input.h"
#include "read/resolver.h"
#include "read/sha256.h"

#include <fmt/format.h>

#include <charconv>
#include <thread>

namespace detour {
namespace {

constexpr unsigned most_jobs = 1024;

std::optional<unsigned> parse_jobs(const std::string& text) {
    unsigned jobs = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), jobs);
    const bool is_number = problem == std::errc{} && end == text.data() + text.size();
    return is_number && jobs >= 1 && jobs <= most_jobs ? std::optional{jobs} : std::nullopt;
}

unsigned jobs_of(const Invocation& call) {
    const auto given = call.value("jobs");
    return given ? *parse_jobs(*given) : std::max(1U, std::thread::hardware_concurrency());
}

std::string_view yes_or_no(bool value) {
    return value ? "yes" : "no";
}

std::string format_text(const OutputOptions& options) {
    if (options.pdf) {
        return options.json ? "all" : "pdf";
    }
    return options.json ? "json" : "md";
}

std::string audience_text(Audience audience) {
    switch (audience) {
        case Audience::patient:
            return "patient";
        case Audience::clinician:
            return "clinician";
        case Audience::both:
            return "both";
    }
    return "";
}

}  // namespace

std::optional<std::string> fault_of_batch_options(const Invocation& call) {
    if (!call.has("out")) {
        return "say where the files go, with --out DIR";
    }
    if (const auto jobs = call.value("jobs"); jobs && !parse_jobs(*jobs)) {
        return fmt::format("'{}' is no number of threads; expected 1 to {}", *jobs, most_jobs);
    }
    if (const auto shard = call.value("shard"); shard && !parse_shard(*shard)) {
        return fmt::format("'{}' is no shard; expected I/N with I from 1 to N, such as 3/8", *shard);
    }
    const auto format = call.value_or("format", "pdf");
    const bool has_pdf = format == "pdf" || format == "all";
    const bool has_handouts = has_pdf && call.value_or("for", "both") != "clinician";
    if (call.has("combined") && !has_pdf) {
        return "--combined joins PDF files; with this --format there are none";
    }
    if (call.has("print") && !has_handouts) {
        return "--print sends handouts as PDF; with this --format or --for there are none";
    }
    return fault_of_patient_options(call);
}

std::string options_text(const OutputOptions& options) {
    return fmt::format("format={} for={} paper={} draft={} all-excluded={} language={} date={}",
                       format_text(options),
                       audience_text(options.render.audience),
                       options.render.paper == Paper::letter ? "letter" : "a4",
                       yes_or_no(options.plan.draft),
                       yes_or_no(options.plan.all_excluded),
                       options.read.language.value_or("file"),
                       options.read.date ? date_text(*options.read.date) : "file");
}

BatchSetup batch_setup(const Invocation& call, const Environment& environment, const Catalogue& catalogue) {
    BatchSetup setup;
    setup.outputs = output_options(call, environment);
    setup.outputs.read.resolver = std::make_shared<const Resolver>(catalogue);
    setup.made_with =
        sha256_hex(fmt::format("{}\n{}\n{}", version_text(), catalogue.sha256, options_text(setup.outputs)));
    setup.jobs = jobs_of(call);
    setup.resume = call.has("resume");
    return setup;
}

Shard shard_of(const Invocation& call) {
    const auto given = call.value("shard");
    return given ? *parse_shard(*given) : Shard{};
}

ProgressStyle progress_style(const Invocation& call, const Environment& environment) {
    if (call.has("quiet")) {
        return ProgressStyle::none;
    }
    return environment.err_is_terminal ? ProgressStyle::bar : ProgressStyle::lines;
}

RunHeader header_of(const BatchSetup& setup,
                    const Catalogue& catalogue,
                    const Shard& shard,
                    const std::vector<std::string>& names,
                    std::size_t files) {
    return {version_text(),
            catalogue.id + " " + catalogue.sha256,
            options_text(setup.outputs),
            setup.made_with,
            shard.number,
            shard.of,
            names.size(),
            listing_digest(names),
            files};
}

std::string error_lines(const Settled& settled) {
    const auto folder = settled.file.path.parent_path();
    std::string text;
    for (const auto& error : settled.record.errors) {
        text += fmt::format("{}: error: {}\n", (folder / error.place).string(), error.message);
    }
    return text;
}

}  // namespace detour
