// SPDX-License-Identifier: Apache-2.0
// `detour explain`: why an exercise is or is not offered; without --exercise, why the first answers are.
#include "app/commands.h"
#include "app/knowledge.h"
#include "app/patient_input.h"
#include "base/text.h"
#include "plan/explain.h"
#include "read/resolver.h"

#include <fmt/format.h>

#include <ostream>

namespace detour {
namespace {

std::string sources_text(const std::vector<std::string>& sources) {
    return sources.empty() ? "" : fmt::format(" [{}]", join(sources, ", "));
}

std::string lower_text(const ExplainedLoad& load) {
    if (!load.activity) {
        return "";
    }
    const auto than = fmt::format(" than {}", number_text(*load.activity));
    if (!load.lower) {
        return "not lower" + than;
    }
    return (*load.lower == Certainty::sure ? "surely lower" : "probably lower") + than;
}

std::string load_line(const ExplainedLoad& load) {
    const auto& interval = load.load.interval;
    const auto cap = load.cap ? fmt::format("cap {}{}", number_text(*load.cap), load.is_within ? "" : ", above it")
                              : std::string("no cap");
    return fmt::format("  {:<15} {:<20} {} {:<16} {:<24} {}{}\n",
                       id_of(load.stressor),
                       fmt::format("{} ({} to {})",
                                   number_text(interval.best.value),
                                   number_text(interval.low.value),
                                   number_text(interval.high.value)),
                       letter_of(load.load.grade),
                       cap,
                       lower_text(load),
                       load.is_culprit ? "culprit; " : "",
                       load.load.evidence.empty() ? load.load.reason : join(load.load.evidence, ", "));
}

std::string verdict_of(const Explanation& explanation) {
    if (explanation.decision == Decision::refer || explanation.decision == Decision::hold) {
        return fmt::format("not offered: the decision is {}, whatever follows", id_of(explanation.decision));
    }
    if (explanation.is_substitute) {
        return "can be offered instead of " + explanation.activity;
    }
    return explanation.is_admissible ? "allowed for this patient, but no substitute for " + explanation.activity
                                     : "not offered";
}

std::string text_of(const Explanation& explanation) {
    auto text =
        fmt::format("{} ({}): {}\n", explanation.exercise.name, explanation.exercise.exercise, verdict_of(explanation));
    for (const auto& objection : explanation.against) {
        text += fmt::format("  against ({}, rule {}): {}{}\n",
                            id_of(objection.kind),
                            objection.rule,
                            objection.reason,
                            sources_text(objection.sources));
    }
    for (const auto& because : explanation.in_favour) {
        text += fmt::format("  for: {}{}\n", because.text, sources_text(because.sources));
    }
    for (const auto& caution : explanation.cautions) {
        text += "  caution: " + caution + "\n";
    }
    text += "loads: best (low to high), grade, cap, against the activity, basis\n";
    for (const auto& load : explanation.loads) {
        text += load_line(load);
    }
    if (!explanation.cost.empty()) {
        text += "cost, smaller is better:\n";
        for (const auto& [term, value] : explanation.cost) {
            text += fmt::format("  {:<15} {:>7}\n", term, number_text(value, 3));
        }
    }
    for (const auto& source : explanation.sources) {
        text += fmt::format("[{}] {} {}\n", source.id, source.text, source.doi_or_url);
    }
    return text;
}

/// The named exercise, or the five first answers of the plan.
std::vector<ExerciseId>
exercises_to_explain(const Invocation& call, const Patient& patient, const Knowledge& knowledge) {
    std::vector<ExerciseId> ids;
    if (const auto wanted = call.value("exercise")) {
        const auto matches = Resolver(knowledge.catalogue).find_exercises(*wanted);
        if (const auto* match = usable(matches)) {
            ids.push_back(match->exercise);
        }
        return ids;
    }
    const auto plan = make_plan(patient, knowledge, {version_text(), false, false});
    for (const auto& substitution : plan.substitutions) {
        for (const auto& one : substitution.alternatives) {
            ids.push_back(*knowledge.catalogue.find_exercise(one.exercise.exercise));
        }
    }
    return ids;
}

}  // namespace

ExitCode run_explain(const Invocation& call, const Environment& environment) {
    if (const auto fault = fault_of_patient_options(call)) {
        environment.err << "detour: " << *fault << "\n";
        return ExitCode::usage;
    }
    const auto knowledge = built_in_knowledge();
    const auto patient = read_patient_file(call.arguments.front(), knowledge->catalogue, call, environment);
    if (!patient) {
        return ExitCode::failed;
    }
    const auto ids = exercises_to_explain(call, *patient, *knowledge);
    if (ids.empty() && call.has("exercise")) {
        environment.err << fmt::format("detour: no exercise is called '{}'; try detour catalogue find\n",
                                       *call.value("exercise"));
        return ExitCode::usage;
    }
    if (ids.empty()) {
        environment.out << "no exercise is offered; detour plan says why\n";
    }
    for (const auto id : ids) {
        environment.out << text_of(explain_exercise(*patient, *knowledge, id)) << "\n";
    }
    return ExitCode::done;
}

}  // namespace detour
