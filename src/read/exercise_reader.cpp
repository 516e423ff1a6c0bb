// SPDX-License-Identifier: Apache-2.0
// data/exercises/FAMILY.yaml. Loads are read as written; infer_loads computes them when all exercises are known.
#include "base/text.h"
#include "read/draft.h"

#include <fmt/format.h>

#include <algorithm>

namespace detour {
namespace {

const std::vector<std::string> lateralities = {"both-sides-together", "alternating", "one-side", "not-applicable"};
const std::vector<std::string> immersions = {"waist", "chest", "neck", "floating-upright", "floating-flat", "swimming"};
constexpr int highest_level = 20;
constexpr double highest_met = 30;
constexpr double most_contacts = 400;

std::optional<double>
read_from_rows(const YamlValue& value, std::string_view quantity, Draft& draft, std::vector<std::string>& ids) {
    auto map = value.map();
    const auto evidence = map.require("evidence");
    if (map.optional_truth("analogue").value_or(false)) {
        map.text("why");
    }
    map.finish();
    ids = evidence ? read_evidence_ids(*evidence, draft) : std::vector<std::string>{};
    double sum = 0;
    for (const auto& id : ids) {
        const auto& row = draft.catalogue.evidence.at(id);
        if (row.quantity != quantity) {
            evidence->error(fmt::format("'{}' measured {}; expected {}", id, row.quantity, quantity));
            return std::nullopt;
        }
        sum += row.value ? *row.value : row.range ? (row.range->low + row.range->high) / 2 : 0;
    }
    return ids.empty() ? std::nullopt : std::optional{sum / static_cast<double>(ids.size())};
}

void read_energy(YamlMap& map, Exercise& exercise, Draft& draft) {
    if (const auto met = map.require("met")) {
        exercise.met = {read_from_rows(*met, "met", draft, exercise.met_evidence).value_or(1)};
        if (exercise.met.value <= 0 || exercise.met.value > highest_met) {
            met->error(fmt::format("{} MET is out of range", number_text(exercise.met.value)));
        }
    }
    if (const auto contacts = map.find("contacts_per_min")) {
        std::vector<std::string> ids;
        exercise.contacts_per_min = read_from_rows(*contacts, "contacts", draft, ids);
        if (exercise.contacts_per_min.value_or(0) > most_contacts) {
            contacts->error("so many contacts a minute are out of range");
        }
    }
}

std::map<std::string, double> read_parameters(const std::optional<YamlValue>& value) {
    std::map<std::string, double> parameters;
    if (value) {
        for (const auto& [name, number] : value->pairs()) {
            parameters[name.text().value_or("")] = number.number().value_or(0);
        }
    }
    return parameters;
}

void read_orders(YamlMap& map, Exercise& exercise, Draft& draft) {
    for (const auto& value : map.optional_list("lower_than")) {
        auto order = value.map();
        const auto than = read_exercise_id(order.require("exercise"), draft);
        const auto on = order.require("on");
        const auto stressor = on ? read_stressor(*on) : std::nullopt;
        const auto evidence = order.require("evidence");
        auto rows = evidence ? read_evidence_ids(*evidence, draft) : std::vector<std::string>{};
        order.finish();
        if (than && stressor) {
            exercise.lower_than.push_back({*than, *stressor, std::move(rows)});
        }
    }
}

void read_setting(YamlMap& map, Exercise& exercise, Draft& draft) {
    exercise.environment = map.one_of("environment", draft.environments);
    const auto& places = draft.catalogue.rules.places.environment_place;
    const auto place = places.find(exercise.environment);
    exercise.place = place == places.end() ? "" : place->second;
    exercise.equipment = read_words(map.optional_list("equipment"), draft.equipment);
    exercise.position = map.one_of("position", draft.positions);
    exercise.laterality = map.one_of("laterality", lateralities);
    exercise.immersion = map.optional_one_of("immersion", immersions);
    exercise.traits = read_words(map.optional_list("traits"), draft.traits);
    if (exercise.place.ends_with("pool") && exercise.immersion.empty()) {
        map.error("an exercise in a pool needs 'immersion'");
    }
}

void read_exercise(const YamlValue& value, FamilyId family, const ExerciseLoads& family_loads, Draft& draft) {
    auto map = value.map();
    const auto name = map.find("id");
    const auto id = name ? name->text() : std::nullopt;
    const auto index = id ? draft.exercises.find(*id) : std::nullopt;
    if (!index) {
        return;
    }
    Exercise exercise;
    exercise.slug = *id;
    exercise.family = family;
    exercise.level = map.integer("level", 1, highest_level).value_or(1);
    exercise.at = read_parameters(map.find("at"));
    read_setting(map, exercise, draft);
    read_energy(map, exercise, draft);
    auto specs = read_loads(map.find("loads"), family_loads, draft);
    if (const auto water = map.find("water")) {
        exercise.land_form = read_water_form(*water, specs, draft);
    }
    for (const auto stressor : all_stressors) {
        if (!specs[stressor]) {
            value.error(fmt::format("'{}' gives no load for {}", *id, id_of(stressor)));
        }
    }
    read_orders(map, exercise, draft);
    if (const auto figure = map.require("figure"); figure && draft.figures.resolve(*figure)) {
        exercise.figure = *figure->text();
    }
    exercise.also = read_synonyms(map.find("also"));
    map.finish();
    draft.loads[{*index}] = std::move(specs);
    draft.catalogue.exercises[{*index}] = std::move(exercise);
}

std::vector<MuscleUse> read_muscles(YamlMap& root, const Draft& draft) {
    std::vector<MuscleUse> muscles;
    for (const auto& [name, weight] : root.pairs("muscles")) {
        const auto muscle = name.one_of(draft.catalogue.rules.vocabulary.muscles);
        const auto how_hard = weight.integer(1, 3);
        if (muscle && how_hard) {
            muscles.push_back({*muscle, *how_hard});
        }
    }
    return muscles;
}

void read_swaps(YamlMap& root, Draft& draft) {
    for (const auto& value : root.optional_list("substitutions")) {
        auto map = value.map();
        CuratedSwap swap;
        const auto from = read_exercise_id(map.require("from"), draft);
        const auto to = read_exercise_id(map.require("to"), draft);
        swap.keeps = read_words(map.optional_list("keeps"), draft.purposes);
        swap.lowers = read_stressors(map.optional_list("lowers"));
        swap.raises = read_stressors(map.optional_list("raises"));
        swap.reason = map.text("reason");
        swap.sources = read_sources(map, draft);
        map.finish();
        if (from && to) {
            swap.from = *from;
            swap.to = *to;
            draft.catalogue.swaps.push_back(std::move(swap));
        }
    }
}

std::vector<std::string> read_faults(YamlMap& root, const std::string& family, Draft& draft) {
    std::vector<std::string> faults;
    for (const auto& value : root.optional_list("faults")) {
        if (auto fault = value.text()) {
            draft.faults[family].try_emplace(*fault, value);
            faults.push_back(std::move(*fault));
        }
    }
    return faults;
}

/// The exercises of the family by level, then slug, and the one that a bare family name means.
void order_exercises(YamlMap& root, FamilyId id, Family& family, Draft& draft) {
    const auto& all = draft.catalogue.exercises;
    for (auto at = ExerciseId{}; at.value < all.size(); ++at.value) {
        if (!all[at].slug.empty() && all[at].family == id) {
            family.exercises.push_back(at);
        }
    }
    std::ranges::stable_sort(family.exercises, {}, [&](ExerciseId at) { return all[at].level; });
    const auto reference = root.require("reference");
    const auto named = read_exercise_id(reference, draft);
    if (named && std::ranges::find(family.exercises, *named) == family.exercises.end()) {
        reference->error(fmt::format("'{}' is not in this family", draft.exercises.slugs()[named->value]));
    }
    family.reference = named.value_or(ExerciseId{});
}

}  // namespace

void read_exercise_file(YamlMap& root, Draft& draft) {
    Family family;
    const auto name = root.require("family");
    const auto slug = name ? name->text() : std::nullopt;
    const auto index = slug ? draft.families.find(*slug) : std::nullopt;
    if (!index) {
        return;
    }
    const FamilyId id{*index};
    family.slug = *slug;
    family.purposes = read_words(root.list("purposes"), draft.purposes);
    family.patterns = read_words(root.list("patterns"), draft.patterns);
    if (family.purposes.empty() || family.patterns.empty()) {
        name->error("a family needs at least one purpose and one pattern");
    }
    family.muscles = read_muscles(root, draft);
    family.related = read_families(root.optional_list("related"), draft);
    family.usual = root.optional_truth("usual").value_or(false);
    family.moved = root.optional_truth("moved").value_or(false);
    family.dose_as = root.optional_one_of("dose_as", family.purposes);
    family.faults = read_faults(root, *slug, draft);
    family.synonyms = read_synonyms(root.find("synonyms"));
    if (auto parameter = root.optional_map("parameter")) {
        family.parameter = parameter->text("name");
        parameter->finish();
    }
    const auto loads = read_loads(root.find("loads"), {}, draft);
    for (const auto& value : root.list("exercises")) {
        read_exercise(value, id, loads, draft);
    }
    order_exercises(root, id, family, draft);
    read_swaps(root, draft);
    draft.catalogue.families[id] = std::move(family);
}

}  // namespace detour
