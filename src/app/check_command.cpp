// SPDX-License-Identifier: Apache-2.0
// `detour check`: patient files without planning; `--words`: every word that a patient file may use.
#include "app/commands.h"
#include "app/knowledge.h"
#include "app/patient_input.h"
#include "base/text.h"

#include <fmt/format.h>

#include <ostream>

namespace detour {
namespace {

void print_words(std::ostream& out, std::string_view title, const std::map<std::string, std::string>& words) {
    out << title << ":\n";
    for (const auto& [word, meaning] : words) {
        out << fmt::format("  {:<34} {}\n", word, meaning);
    }
    out << "\n";
}

std::map<std::string, std::string> meanings_of(const std::vector<ListedWord>& words) {
    std::map<std::string, std::string> meanings;
    for (const auto& word : words) {
        meanings[word.id] = word.meaning;
    }
    return meanings;
}

std::map<std::string, std::string> condition_names(const Catalogue& catalogue) {
    std::map<std::string, std::string> names;
    for (const auto& condition : catalogue.conditions) {
        names[condition.slug] = catalogue.language("en").phrases.at("condition." + condition.slug + ".name");
    }
    return names;
}

std::map<std::string, std::string> place_names(const PlaceRules& places) {
    std::map<std::string, std::string> names;
    for (const auto& [place, brings] : places.brings) {
        names[place] = "";
    }
    return names;
}

std::map<std::string, std::string> exercise_names(const Catalogue& catalogue) {
    std::map<std::string, std::string> names;
    for (std::uint16_t at = 0; at < catalogue.exercises.size(); ++at) {
        names[catalogue.exercises[ExerciseId{at}].slug] = catalogue.language("en").exercises[ExerciseId{at}].name;
    }
    return names;
}

std::map<std::string, std::string> fact_names(const Vocabulary& vocabulary) {
    std::map<std::string, std::string> names;
    for (const auto& field : patient_fields(vocabulary)) {
        names[field.name] = field.meaning;
    }
    return names;
}

std::map<std::string, std::string> answer_names(const std::vector<AnswerWord>& answers) {
    std::map<std::string, std::string> names;
    for (const auto& answer : answers) {
        auto values = std::string("yes or no");
        if (answer.kind == AnswerWord::Kind::number) {
            values = fmt::format("{} to {}", number_text(answer.from), number_text(answer.to));
        } else if (answer.kind == AnswerWord::Kind::word) {
            values = join_or(answer.words);
        }
        names[answer.id] = fmt::format("{}: {}", values, answer.meaning);
    }
    return names;
}

void print_all_words(const Catalogue& catalogue, std::ostream& out) {
    const auto& vocabulary = catalogue.rules.vocabulary;
    print_words(out, "conditions", condition_names(catalogue));
    print_words(out, "red_flags (yes, no or unknown)", vocabulary.red_flags);
    print_words(out, "comorbidities", meanings_of(vocabulary.comorbidities));
    print_words(out, "medications", meanings_of(vocabulary.medications));
    print_words(out, "surgery: procedure", meanings_of(vocabulary.procedures));
    print_words(out, "answers", answer_names(vocabulary.answers));
    print_words(out, "access: places", place_names(catalogue.rules.places));
    print_words(out, "access: equipment", vocabulary.equipment);
    print_words(out, "activities (or what people call them: detour catalogue find)", exercise_names(catalogue));
    print_words(out, "facts that rules read", fact_names(vocabulary));
}

}  // namespace

ExitCode run_check(const Invocation& call, const Environment& environment) {
    if (call.arguments.empty() && !call.has("words")) {
        environment.err << "detour: usage: detour check FILE... or detour check --words\n";
        return ExitCode::usage;
    }
    if (const auto fault = fault_of_patient_options(call)) {
        environment.err << "detour: " << *fault << "\n";
        return ExitCode::usage;
    }
    const auto knowledge = built_in_knowledge();
    if (call.has("words")) {
        print_all_words(knowledge->catalogue, environment.out);
    }
    bool all_fine = true;
    for (const auto& file : call.arguments) {
        const bool fine = read_patient_file(file, knowledge->catalogue, call, environment).has_value();
        if (fine && !call.has("quiet")) {
            environment.out << file << ": no mistakes\n";
        }
        all_fine = all_fine && fine;
    }
    return all_fine ? ExitCode::done : ExitCode::failed;
}

}  // namespace detour
