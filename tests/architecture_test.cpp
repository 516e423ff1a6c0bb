// SPDX-License-Identifier: Apache-2.0
// The arrows between the folders of src/, and the one folder that may name each library. Fails with file:line.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

using Words = std::set<std::string>;

const std::map<std::string, Words> arrows = {
    {"base", {"base"}},
    {"model", {"base", "model"}},
    {"read", {"base", "model", "read"}},
    {"graph", {"base", "model", "graph"}},
    {"plan", {"base", "model", "graph", "plan"}},
    {"render", {"base", "model", "render"}},
    {"print", {"base", "model", "render", "print"}},
    {"app", {"base", "model", "read", "graph", "plan", "render", "print", "app"}},
};

/// A prefix of an include, and the folders that may use it.
const std::vector<std::pair<std::string, Words>> libraries = {
    {"boost/graph", {"graph"}},
    {"boost/program_options", {"app"}},
    {"yaml-cpp", {"read"}},
    {"cereal", {"read"}},
    {"sodium", {"read", "app"}},
    {"cairo", {"print"}},
    {"pango", {"print"}},
    {"fontconfig", {"print"}},
    {"nlohmann", {"render", "app"}},
    {"tl/", {"base"}},
};

/// render and print see plans, never the catalogue or a patient.
const Words hidden_from_render = {
    "model/catalogue.h", "model/patient.h", "model/condition.h", "model/rules.h", "model/exercise.h"};

std::string fault_of(const std::string& folder, const std::string& include, bool ours) {
    if (ours) {
        const auto target = include.substr(0, include.find('/'));
        if (!arrows.at(folder).contains(target)) {
            return folder + " may not include " + include;
        }
        const bool renders = folder == "render" || folder == "print";
        return renders && hidden_from_render.contains(include) ? folder + " may not see " + include : "";
    }
    for (const auto& [prefix, folders] : libraries) {
        if (include.starts_with(prefix) && !folders.contains(folder)) {
            return folder + " may not use " + include;
        }
    }
    return "";
}

std::vector<std::string> faults_in(const std::filesystem::path& file, const std::string& folder) {
    static const std::regex include(R"(^\s*#include\s+(["<])([^">]+)[">])");
    std::vector<std::string> faults;
    std::ifstream stream(file);
    std::string line;
    for (int number = 1; std::getline(stream, line); ++number) {
        std::smatch match;
        if (std::regex_search(line, match, include)) {
            const auto fault = fault_of(folder, match[2], match[1] == "\"");
            if (!fault.empty()) {
                faults.push_back(file.string() + ":" + std::to_string(number) + ": " + fault);
            }
        }
    }
    return faults;
}

std::vector<std::filesystem::path> source_files() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(DETOUR_SOURCE_DIR "/src")) {
        const auto extension = entry.path().extension();
        if (extension == ".h" || extension == ".cpp") {
            files.push_back(entry.path());
        }
    }
    return files;
}

}  // namespace

TEST_CASE("includes follow the arrows between the folders, and each library stays in its folder", "[architecture]") {
    std::vector<std::string> faults;
    for (const auto& file : source_files()) {
        const auto folder = std::filesystem::relative(file, DETOUR_SOURCE_DIR "/src").begin()->string();
        for (const auto& fault : faults_in(file, folder)) {
            faults.push_back(fault);
        }
    }
    CHECK(faults == std::vector<std::string>{});
}

TEST_CASE("every source file names its licence in the first line", "[architecture]") {
    for (const auto& file : source_files()) {
        std::ifstream stream(file);
        std::string first;
        std::getline(stream, first);
        INFO(file);
        CHECK(first == "// SPDX-License-Identifier: Apache-2.0");
    }
}
