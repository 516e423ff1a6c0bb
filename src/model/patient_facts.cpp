// SPDX-License-Identifier: Apache-2.0
// The fields that rules may name, one row each: where the fact comes from and what it means.
#include "model/patient.h"

#include <algorithm>
#include <set>

namespace detour {
namespace {

Value word(std::string_view text) {
    return std::string(text);
}

OrderedWord ordered(std::string_view text, int rank) {
    return {std::string(text), rank};
}

/// Writes facts; what the file does not say stays unknown.
class FactWriter {
public:
    explicit FactWriter(Facts& facts) : facts_(facts) {}

    void number(const char* field, const std::optional<double>& value) {
        if (value) {
            facts_.set(field, *value);
        }
    }
    void answer(const std::string& field, Answer value) {
        if (value != Answer::unknown) {
            facts_.set(field, word(value == Answer::yes ? "yes" : "no"));
        }
    }
    void text(const char* field, const std::string& value) {
        if (!value.empty() && value != "unknown") {
            facts_.set(field, word(value));
        }
    }
    void list(const char* field, std::vector<std::string> value) { facts_.set(field, std::move(value)); }

private:
    Facts& facts_;
};

/// The exercise, its family, and the stressors that it bears at least at `from`.
void add_activity(std::set<std::string>& words, const Catalogue& catalogue, ExerciseId id, Mark from) {
    const auto& exercise = catalogue.exercises[id];
    words.insert(exercise.slug);
    words.insert(catalogue.families[exercise.family].slug);
    for (const auto stressor : all_stressors) {
        if (catalogue.mark_of(id, stressor) >= from) {
            words.insert(std::string(id_of(stressor)));
        }
    }
}

std::vector<std::string> listed(const std::set<std::string>& words) {
    return {words.begin(), words.end()};
}

void write_activities(FactWriter& write, const Patient& patient, const Catalogue& catalogue) {
    std::set<std::string> aggravated;
    for (const auto& one : patient.aggravating) {
        add_activity(aggravated, catalogue, one.exercise, Mark::high);
    }
    std::set<std::string> tolerated;
    for (const auto& one : patient.tolerated) {
        add_activity(tolerated, catalogue, one.exercise, Mark::moderate);
    }
    std::set<std::string> eased;
    for (const auto id : patient.eased_by) {
        add_activity(eased, catalogue, id, Mark::high);
    }
    write.list("aggravated_by", listed(aggravated));
    if (!tolerated.empty()) {
        write.list("tolerated", listed(tolerated));
    }
    if (!eased.empty()) {
        write.list("eased_by", listed(eased));
    }
    if (!patient.aggravating.empty()) {
        const auto& first = patient.aggravating.front();
        write.text("aggravating.family", catalogue.families[catalogue.exercises[first.exercise].family].slug);
        write.number("aggravating.pain", first.pain);
        write.number("aggravating.after_min", first.after_min);
        write.answer("aggravating.new_or_increased", first.new_or_increased);
    }
}

void write_pain(FactWriter& write, const Pain& pain) {
    write.number("pain.now", pain.now);
    write.number("pain.leg_now", pain.leg_now);
    write.number("pain.worst_24h", pain.worst_24h);
    write.number("pain.after_10min_vs_before", pain.after_10min_vs_before);
    write.text("pain.quality", pain.quality);
    write.number("pain.settles_after_h", pain.settles_after_h);
    write.number("pain.settles_min", pain.settles_min);
    write.answer("pain.limits_daily_activity", pain.limits_daily_activity);
    write.text("pain.started", pain.started);
    write.answer("pain.leg_symptoms_spread", pain.leg_symptoms_spread);
    write.answer("pain.at_rest", pain.at_rest);
    write.answer("pain.sudden_onset", pain.sudden_onset);
    write.answer("pain.new_or_changed", pain.new_or_changed);
    write.answer("pain.constant_unaffected_by_movement", pain.constant_unaffected_by_movement);
}

/// The latest operation that makes a condition; a needle after it does not hide it. Else the latest of all.
const Surgery& latest_operation(const Patient& patient, const Catalogue& catalogue) {
    const auto makes_condition = [&](const Surgery& surgery) {
        const auto& listed = catalogue.rules.vocabulary.procedures;
        const auto found = std::ranges::find(listed, surgery.procedure, &ListedWord::id);
        return found != listed.end() && !found->condition.empty();
    };
    const auto found = std::find_if(patient.surgery.rbegin(), patient.surgery.rend(), makes_condition);
    return found == patient.surgery.rend() ? patient.surgery.back() : *found;
}

void write_surgery(FactWriter& write, const Patient& patient, const Catalogue& catalogue) {
    if (patient.surgery.empty()) {
        return;
    }
    std::vector<std::string> procedures;
    for (const auto& one : patient.surgery) {
        procedures.push_back(one.procedure);
    }
    write.list("surgery.procedures", std::move(procedures));
    const auto& latest = latest_operation(patient, catalogue);
    write.text("surgery.procedure", latest.procedure);
    if (latest.date) {
        write.number("surgery.weeks", weeks_between(*latest.date, patient.date));
        const auto days = std::chrono::sys_days{patient.date} - std::chrono::sys_days{*latest.date};
        write.number("surgery.days", static_cast<double>(days.count()));
    }
    write.answer("surgery.wound_closed", latest.wound_closed);
    write.answer("surgery.fusion_confirmed", latest.fusion_confirmed);
    if (!latest.restrictions.empty()) {
        write.list("surgery.restrictions", latest.restrictions);
    }
    std::vector<std::string> forbidden;
    for (const auto& word : latest.forbids) {
        forbidden.push_back(word.written);
    }
    if (!forbidden.empty()) {
        write.list("surgery.surgeon_forbids", std::move(forbidden));
    }
}

void write_pregnancy(FactWriter& write, const Patient& patient) {
    if (!patient.pregnancy) {
        return;
    }
    write.number("pregnancy.weeks", patient.pregnancy->weeks);
    write.number("pregnancy.postpartum_weeks", patient.pregnancy->postpartum_weeks);
    write.answer("pregnancy.complications", patient.pregnancy->complications);
}

void write_conditions(Facts& facts, FactWriter& write, const Patient& patient, const Catalogue& catalogue) {
    std::vector<std::string> slugs;
    auto stage = Stage::persistent;
    for (const auto& one : patient.conditions) {
        slugs.push_back(catalogue.conditions[one.id].slug);
        stage = std::min(stage, one.stage);
    }
    write.list("conditions", slugs);
    facts.set("stage", ordered(id_of(stage), static_cast<int>(stage)));
    write.answer("radicular", patient.radicular);
}

}  // namespace

Facts facts_of(const Patient& patient, const Catalogue& catalogue, std::optional<Irritability> irritability) {
    Facts facts;
    FactWriter write(facts);
    if (patient.age) {
        facts.set("age", static_cast<double>(*patient.age));
    }
    write.text("sex", patient.sex == "unspecified" ? "" : patient.sex);
    write.text("language", patient.language);
    write.text("training", patient.training);
    write.number("mass_kg", patient.mass_kg);
    write_conditions(facts, write, patient, catalogue);
    if (irritability) {
        facts.set("irritability", ordered(id_of(*irritability), static_cast<int>(*irritability)));
    }
    write.text("directional_preference", patient.directional_preference);
    write_pain(write, patient.pain);
    write_activities(write, patient, catalogue);
    write.text("exam.slr", patient.exam.slr);
    write.text("exam.strength", patient.exam.strength);
    write.text("exam.reflexes", patient.exam.reflexes);
    write.text("exam.sensation", patient.exam.sensation);
    for (const auto& [flag, answer] : patient.red_flags) {
        write.answer("red_flags." + flag, answer);
    }
    write.list("comorbidities", patient.comorbidities);
    write.list("medications", patient.medications);
    for (const auto& [vital, value] : patient.vitals) {
        facts.set("vitals." + vital, value);
    }
    for (const auto& [id, value] : patient.answers) {
        facts.set("answers." + id, value);
    }
    write_pregnancy(write, patient);
    write_surgery(write, patient, catalogue);
    write.answer("swims", patient.swims);
    write.list("access.places", patient.places);
    std::vector<std::string> goals;
    for (const auto& goal : patient.goals) {
        goals.push_back(goal.kind);
    }
    write.list("goals", goals);
    return facts;
}

std::vector<Field> patient_fields(const Vocabulary& vocabulary) {
    using enum FieldKind;
    std::vector<Field> fields = {
        {"age", number, "whole years on the day of the assessment"},
        {"sex", FieldKind::word, "female or male"},
        {"language", FieldKind::word, "language of the handout"},
        {"training", FieldKind::word, "sedentary, recreational or trained"},
        {"mass_kg", number, "body mass"},
        {"conditions", list, "condition ids"},
        {"stage", stage, "the earliest stage of the recorded conditions"},
        {"irritability", irritability, "as recorded or computed"},
        {"radicular", FieldKind::word, "leg symptoms below the knee, yes or no"},
        {"directional_preference", FieldKind::word, "flexion, extension or none, as tested"},
        {"pain.now", number, "back pain now, 0 to 10"},
        {"pain.leg_now", number, "leg pain now, 0 to 10"},
        {"pain.worst_24h", number, "worst pain of the last day, 0 to 10"},
        {"pain.after_10min_vs_before", number, "pain 10 minutes after, less the pain before"},
        {"pain.quality", FieldKind::word, "dull, aching, stiff, sharp, burning or electric"},
        {"pain.settles_after_h", number, "hours until the response to exercise is gone"},
        {"pain.settles_min", number, "minutes until provoked pain eases back"},
        {"pain.limits_daily_activity", FieldKind::word, "yes or no"},
        {"pain.started", FieldKind::word, "during or next-day"},
        {"pain.leg_symptoms_spread", FieldKind::word, "yes or no"},
        {"pain.at_rest", FieldKind::word, "yes or no"},
        {"pain.sudden_onset", FieldKind::word, "yes or no"},
        {"pain.new_or_changed", FieldKind::word, "yes or no"},
        {"pain.constant_unaffected_by_movement", FieldKind::word, "yes or no"},
        {"aggravating.family", FieldKind::word, "family of the first aggravating activity"},
        {"aggravating.pain", number, "pain that it brings, 0 to 10"},
        {"aggravating.after_min", number, "minutes until it hurts"},
        {"aggravating.new_or_increased", FieldKind::word, "new to it or much more than usual"},
        {"aggravated_by", list, "exercises, families and stressors that provoke"},
        {"eased_by", list, "exercises, families and stressors that ease"},
        {"tolerated", list, "exercises, families and stressors that do not hurt"},
        {"exam.slr", FieldKind::word, "straight leg raise: positive or negative"},
        {"exam.strength", FieldKind::word, "normal or reduced"},
        {"exam.reflexes", FieldKind::word, "normal or reduced"},
        {"exam.sensation", FieldKind::word, "normal or reduced"},
        {"comorbidities", list, "ids of data/rules/lists.yaml"},
        {"medications", list, "ids of data/rules/lists.yaml"},
        {"vitals.sbp", number, "resting systolic pressure, mmHg"},
        {"vitals.dbp", number, "resting diastolic pressure, mmHg"},
        {"vitals.hr_rest", number, "resting heart rate a minute"},
        {"vitals.temp_c", number, "temperature, degrees C"},
        {"vitals.spo2", number, "oxygen saturation, percent"},
        {"vitals.glucose_mmol", number, "blood glucose, mmol/l"},
        {"pregnancy.weeks", number, "weeks of pregnancy"},
        {"pregnancy.postpartum_weeks", number, "weeks since birth"},
        {"pregnancy.complications", FieldKind::word, "yes or no"},
        {"surgery.procedure", FieldKind::word, "the latest operation"},
        {"surgery.procedures", list, "all operations and injections of the file"},
        {"surgery.days", number, "days since the latest operation"},
        {"surgery.weeks", number, "whole weeks since the latest operation"},
        {"surgery.wound_closed", FieldKind::word, "yes or no"},
        {"surgery.fusion_confirmed", FieldKind::word, "yes or no"},
        {"surgery.restrictions", list, "the surgeon's restrictions, as written"},
        {"surgery.surgeon_forbids", list, "what the surgeon forbids, as written"},
        {"swims", FieldKind::word, "yes or no"},
        {"access.places", list, "where the patient can go"},
        {"goals", list, "kinds of goals"},
        {"visits.count", number, "visits so far"},
        {"visits.weeks_since_start", number, "weeks from the assessment to the latest visit"},
        {"visits.gap_days", number, "days from the latest visit to the one before it, or to the assessment"},
        {"visits.sessions", number, "sessions done before the latest visit, all exercises"},
        {"visits.adherence", number, "sessions done, as a share of the days that the patient has"},
        {"visits.volume_ratio", number, "minutes done, as a share of the minutes that the patient has"},
        {"visits.pain_during_max", number, "highest pain in a session before the latest visit"},
        {"visits.over_ceiling", number, "the highest such pain less the pain that is allowed"},
        {"visits.over_ceiling_count", number, "exercises with pain over what is allowed, before the latest visit"},
        {"visits.morning_change", number, "worst pain of a next morning less the usual pain before"},
        {"visits.settles_h", number, "hours until the response to exercise is gone"},
        {"visits.distal_response", FieldKind::word, "leg symptoms: centralised, unchanged or peripheralised"},
        {"visits.new_weakness", FieldKind::word, "yes or no"},
        {"visits.pain_change", number, "pain at the latest visit less the pain at the start"},
        {"visits.change_pct", number, "pain less than at the start, percent"},
        {"visits.psfs_change", number, "mean of the patient's own activities, latest less first, points of 10"},
        {"visits.log_inconsistent", FieldKind::word, "the log contradicts itself, yes or no"},
    };
    for (const auto& [flag, meaning] : vocabulary.red_flags) {
        fields.push_back({"red_flags." + flag, FieldKind::word, meaning});
    }
    for (const auto& answer : vocabulary.answers) {
        const bool is_number = answer.kind == AnswerWord::Kind::number;
        fields.push_back({"answers." + answer.id, is_number ? number : FieldKind::word, answer.meaning});
    }
    return fields;
}

}  // namespace detour
