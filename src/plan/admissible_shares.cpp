// SPDX-License-Identifier: Apache-2.0
#include "plan/admissible_shares.h"

#include "model/stages.h"
#include "plan/admissible.h"

#include <array>

namespace detour {
namespace {

/// A week in the middle of the stage, so that timed bars end as they do for patients.
int weeks_of(Stage stage) {
    switch (stage) {
        case Stage::acute:
            return 3;
        case Stage::subacute:
            return 9;
        case Stage::persistent:
        case Stage::count:
            return 26;
    }
    return 26;
}

Patient patient_with(const Catalogue& catalogue, ConditionId condition, Stage stage, Irritability irritability) {
    Patient patient;
    patient.id = "share";
    patient.date = Date{std::chrono::year{2026}, std::chrono::January, std::chrono::day{1}};
    PatientCondition recorded;
    recorded.id = condition;
    recorded.stage = stage;
    recorded.stage_given = true;
    recorded.weeks = weeks_of(stage);
    patient.conditions.push_back(recorded);
    patient.irritability = irritability;
    for (const auto& [place, brings] : catalogue.rules.places.brings) {
        patient.places.push_back(place);
    }
    for (const auto& [equipment, meaning] : catalogue.rules.vocabulary.equipment) {
        patient.equipment.push_back(equipment);
    }
    patient.swims = Answer::yes;
    return patient;
}

}  // namespace

std::vector<AdmissibleShare> admissible_shares(const Knowledge& knowledge) {
    const auto& catalogue = knowledge.catalogue;
    std::vector<AdmissibleShare> shares;
    for (const auto id : catalogue.rules.program.staples) {
        shares.push_back({id, {}});
    }
    const auto pairs = static_cast<double>(catalogue.conditions.size() * all_stages.size());
    for (auto condition = ConditionId{}; condition.value < catalogue.conditions.size(); ++condition.value) {
        for (const auto stage : all_stages) {
            for (const auto irritability : all_irritabilities) {
                const auto assessment = assess(patient_with(catalogue, condition, stage, irritability), knowledge);
                for (auto& share : shares) {
                    share.percent[irritability] += objections(assessment, share.exercise).empty() ? 100 / pairs : 0;
                }
            }
        }
    }
    return shares;
}

}  // namespace detour
