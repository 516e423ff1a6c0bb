// SPDX-License-Identifier: Apache-2.0
// How fast handouts and clinician sheets are drawn, and how much memory that takes. One mode a process, so that the
// peak of memory is the mode's own. Patients are the examples, each with an id and a name of its own.
//
// usage: detour_print_benchmark MODE [PATIENTS] [FOLDER]
//   cold      a context for each document, as one call of the program does
//   warm      one context for all
//   combined  one context, and every document into one file that is thrown away
//   bare      planning and rendering without drawing: what to take off from the peak of the others
#include "app/knowledge.h"
#include "print/combined_pdf.h"
#include "print/print.h"
#include "read/patient_reader.h"
#include "render/clinician_sheet.h"
#include "render/handout.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <sys/resource.h>
#include <vector>

using namespace detour;

namespace {

constexpr Date today{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{24}};

struct Totals {
    std::size_t documents = 0;
    std::size_t bytes = 0;
    std::clock_t clocks = 0;
};

std::vector<Patient> read_examples(const std::string& folder, const Knowledge& knowledge) {
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".yaml") {
            paths.push_back(entry.path());
        }
    }
    std::ranges::sort(paths);
    std::vector<Patient> patients;
    for (const auto& path : paths) {
        ReadOptions options;
        options.today = today;
        if (auto patient = read_patient(load_text(path).value(), knowledge.catalogue, options).value) {
            patients.push_back(std::move(*patient));
        }
    }
    return patients;
}

std::vector<Document> documents_of(Patient patient, std::size_t number, const Knowledge& knowledge) {
    patient.id = fmt::format("p-{:06}", number);
    patient.name = fmt::format("Patient {}", number);
    const auto plan = make_plan(patient, knowledge, {"benchmark", false, false});
    std::vector<Document> documents;
    if (!plan.handout_withheld) {
        documents.push_back(write_handout(plan, {}));
    }
    documents.push_back(write_clinician_sheet(plan, {}));
    return documents;
}

using Work = std::function<std::size_t(const std::string& label, const Document& document)>;

Totals measure(const std::string& folder, std::size_t count, const Work& work) {
    const auto knowledge = built_in_knowledge();
    const auto patients = read_examples(folder, *knowledge);
    Totals totals;
    for (std::size_t i = 0; i < count; ++i) {
        const auto documents = documents_of(patients.at(i % patients.size()), i, *knowledge);
        for (const auto& document : documents) {
            const auto start = std::clock();
            totals.bytes += work(fmt::format("p-{:06}", i), document);
            totals.clocks += std::clock() - start;
            ++totals.documents;
        }
    }
    return totals;
}

void require(const Expected<void>& done) {
    if (!done) {
        fmt::print(stderr, "{}\n", done.error().message);
        std::exit(1);
    }
}

void report(std::string_view mode, std::size_t patients, const Totals& totals) {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const double seconds = static_cast<double>(totals.clocks) / CLOCKS_PER_SEC;
    const auto documents = static_cast<double>(totals.documents);
    fmt::print(
        "{}: {} patients, {} documents, {:.2f} ms CPU a document, {:.0f} documents a CPU second, {:.1f} KB a document, "
        "peak {:.1f} MiB\n",
        mode,
        patients,
        totals.documents,
        seconds * 1000 / documents,
        documents / seconds,
        static_cast<double>(totals.bytes) / 1024 / documents,
        static_cast<double>(usage.ru_maxrss) / 1024);
}

Totals run(std::string_view mode, std::size_t patients, const std::string& folder) {
    if (mode == "bare") {
        return measure(folder, patients, [](const auto&, const auto&) { return std::size_t{0}; });
    }
    if (mode == "cold") {
        return measure(
            folder, patients, [](const auto&, const auto& document) { return draw_pdf(document, {}).value().size(); });
    }
    auto context = DrawingContext::open().value();
    if (mode == "warm") {
        return measure(folder, patients, [&](const auto&, const auto& document) {
            return draw_pdf(document, {}, context).value().size();
        });
    }
    std::size_t bytes = 0;
    CombinedPdf combined(
        [&](std::string_view part) -> Expected<void> {
            bytes += part.size();
            return {};
        },
        "Benchmark");
    auto totals = measure(folder, patients, [&](const auto& label, const auto& document) {
        require(combined.add(label, draw_pdf(document, {}, context).value()));
        return std::size_t{0};
    });
    require(combined.finish());
    totals.bytes = bytes;
    return totals;
}

}  // namespace

int main(int argc, char** argv) {
    const std::span<char*> arguments(argv, static_cast<std::size_t>(argc));
    constexpr std::array modes = {"bare", "cold", "warm", "combined"};
    if (arguments.size() < 2 || std::ranges::find(modes, std::string_view(arguments[1])) == modes.end()) {
        fmt::print(stderr, "usage: detour_print_benchmark bare|cold|warm|combined [PATIENTS] [FOLDER]\n");
        return 2;
    }
    const auto patients = arguments.size() > 2 ? std::strtoul(arguments[2], nullptr, 10) : 200UL;
    const std::string folder = arguments.size() > 3 ? arguments[3] : "examples";
    report(arguments[1], patients, run(arguments[1], patients, folder));
    return 0;
}
