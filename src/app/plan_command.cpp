// SPDX-License-Identifier: Apache-2.0
// `detour plan`: reads each patient file, plans, renders, writes. A file that fails never stops the others.
#include "app/commands.h"
#include "app/knowledge.h"
#include "app/messages.h"
#include "app/output_file.h"
#include "app/patient_input.h"
#include "print/print.h"
#include "render/clinician_sheet.h"
#include "render/handout.h"
#include "render/json.h"
#include "render/markdown.h"

#include <fmt/format.h>

#include <istream>
#include <iterator>
#include <ostream>

namespace detour {
namespace {

/// One file to write, or a text for standard output.
struct Output {
    std::string name;  ///< "p-0042-handout.pdf"
    std::string bytes;
};

struct PlanCall {
    const Invocation& call;
    const Environment& environment;
    const Knowledge& knowledge;

    std::string format() const { return call.value_or("format", "pdf"); }
    bool wants(const std::string& one) const { return format() == one || format() == "all"; }
    bool is_for(const std::string& whom) const {
        const auto audience = call.value_or("for", "both");
        return audience == whom || audience == "both";
    }
    /// Text without --out goes to standard output.
    bool prints() const { return !call.has("out") && (format() == "json" || format() == "md"); }
};

RenderOptions render_options(const PlanCall& plan_call) {
    RenderOptions options;
    options.paper = plan_call.call.value_or("paper", "a4") == "letter" ? Paper::letter : Paper::a4;
    options.draft = plan_call.call.has("draft");
    return options;
}

/// The documents that this call asks for: the handout unless it is withheld, the clinician sheet.
std::vector<std::pair<std::string, Document>> documents_of(const PlanCall& plan_call, const Plan& plan) {
    const auto options = render_options(plan_call);
    std::vector<std::pair<std::string, Document>> documents;
    if (plan_call.is_for("patient") && !plan.handout_withheld) {
        documents.emplace_back("handout", write_handout(plan, options));
    }
    if (plan_call.is_for("clinician") || plan.handout_withheld) {
        documents.emplace_back("clinician", write_clinician_sheet(plan, options));
    }
    return documents;
}

Expected<std::vector<Output>> render_all(const PlanCall& plan_call, const Plan& plan) {
    std::vector<Output> outputs;
    std::string markdown;
    for (const auto& [kind, document] : documents_of(plan_call, plan)) {
        if (plan_call.wants("pdf")) {
            auto pdf = draw_pdf(document, render_options(plan_call));
            if (!pdf) {
                return tl::unexpected(pdf.error());
            }
            outputs.push_back({fmt::format("{}-{}.pdf", plan.patient.id, kind), std::move(*pdf)});
        }
        markdown += (markdown.empty() ? "" : "\n") + render_markdown(document);
    }
    if (plan_call.wants("md")) {
        outputs.push_back({plan.patient.id + ".md", markdown});
    }
    if (plan_call.wants("json")) {
        auto json = render_json(plan);
        if (!json) {
            return tl::unexpected(json.error());
        }
        outputs.push_back({plan.patient.id + ".json", *json + "\n"});
    }
    return outputs;
}

bool deliver(const PlanCall& plan_call, const std::vector<Output>& outputs) {
    bool all_written = true;
    for (const auto& output : outputs) {
        if (plan_call.prints()) {
            plan_call.environment.out << output.bytes;
            continue;
        }
        const auto path = std::filesystem::path(plan_call.call.value_or("out", ".")) / output.name;
        if (const auto written = write_whole(path, output.bytes); !written) {
            print_failure(written.error(), plan_call.environment);
            all_written = false;
        } else if (!plan_call.call.has("quiet")) {
            plan_call.environment.out << path.string() << "\n";
        }
    }
    return all_written;
}

void tell_withheld(const PlanCall& plan_call, const std::string& file, const Plan& plan) {
    if (plan.handout_withheld && plan_call.is_for("patient") && !plan_call.call.has("quiet")) {
        plan_call.environment.err
            << file << ": no handout: questions that matter most are not answered; see the clinician sheet\n";
    }
}

bool plan_one(const PlanCall& plan_call, const std::string& file) {
    const auto patient = read_patient_file(file, plan_call.knowledge.catalogue, plan_call.call, plan_call.environment);
    if (!patient) {
        return false;
    }
    try {
        const PlanOptions options{version_text(), plan_call.call.has("all-excluded"), plan_call.call.has("draft")};
        const auto plan = make_plan(*patient, plan_call.knowledge, options);
        const auto outputs = render_all(plan_call, plan);
        if (!outputs) {
            print_failure({file + ": " + outputs.error().message}, plan_call.environment);
            return false;
        }
        tell_withheld(plan_call, file, plan);
        return deliver(plan_call, *outputs);
    } catch (const std::logic_error& error) {
        plan_call.environment.err << file << ": a fault in the program: " << error.what() << "\n";
        return false;
    }
}

}  // namespace

ExitCode run_plan(const Invocation& call, const Environment& environment) {
    if (const auto fault = fault_of_patient_options(call)) {
        environment.err << "detour: " << *fault << "\n";
        return ExitCode::usage;
    }
    const auto knowledge = built_in_knowledge();
    const PlanCall plan_call{call, environment, *knowledge};
    bool all_done = true;
    for (const auto& file : call.arguments) {
        all_done = plan_one(plan_call, file) && all_done;
    }
    return all_done ? ExitCode::done : ExitCode::failed;
}

}  // namespace detour
