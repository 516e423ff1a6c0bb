// SPDX-License-Identifier: Apache-2.0
#include "plan/patient_view.h"

#include "base/text.h"

#include <algorithm>

namespace detour {
namespace {

std::string summary_of(const Assessment& assessment) {
    const auto& patient = assessment.patient;
    std::vector<std::string> parts;
    if (patient.age) {
        parts.push_back(assessment.say.with("plan.patient.years", {{"years", number_text(*patient.age)}}));
    }
    if (patient.mass_kg) {
        parts.push_back(number_text(*patient.mass_kg) + " kg");
    }
    if (patient.height_cm) {
        parts.push_back(number_text(*patient.height_cm) + " cm");
    }
    return join(parts, ", ");
}

std::string condition_text(const Assessment& assessment, const PatientCondition& recorded) {
    const auto& condition = assessment.catalogue().conditions[recorded.id];
    const Values values = {{"condition", assessment.say.condition(recorded.id)},
                           {"code", condition.icd10cm.empty() ? "-" : condition.icd10cm.front().code},
                           {"stage", assessment.say.at("plan.stage." + std::string(id_of(recorded.stage)))}};
    return assessment.say.with("plan.patient.condition", values);
}

std::string irritability_text(const Assessment& assessment) {
    const auto& found = assessment.irritability;
    const auto& say = assessment.say;
    if (!found.known()) {
        return say.at("plan.patient.irritability_unknown");
    }
    const auto level = say.at("plan.level." + std::string(id_of(*found.known())));
    return found.word ? say.with("plan.patient.irritability_word", {{"level", level}})
                      : say.with("plan.patient.irritability_rule", {{"level", level}, {"rule", found.rule}});
}

std::string activity_text(const Say& say, ExerciseId id, std::optional<double> pain, std::optional<double> after) {
    auto text = say.name(id);
    if (pain) {
        text += say.with("plan.patient.pain", {{"pain", number_text(*pain)}});
    }
    if (after) {
        text += say.with("plan.patient.after", {{"minutes", number_text(*after)}});
    }
    return text;
}

void write_activities(PatientView& view, const Assessment& assessment) {
    std::vector<std::string> provokes;
    for (const auto& one : assessment.patient.aggravating) {
        provokes.push_back(activity_text(assessment.say, one.exercise, one.pain, one.after_min));
    }
    std::vector<std::string> tolerates;
    for (const auto& one : assessment.patient.tolerated) {
        tolerates.push_back(activity_text(assessment.say, one.exercise, one.pain, std::nullopt));
    }
    view.provokes = join(provokes, "; ");
    view.tolerates = join(tolerates, "; ");
    view.words = assessment.patient.words;
    for (const auto& goal : assessment.patient.goals) {
        view.goals.push_back(goal.activity ? assessment.say.with("plan.goal.return_to",
                                                                 {{"activity", assessment.say.name(*goal.activity)}})
                                           : assessment.say.at("plan.goal." + goal.kind));
    }
    const auto& psfs = assessment.patient.visits.empty() || assessment.patient.visits.back().psfs.empty()
                           ? assessment.patient.psfs
                           : assessment.patient.visits.back().psfs;
    for (const auto& one : psfs) {
        const Values values = {{"activity", one.activity}, {"score", number_text(one.score)}};
        view.psfs.push_back(assessment.say.with("plan.patient.psfs", values));
    }
}

std::string pain_text(const Assessment& assessment) {
    const auto& pain = assessment.patient.pain;
    std::vector<std::string> parts;
    const auto add = [&](const char* key, const std::optional<double>& value) {
        if (value) {
            parts.push_back(assessment.say.with(key, {{"pain", number_text(*value)}}));
        }
    };
    add("plan.patient.pain_now", pain.now);
    add("plan.patient.leg_now", pain.leg_now);
    add("plan.patient.worst", pain.worst_24h);
    return join(parts, ", ");
}

std::string exam_text(const Assessment& assessment) {
    const auto& exam = assessment.patient.exam;
    const auto& say = assessment.say;
    if (exam == Exam{}) {
        return {};
    }
    const auto word = [&](const std::string& found) { return say.at("plan.exam." + found); };
    auto text = say.with("plan.patient.exam",
                         {{"slr", word(exam.slr)},
                          {"strength", word(exam.strength)},
                          {"reflexes", word(exam.reflexes)},
                          {"sensation", word(exam.sensation)}});
    return exam.date ? text + say.with("plan.patient.exam_date", {{"date", date_text(*exam.date)}}) : text;
}

std::string surgery_text(const Assessment& assessment, const Surgery& surgery) {
    const auto& say = assessment.say;
    auto procedure = surgery.procedure;
    std::ranges::replace(procedure, '-', ' ');
    auto text = surgery.level.empty()
                    ? procedure
                    : say.with("plan.patient.operation", {{"procedure", procedure}, {"level", surgery.level}});
    if (surgery.date) {
        const auto weeks = weeks_between(*surgery.date, assessment.patient.date);
        const auto* key = weeks == 1 ? "plan.patient.operated_one" : "plan.patient.operated";
        text += say.with(key, {{"date", date_text(*surgery.date)}, {"weeks", number_text(weeks)}});
    }
    if (!surgery.restrictions.empty()) {
        text += say.with("plan.patient.restrictions", {{"restrictions", join(surgery.restrictions, "; ")}});
    }
    return text;
}

}  // namespace

PatientView patient_view(const Assessment& assessment, bool with_activities) {
    const auto& patient = assessment.patient;
    PatientView view;
    view.id = patient.id;
    view.name = patient.name;
    view.summary = summary_of(assessment);
    for (const auto& recorded : patient.conditions) {
        view.conditions.push_back(condition_text(assessment, recorded));
    }
    if (!patient.conditions.empty()) {
        const auto& slug = assessment.catalogue().conditions[patient.conditions.front().id].slug;
        view.plain_condition = assessment.say.at("condition." + slug + ".plain");
        view.outlook = with_activities ? assessment.say.at("condition." + slug + ".outlook") : std::string();
    }
    view.irritability = irritability_text(assessment);
    view.pain = pain_text(assessment);
    view.exam = exam_text(assessment);
    for (const auto& surgery : patient.surgery) {
        view.surgery.push_back(surgery_text(assessment, surgery));
    }
    if (with_activities) {
        write_activities(view, assessment);
    }
    return view;
}

}  // namespace detour
