// SPDX-License-Identifier: Apache-2.0
#include "read/resolver.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace detour {
namespace {

constexpr std::size_t most_matches = 12;
/// What names a class is never near enough to be used.
constexpr double class_score = 0.4;
constexpr std::array<std::string_view, 4> joints = {"and", "or", "y", "o"};

// Ranks of names among equals: a synonym of one exercise, then its family (which means its reference), then any other.
constexpr int by_name = 0;
constexpr int by_family = 1;
constexpr int by_own_synonym = 2;

void add_synonyms(std::vector<NameEntry>& entries, const Synonyms& synonyms, NameEntry model) {
    for (const auto& [language, words] : synonyms) {
        for (const auto& word : words) {
            model.text = word;
            entries.push_back(model);
        }
    }
}

std::vector<NameEntry> names_of_exercises(const Catalogue& catalogue) {
    std::vector<NameEntry> entries;
    for (auto id = ExerciseId{}; id.value < catalogue.exercises.size(); ++id.value) {
        const auto& exercise = catalogue.exercises[id];
        NameEntry entry{exercise.slug, id.value, exercise.family.value, by_name};
        entries.push_back(entry);
        for (const auto& [code, language] : catalogue.languages) {
            entry.text = language.exercises[id].name;
            entries.push_back(entry);
            entry.text = language.exercises[id].short_name;
            entries.push_back(entry);
        }
        entry.rank = by_own_synonym;
        add_synonyms(entries, exercise.also, entry);
    }
    for (auto id = FamilyId{}; id.value < catalogue.families.size(); ++id.value) {
        const auto& family = catalogue.families[id];
        NameEntry entry{family.slug, family.reference.value, id.value, by_family};
        entries.push_back(entry);
        for (const auto& [code, language] : catalogue.languages) {
            entry.text = language.family_names[id];
            entries.push_back(entry);
        }
        add_synonyms(entries, family.synonyms, entry);
    }
    return entries;
}

std::vector<NameEntry> names_of_conditions(const Catalogue& catalogue) {
    std::vector<NameEntry> entries;
    for (auto id = ConditionId{}; id.value < catalogue.conditions.size(); ++id.value) {
        const auto& condition = catalogue.conditions[id];
        NameEntry entry{condition.slug, id.value, id.value, by_name};
        entries.push_back(entry);
        for (const auto& [code, language] : catalogue.languages) {
            const auto key = "condition." + condition.slug + ".name";
            entry.text = language.phrases.has(key) ? language.phrases.at(key) : "";
            entries.push_back(entry);
        }
        add_synonyms(entries, condition.synonyms, entry);
    }
    return entries;
}

std::vector<NameEntry> names_of_listed(const std::vector<ListedWord>& listed) {
    std::vector<NameEntry> entries;
    for (std::size_t at = 0; at < listed.size(); ++at) {
        NameEntry entry{listed[at].id, at, at, by_name};
        entries.push_back(entry);
        add_synonyms(entries, listed[at].synonyms, entry);
    }
    return entries;
}

std::vector<NameEntry> names_of_equipment(const Vocabulary& vocabulary) {
    std::vector<NameEntry> entries;
    std::size_t at = 0;
    for (const auto& [id, meaning] : vocabulary.equipment) {
        entries.push_back({id, at, at, by_name});
        entries.push_back({meaning, at, at, by_family});
        ++at;
    }
    return entries;
}

template <class IdOf>
std::vector<WordMatch> find_words(const NameIndex& index, std::string_view text, IdOf id_of) {
    const auto hits = index.find(text);
    std::vector<WordMatch> matches;
    for (const auto& hit : hits) {
        matches.push_back({id_of(hit.target), hit.score, false});
    }
    if (!matches.empty()) {
        matches.front().sure = index.is_sure(hits);
    }
    matches.resize(std::min(matches.size(), most_matches));
    return matches;
}

std::vector<WordMatch>
find_listed(const NameIndex& index, std::string_view text, const std::vector<ListedWord>& listed) {
    return find_words(index, text, [&](std::size_t at) { return listed[at].id; });
}

std::string without_dot(std::string_view code) {
    std::string plain;
    for (const char byte : fold(code)) {
        if (byte != '.' && byte != ' ') {
            plain += byte;
        }
    }
    return plain;
}

}  // namespace

Resolver::Resolver(const Catalogue& catalogue)
    : catalogue_(&catalogue), exercises_(names_of_exercises(catalogue), catalogue.rules.words),
      conditions_(names_of_conditions(catalogue), catalogue.rules.words),
      comorbidities_(names_of_listed(catalogue.rules.vocabulary.comorbidities), catalogue.rules.words),
      medications_(names_of_listed(catalogue.rules.vocabulary.medications), catalogue.rules.words),
      procedures_(names_of_listed(catalogue.rules.vocabulary.procedures), catalogue.rules.words),
      equipment_(names_of_equipment(catalogue.rules.vocabulary), catalogue.rules.words) {}

std::vector<Match> Resolver::find_exercises(std::string_view text) const {
    if (const auto exact = catalogue_->find_exercise(text)) {
        return {{*exact, 1, true, true}};
    }
    if (const auto family = catalogue_->find_family(text)) {
        return {{catalogue_->families[*family].reference, 1, true, true}};
    }
    const auto hits = exercises_.find(text);
    const bool is_class = exercises_.is_class(text);
    std::vector<Match> matches;
    for (const auto& hit : hits) {
        const ExerciseId id{static_cast<std::uint16_t>(hit.target)};
        matches.push_back({id, is_class ? hit.score * class_score : hit.score, false, hit.whole_name && !is_class});
    }
    if (!matches.empty()) {
        matches.front().sure = !is_class && exercises_.is_sure(hits);
    }
    matches.resize(std::min(matches.size(), most_matches));
    return matches;
}

std::vector<WordMatch> Resolver::find_conditions(std::string_view text) const {
    return find_words(conditions_, text, [&](std::size_t at) {
        return catalogue_->conditions[{static_cast<std::uint16_t>(at)}].slug;
    });
}

std::vector<WordMatch> Resolver::find_comorbidities(std::string_view text) const {
    return find_listed(comorbidities_, text, catalogue_->rules.vocabulary.comorbidities);
}

std::vector<WordMatch> Resolver::find_medications(std::string_view text) const {
    return find_listed(medications_, text, catalogue_->rules.vocabulary.medications);
}

std::vector<WordMatch> Resolver::find_procedures(std::string_view text) const {
    return find_listed(procedures_, text, catalogue_->rules.vocabulary.procedures);
}

std::vector<WordMatch> Resolver::find_equipment(std::string_view text) const {
    const auto& equipment = catalogue_->rules.vocabulary.equipment;
    return find_words(equipment_, text, [&](std::size_t at) {
        return std::next(equipment.begin(), static_cast<std::ptrdiff_t>(at))->first;
    });
}

std::vector<std::string> Resolver::split(std::string_view text) const {
    const auto whole = find_exercises(text);
    if (!whole.empty() && whole.front().whole_name) {
        return {std::string(text)};
    }
    const auto words = words_of(text);
    for (auto joint = words.begin(); joint != words.end(); ++joint) {
        if (std::ranges::find(joints, *joint) == joints.end()) {
            continue;
        }
        const auto left = join(std::vector(words.begin(), joint), " ");
        const auto right = join(std::vector(joint + 1, words.end()), " ");
        const auto scores = [&](const std::string& half) {
            const auto matches = find_exercises(half);
            return !matches.empty() && matches.front().score >= catalogue_->rules.words.split_at;
        };
        if (scores(left) && scores(right)) {
            return {left, right};
        }
    }
    return {std::string(text)};
}

std::vector<ConditionId> conditions_under(const Catalogue& catalogue, std::string_view code) {
    const auto wanted = without_dot(code);
    std::vector<ConditionId> ids;
    for (auto id = ConditionId{}; id.value < catalogue.conditions.size(); ++id.value) {
        const auto& codes = catalogue.conditions[id].icd10cm;
        if (std::ranges::any_of(codes, [&](const IcdCode& one) { return without_dot(one.code) == wanted; })) {
            ids.push_back(id);
        }
    }
    return ids;
}

}  // namespace detour
