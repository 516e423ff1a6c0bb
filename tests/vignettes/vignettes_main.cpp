// SPDX-License-Identifier: Apache-2.0
// Plans every vignette with a data folder and says where the plan and the literature differ.
//   detour_vignettes [--at-least PCT] [--patients FOLDER] DATA_DIR FILE...|--all
#include "plan/planner.h"
#include "read/catalogue_reader.h"
#include "read/patient_reader.h"
#include "read/resolver.h"
#include "vignettes/compare.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <span>
#include <stdexcept>

using namespace detour;
using namespace detour::vignettes;

namespace {

constexpr int wrong_use = 2;
constexpr double default_share = 95;
constexpr double judged_share = 10;  ///< at most so many in a hundred rest on reasoning

struct Arguments {
    double at_least = default_share;
    std::string patients;  ///< write the merged patient files here; empty: do not
    std::string data;
    std::vector<std::string> files;
};

struct Tally {
    int all = 0;
    int agree = 0;
    int harmful = 0;
    int judged = 0;
};

/// Something that stops the run: a file that cannot be read, a vignette without a source.
struct Stop : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Every error, each ended by `end`.
std::string errors_of(const Diagnostics& diagnostics, std::string_view end) {
    std::string text;
    for (const auto& one : sorted(diagnostics)) {
        if (one.severity == Severity::error) {
            text += fmt::format("{}:{}:{}: {}{}", one.place.file, one.place.line, one.place.column, one.message, end);
        }
    }
    return text;
}

Knowledge load(const std::string& folder) {
    const auto files = load_data_folder(folder);
    if (!files) {
        throw Stop(files.error().message);
    }
    auto checked = read_catalogue(*files);
    if (!checked.value) {
        throw Stop(errors_of(checked.diagnostics, "\n"));
    }
    SubstitutionGraph graph(*checked.value);
    return {std::move(*checked.value), std::move(graph)};
}

std::vector<std::string> all_files() {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(DETOUR_VIGNETTES)) {
        if (entry.path().extension() == ".yaml" && entry.path().stem() != "base") {
            files.push_back(entry.path().string());
        }
    }
    std::ranges::sort(files);
    return files;
}

double percent_of(const std::string& text) {
    double percent = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), percent);
    if (error != std::errc{} || end != text.data() + text.size()) {
        throw Stop(fmt::format("'{}' is no number", text));
    }
    return percent;
}

Arguments arguments_of(std::span<char*> words) {
    Arguments arguments;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::string word = words[at];
        if ((word == "--at-least" || word == "--patients") && at + 1 < words.size()) {
            const std::string value = words[++at];
            if (word == "--patients") {
                arguments.patients = value;
            } else {
                arguments.at_least = percent_of(value);
            }
        } else if (word == "--all") {
            arguments.files = all_files();
        } else if (arguments.data.empty()) {
            arguments.data = word;
        } else {
            arguments.files.push_back(word);
        }
    }
    if (arguments.files.empty()) {
        throw Stop("use: detour_vignettes [--at-least PCT] [--patients FOLDER] DATA_DIR FILE...|--all");
    }
    return arguments;
}

std::vector<Vignette> read_all(const std::vector<std::string>& files) {
    std::vector<Vignette> vignettes;
    std::set<std::string> ids;
    for (const auto& file : files) {
        auto read = read_vignettes(file, DETOUR_VIGNETTES "/base.yaml");
        if (!read) {
            throw Stop(read.error().message);
        }
        for (auto& one : *read) {
            if (!ids.insert(one.id).second) {
                throw Stop(fmt::format("{}:{}: {} exists twice", one.file, one.line, one.id));
            }
            vignettes.push_back(std::move(one));
        }
    }
    return vignettes;
}

std::vector<Disagreement> judge(const Vignette& vignette, const Knowledge& knowledge, const ReadOptions& options) {
    const auto checked = read_patient({vignette.id + ".yaml", vignette.patient}, knowledge.catalogue, options);
    if (!checked.value) {
        if (vignette.expect.or_refused) {
            return {};
        }
        return {{"the patient file is not read: " + errors_of(checked.diagnostics, "; "), false}};
    }
    std::vector<Disagreement> found;
    for (const auto& name : unknown_names(vignette.expect, knowledge.catalogue)) {
        found.push_back({fmt::format("the data has no '{}'", name), false});
    }
    const auto plan = make_plan(*checked.value, knowledge, {"0.0.0", false, false});
    const auto differences = compare(vignette.expect, plan, knowledge.catalogue);
    found.insert(found.end(), differences.begin(), differences.end());
    return found;
}

void write_patient(const std::string& folder, const Vignette& vignette) {
    std::filesystem::create_directories(folder);
    std::ofstream file(std::filesystem::path(folder) / (vignette.id + ".yaml"));
    file << vignette.patient;
}

int run(const Arguments& arguments) {
    const auto vignettes = read_all(arguments.files);
    const auto knowledge = load(arguments.data);
    ReadOptions options;
    options.today = Date{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{24}};
    options.resolver = std::make_shared<Resolver>(knowledge.catalogue);
    std::map<std::string, Tally> groups;
    Tally total;
    for (const auto& vignette : vignettes) {
        if (!arguments.patients.empty()) {
            write_patient(arguments.patients, vignette);
        }
        const auto found = judge(vignette, knowledge, options);
        const bool is_harmful = std::ranges::any_of(found, &Disagreement::is_harmful);
        for (const auto& one : found) {
            fmt::print("{}: {}{}\n", vignette.id, one.text, one.is_harmful ? " HARMFUL" : "");
        }
        const auto group = std::filesystem::path(vignette.file).stem().string();
        for (auto* tally : {&groups[group], &total}) {
            ++tally->all;
            tally->agree += found.empty() ? 1 : 0;
            tally->harmful += is_harmful ? 1 : 0;
            tally->judged += vignette.is_judged ? 1 : 0;
        }
    }
    for (const auto& [group, tally] : groups) {
        fmt::print("{:14} {} of {} agree\n", group, tally.agree, tally.all);
    }
    const double share = 100.0 * total.agree / std::max(total.all, 1);
    const bool is_sourced = 100.0 * total.judged <= judged_share * total.all;
    if (!is_sourced) {
        fmt::print("{} of {} rest on reasoning: at most {} % may\n", total.judged, total.all, judged_share);
    }
    fmt::print("{} of {} agree ({:.1f} %), {} harmful\n", total.agree, total.all, share, total.harmful);
    return share >= arguments.at_least && total.harmful == 0 && is_sourced ? 0 : 1;
}

}  // namespace

int main(int count, char** words) {
    try {
        return run(arguments_of({words + 1, static_cast<std::size_t>(count - 1)}));
    } catch (const std::exception& exception) {
        std::cerr << exception.what() << '\n';
        return wrong_use;
    }
}
