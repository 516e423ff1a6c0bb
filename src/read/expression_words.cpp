// SPDX-License-Identifier: Apache-2.0
// Which words each field of an expression can hold: a misspelt word would otherwise never match, in silence.
#include "model/patient.h"
#include "read/draft.h"

#include <algorithm>
#include <iterator>

namespace detour {
namespace {

using Words = std::vector<std::string>;

Words ids_of(const std::vector<ListedWord>& listed) {
    Words ids;
    std::ranges::transform(listed, std::back_inserter(ids), &ListedWord::id);
    return ids;
}

Words activities_and_stressors(const Draft& draft) {
    Words words = draft.exercises.slugs();
    std::ranges::copy(draft.families.slugs(), std::back_inserter(words));
    for (const auto stressor : all_stressors) {
        words.emplace_back(id_of(stressor));
    }
    return words;
}

void add_words_of_patient(Draft& draft) {
    const auto& vocabulary = draft.catalogue.rules.vocabulary;
    auto& words = draft.of_patient.words;
    const Words yes_no = {"yes", "no"};
    for (const auto* field : {"radicular",
                              "pain.limits_daily_activity",
                              "pain.leg_symptoms_spread",
                              "pain.at_rest",
                              "pain.sudden_onset",
                              "pain.new_or_changed",
                              "pain.constant_unaffected_by_movement",
                              "aggravating.new_or_increased",
                              "pregnancy.complications",
                              "surgery.wound_closed",
                              "surgery.fusion_confirmed",
                              "visits.new_weakness",
                              "visits.log_inconsistent",
                              "swims"}) {
        words[field] = yes_no;
    }
    for (const auto& [flag, meaning] : vocabulary.red_flags) {
        words["red_flags." + flag] = yes_no;
    }
    for (const auto& answer : vocabulary.answers) {
        if (answer.kind != AnswerWord::Kind::number) {
            words["answers." + answer.id] = answer.kind == AnswerWord::Kind::yes_no ? yes_no : answer.words;
        }
    }
    words["visits.distal_response"] = {"centralised", "unchanged", "peripheralised"};
    words["sex"] = {"female", "male"};
    words["training"] = {"sedentary", "recreational", "trained"};
    words["directional_preference"] = {"flexion", "extension", "none"};
    words["pain.quality"] = {"dull", "aching", "stiff", "sharp", "burning", "electric"};
    words["pain.started"] = {"during", "next-day"};
    words["exam.slr"] = {"positive", "negative"};
    words["exam.strength"] = {"normal", "reduced"};
    words["exam.reflexes"] = {"normal", "reduced"};
    words["exam.sensation"] = {"normal", "reduced"};
    words["goals"] = {"aerobic", "strength", "mobility", "balance", "daily-task", "return-to"};
    words["conditions"] = draft.conditions.slugs();
    words["comorbidities"] = ids_of(vocabulary.comorbidities);
    words["medications"] = ids_of(vocabulary.medications);
    words["surgery.procedure"] = ids_of(vocabulary.procedures);
    words["surgery.procedures"] = ids_of(vocabulary.procedures);
    words["access.places"] = {"home", "outdoors", "gym", "pool", "heated-pool"};
    words["aggravating.family"] = draft.families.slugs();
    words["aggravated_by"] = activities_and_stressors(draft);
    words["eased_by"] = words["aggravated_by"];
    words["tolerated"] = words["aggravated_by"];
}

void add_words_of_exercise(Draft& draft) {
    auto& words = draft.of_exercise.words;
    words["exercise"] = draft.exercises.slugs();
    words["family"] = draft.families.slugs();
    words["environment"] = draft.environments;
    for (const auto& [place, brings] : draft.catalogue.rules.places.brings) {
        words["place"].push_back(place);
    }
    words["immersion"] = {"none", "waist", "chest", "neck", "floating-upright", "floating-flat", "swimming"};
    words["position"] = draft.positions;
    words["laterality"] = {"both-sides-together", "alternating", "one-side", "not-applicable"};
    words["purposes"] = draft.purposes;
    words["first_purpose"] = draft.purposes;
    words["patterns"] = draft.patterns;
    words["first_pattern"] = draft.patterns;
    words["muscles"] = draft.catalogue.rules.vocabulary.muscles;
    words["equipment"] = draft.equipment;
    words["traits"] = draft.traits;
    words["tags"] = draft.tags.slugs();
}

}  // namespace

void prepare_expressions(Draft& draft) {
    draft.of_patient.fields = patient_fields(draft.catalogue.rules.vocabulary);
    draft.of_exercise.fields = exercise_fields();
    add_words_of_patient(draft);
    add_words_of_exercise(draft);
}

}  // namespace detour
