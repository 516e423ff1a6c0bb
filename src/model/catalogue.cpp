// SPDX-License-Identifier: Apache-2.0
#include "model/catalogue.h"

#include "base/contract.h"

#include <algorithm>

namespace detour {
namespace {

/// Tables are in slug order, so that ids are stable and look-up is a binary search.
template <class Key, class T>
std::optional<Key> find_slug(const IdVector<Key, T>& table, std::string_view slug) {
    const auto found =
        std::ranges::lower_bound(table.items(), slug, {}, [](const T& item) { return std::string_view(item.slug); });
    if (found == table.end() || found->slug != slug) {
        return std::nullopt;
    }
    return Key{static_cast<std::uint16_t>(found - table.begin())};
}

std::vector<std::string> names_of(const std::vector<MuscleUse>& muscles) {
    std::vector<std::string> names;
    for (const auto& use : muscles) {
        names.push_back(use.muscle);
    }
    return names;
}

}  // namespace

std::optional<ExerciseId> Catalogue::find_exercise(std::string_view slug) const {
    return find_slug(exercises, slug);
}

std::optional<FamilyId> Catalogue::find_family(std::string_view slug) const {
    return find_slug(families, slug);
}

std::optional<ConditionId> Catalogue::find_condition(std::string_view slug) const {
    return find_slug(conditions, slug);
}

std::optional<TagId> Catalogue::find_tag(std::string_view slug) const {
    return find_slug(rules.tags, slug);
}

const Language& Catalogue::language(std::string_view code) const {
    const auto found = languages.find(code);
    expects(found != languages.end(), "the language of a patient exists in the catalogue");
    return found->second;
}

Mark Catalogue::mark_of(ExerciseId exercise, Stressor stressor) const {
    return rules.scales.mark_of(stressor, exercises[exercise].loads[stressor].interval.best);
}

bool Catalogue::has_tag(ExerciseId exercise, TagId tag) const {
    return std::ranges::binary_search(exercises[exercise].tags, tag);
}

Facts facts_of(const Catalogue& catalogue, ExerciseId id) {
    const auto& exercise = catalogue.exercises[id];
    const auto& family = catalogue.families[exercise.family];
    Facts facts;
    facts.set("exercise", exercise.slug);
    facts.set("family", family.slug);
    facts.set("level", static_cast<double>(exercise.level));
    facts.set("met", exercise.met.value);
    facts.set("environment", exercise.environment);
    facts.set("place", exercise.place);
    facts.set("immersion", exercise.immersion.empty() ? "none" : exercise.immersion);
    facts.set("position", exercise.position);
    facts.set("laterality", exercise.laterality);
    facts.set("purposes", family.purposes);
    facts.set("first_purpose", family.purposes.front());
    facts.set("patterns", family.patterns);
    facts.set("first_pattern", family.patterns.front());
    facts.set("muscles", names_of(family.muscles));
    facts.set("equipment", exercise.equipment);
    facts.set("traits", exercise.traits);
    std::vector<std::string> tags;
    for (const auto tag : exercise.tags) {
        tags.push_back(catalogue.rules.tags[tag].slug);
    }
    facts.set("tags", tags);
    for (const auto stressor : all_stressors) {
        const auto mark = catalogue.mark_of(id, stressor);
        facts.set(std::string(id_of(stressor)), OrderedWord{std::string(id_of(mark)), static_cast<int>(mark)});
    }
    return facts;
}

const std::vector<Field>& exercise_fields() {
    static const auto fields = [] {
        std::vector<Field> all = {{"exercise", FieldKind::word, "its id"},
                                  {"family", FieldKind::word, "its family's id"},
                                  {"level", FieldKind::number, "level in the family"},
                                  {"met", FieldKind::number, "energy cost, MET"},
                                  {"environment", FieldKind::word, "where it is done"},
                                  {"place", FieldKind::word, "home, gym, outdoors, pool, heated-pool"},
                                  {"immersion", FieldKind::word, "depth in water, or none"},
                                  {"position", FieldKind::word, "posture"},
                                  {"laterality", FieldKind::word, "which sides work"},
                                  {"purposes", FieldKind::list, "what it trains"},
                                  {"first_purpose", FieldKind::word, "what it trains first"},
                                  {"patterns", FieldKind::list, "movement patterns"},
                                  {"first_pattern", FieldKind::word, "main movement pattern"},
                                  {"muscles", FieldKind::list, "muscle groups"},
                                  {"equipment", FieldKind::list, "what it needs"},
                                  {"traits", FieldKind::list, "facts that no load says"},
                                  {"tags", FieldKind::list, "tags of data/rules/tags.yaml"}};
        for (const auto stressor : all_stressors) {
            all.push_back({std::string(id_of(stressor)), FieldKind::mark, "mark of its load"});
        }
        return all;
    }();
    return fields;
}

}  // namespace detour
