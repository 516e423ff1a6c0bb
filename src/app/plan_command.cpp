// SPDX-License-Identifier: Apache-2.0
// `detour plan`: reads each patient file, plans, renders, writes. A file that fails never stops the others.
#include "app/commands.h"
#include "app/knowledge.h"
#include "app/messages.h"
#include "app/output_file.h"
#include "app/patient_input.h"

#include <ostream>

namespace detour {
namespace {

struct PlanCall {
    const Invocation& call;
    const Environment& environment;
    const Knowledge& knowledge;
    OutputOptions options;
    DrawingDesk& drawing;

    /// Text without --out goes to standard output.
    bool prints() const { return !call.has("out") && !options.pdf; }
};

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

void tell_withheld(const PlanCall& plan_call, const std::string& file, const PatientOutputs& made) {
    if (made.handout_withheld && plan_call.options.is_for(Audience::patient) && !plan_call.call.has("quiet")) {
        plan_call.environment.err
            << file << ": no handout: questions that matter most are not answered; see the clinician sheet\n";
    }
}

bool plan_one(const PlanCall& plan_call, const std::string& file) {
    const auto source = load_input(file, plan_call.environment);
    if (!source) {
        print_failure(source.error(), plan_call.environment);
        return false;
    }
    const auto made = make_outputs(*source, plan_call.knowledge, plan_call.options, plan_call.drawing);
    const bool has_mistakes = print_diagnostics(made.diagnostics, plan_call.call, plan_call.environment);
    if (made.failure) {
        print_failure({file + ": " + made.failure->message}, plan_call.environment);
    }
    if (has_mistakes || made.failure) {
        return false;
    }
    tell_withheld(plan_call, file, made);
    return deliver(plan_call, made.files);
}

}  // namespace

ExitCode run_plan(const Invocation& call, const Environment& environment) {
    if (const auto fault = fault_of_patient_options(call)) {
        environment.err << "detour: " << *fault << "\n";
        return ExitCode::usage;
    }
    const auto knowledge = built_in_knowledge();
    DrawingDesk drawing;
    const PlanCall plan_call{call, environment, *knowledge, output_options(call, environment), drawing};
    bool all_done = true;
    for (const auto& file : call.arguments) {
        all_done = plan_one(plan_call, file) && all_done;
    }
    return all_done ? ExitCode::done : ExitCode::failed;
}

}  // namespace detour
