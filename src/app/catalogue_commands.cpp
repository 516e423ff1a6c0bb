// SPDX-License-Identifier: Apache-2.0
// `detour catalogue ...`: the knowledge base, checked and shown.
#include "app/catalogue_text.h"
#include "app/commands.h"
#include "app/knowledge.h"
#include "app/messages.h"
#include "app/output_file.h"
#include "base/text.h"
#include "plan/admissible_shares.h"
#include "print/print.h"
#include "read/catalogue_reader.h"
#include "read/resolver.h"
#include "render/contact_sheet.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <ostream>

namespace detour {
namespace {

std::vector<ExerciseId> all_exercises(const Catalogue& catalogue) {
    std::vector<ExerciseId> ids;
    for (std::uint16_t at = 0; at < catalogue.exercises.size(); ++at) {
        ids.push_back({at});
    }
    return ids;
}

ExitCode check_folder(const std::string& folder, const Invocation& call, const Environment& environment) {
    const auto files = load_data_folder(folder);
    if (!files) {
        print_failure(files.error(), environment);
        return ExitCode::bad_knowledge;
    }
    const auto checked = read_catalogue(*files);
    if (print_diagnostics(checked.diagnostics, call, environment) || !checked.value) {
        return ExitCode::bad_knowledge;
    }
    environment.out << (call.has("summary") ? summary_of(*checked.value) : fmt::format("{}: no mistakes\n", folder));
    return ExitCode::done;
}

std::string find_line(const Catalogue& catalogue, const Match& match, bool json) {
    const auto& slug = catalogue.exercises[match.exercise].slug;
    const auto& name = catalogue.language("en").exercises[match.exercise].name;
    if (json) {
        const nlohmann::ordered_json line = {
            {"id", slug}, {"name", name}, {"score", match.score}, {"sure", match.sure}};
        return line.dump() + "\n";
    }
    return fmt::format("{:<38} {:<40} {:>4} {}\n", slug, name, number_text(match.score), match.sure ? "sure" : "");
}

}  // namespace

ExitCode run_catalogue_check(const Invocation& call, const Environment& environment) {
    if (!call.arguments.empty()) {
        return check_folder(call.arguments.front(), call, environment);
    }
    // The built-in knowledge was checked when it was packed; a mistake would have stopped the build.
    const auto knowledge = built_in_knowledge();
    environment.out << (call.has("summary") ? summary_of(knowledge->catalogue) : "built-in catalogue: no mistakes\n");
    return ExitCode::done;
}

ExitCode run_catalogue_list(const Invocation& call, const Environment& environment) {
    const auto knowledge = built_in_knowledge();
    const auto& catalogue = knowledge->catalogue;
    const bool json = call.value_or("format", "text") == "json";
    for (const auto id : all_exercises(catalogue)) {
        environment.out << (json ? list_json(catalogue, id) : list_line(catalogue, id));
    }
    return ExitCode::done;
}

ExitCode run_catalogue_show(const Invocation& call, const Environment& environment) {
    const auto knowledge = built_in_knowledge();
    const auto& id = call.arguments.front();
    if (const auto text = show_anything(knowledge->catalogue, id)) {
        environment.out << *text;
        return ExitCode::done;
    }
    const auto near = nearest(id, all_ids(knowledge->catalogue));
    environment.err << fmt::format(
        "detour: unknown id '{}'{}\n", id, near ? fmt::format("; did you mean '{}'?", *near) : "");
    return ExitCode::usage;
}

ExitCode run_catalogue_find(const Invocation& call, const Environment& environment) {
    const auto knowledge = built_in_knowledge();
    const bool json = call.value_or("format", "text") == "json";
    const auto text = join(call.arguments, " ");
    const auto matches = Resolver(knowledge->catalogue).find_exercises(text);
    for (const auto& match : matches) {
        environment.out << find_line(knowledge->catalogue, match, json);
    }
    if (matches.empty()) {
        environment.err << fmt::format("detour: nothing is called '{}'\n", text);
    }
    return matches.empty() ? ExitCode::failed : ExitCode::done;
}

ExitCode run_catalogue_admissible(const Invocation& /*call*/, const Environment& environment) {
    const auto knowledge = built_in_knowledge();
    environment.out << fmt::format(
        "{:<34} {:>4} {:>9} {:>5}   % of condition-stages, by irritability\n", "exercise", "low", "moderate", "high");
    for (const auto& share : admissible_shares(*knowledge)) {
        environment.out << fmt::format("{:<34} {:>4} {:>9} {:>5}\n",
                                       knowledge->catalogue.exercises[share.exercise].slug,
                                       number_text(share.percent[Irritability::low], 0),
                                       number_text(share.percent[Irritability::moderate], 0),
                                       number_text(share.percent[Irritability::high], 0));
    }
    return ExitCode::done;
}

ExitCode run_catalogue_figures(const Invocation& call, const Environment& environment) {
    const auto knowledge = built_in_knowledge();
    std::vector<Figure> figures;
    for (const auto& [id, figure] : knowledge->catalogue.figures) {
        figures.push_back(figure);
    }
    const auto pdf = draw_pdf(write_contact_sheet(figures, environment.today), {});
    if (!pdf) {
        print_failure(pdf.error(), environment);
        return ExitCode::failed;
    }
    const auto path = call.value_or("out", "figures.pdf");
    if (const auto written = write_whole(path, *pdf); !written) {
        print_failure(written.error(), environment);
        return ExitCode::failed;
    }
    if (!call.has("quiet")) {
        environment.out << path << "\n";
    }
    return ExitCode::done;
}

}  // namespace detour
