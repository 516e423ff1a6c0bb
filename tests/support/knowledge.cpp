// SPDX-License-Identifier: Apache-2.0
#include "support/knowledge.h"

#include "read/catalogue_reader.h"
#include "read/patient_reader.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace detour::test {
namespace {

const Date today{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{2}};

std::string all_messages(const Diagnostics& diagnostics) {
    std::string text;
    for (const auto& one : sorted(diagnostics)) {
        text += format(one);
    }
    return text;
}

Knowledge load() {
    auto files = load_data_folder(DETOUR_SOURCE_DIR "/data");
    if (!files) {
        throw std::runtime_error(files.error().message);
    }
    auto checked = read_catalogue(*files);
    if (!checked.value) {
        throw std::runtime_error(all_messages(checked.diagnostics));
    }
    SubstitutionGraph graph(*checked.value);
    return {std::move(*checked.value), std::move(graph)};
}

}  // namespace

const Knowledge& knowledge() {
    static const Knowledge loaded = load();
    return loaded;
}

Patient patient(std::string_view yaml) {
    ReadOptions options;
    options.today = today;
    auto checked = read_patient(SourceText{"patient.yaml", std::string(yaml)}, knowledge().catalogue, options);
    if (!checked.value) {
        throw std::runtime_error(all_messages(checked.diagnostics));
    }
    return *checked.value;
}

Patient example(const std::string& name) {
    std::ifstream file(DETOUR_SOURCE_DIR "/examples/" + name);
    std::stringstream text;
    text << file.rdbuf();
    return patient(text.str());
}

std::string no_flags() {
    return "{screened_on: 2026-11-02, saddle_numbness: no, bladder_or_bowel_change: no, progressive_leg_weakness: no, "
           "fever_or_infection: no, cancer_history: no, unexplained_weight_loss: no, major_trauma: no, "
           "steroid_use_or_osteoporosis: no, night_pain_unrelieved: no, pulsating_abdominal_mass: no}";
}

Plan plan(std::string_view yaml) {
    return make_plan(patient(yaml), knowledge(), {"0.0.0", false, false});
}

}  // namespace detour::test
