// SPDX-License-Identifier: Apache-2.0
// In this order: parse every file; collect all ids; read the tables that others lean on; read the rest, resolving ids
// at once; compute loads and tags; ask what nobody used. An overlay will be a further layer of files whose ids may
// exist already: NameTable::define is the one place that must then know of layers.
#include "read/catalogue_reader.h"

#include "base/text.h"
#include "read/catalogue_finish.h"
#include "read/draft.h"
#include "read/figure_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace detour {
namespace {

using TableReader = void (*)(YamlMap&, Draft&);

struct Table {
    std::string_view file;
    TableReader read;
};
/// In reading order: a table may lean on those before it.
constexpr std::array<Table, 18> tables = {{{"rules/edition.yaml", read_edition},
                                           {"rules/vocabulary.yaml", read_vocabulary},
                                           {"rules/lists.yaml", read_lists},
                                           {"rules/words.yaml", read_words_table},
                                           {"rules/places.yaml", read_places},
                                           {"rules/scales.yaml", read_scales},
                                           {"rules/inference.yaml", read_inference},
                                           {"rules/water.yaml", read_water},
                                           {"rules/caps.yaml", read_caps},
                                           {"rules/search.yaml", read_search},
                                           {"rules/dose.yaml", read_dose},
                                           {"rules/pain.yaml", read_pain},
                                           {"rules/program.yaml", read_program},
                                           {"rules/probes.yaml", read_probes},
                                           {"rules/return_paths.yaml", read_return_paths},
                                           {"rules/technique.yaml", nullptr},
                                           {"rules/wording.yaml", nullptr},
                                           {"rules/tags.yaml", nullptr}}};

/// The parts of "text/en/exercises/running.yaml".
std::vector<std::string> parts_of(std::string_view path) {
    std::vector<std::string> parts;
    while (true) {
        const auto end = path.find('/');
        parts.emplace_back(path.substr(0, end));
        if (end == std::string_view::npos) {
            return parts;
        }
        path.remove_prefix(end + 1);
    }
}

bool is_table(std::string_view path) {
    return std::ranges::find(tables, path, &Table::file) != tables.end();
}

bool is_formula_file(std::string_view path) {
    return path.starts_with("rules/formulas");
}

/// "rules/tags.yaml" and "rules/tags_surgery.yaml": what grows may be kept in several files.
bool is_tag_file(std::string_view path) {
    return path == "rules/tags.yaml" || path.starts_with("rules/tags_");
}

bool is_answer_file(std::string_view path) {
    return path.starts_with("rules/answers");
}

bool is_rule_file(std::string_view path) {
    return path.starts_with("rules/") && !is_table(path) && !is_formula_file(path) && !is_tag_file(path) &&
           !is_answer_file(path);
}

class CatalogueReader {
public:
    CatalogueReader(std::span<const SourceText> files, Diagnostics& diagnostics)
        : files_(files), diagnostics_(diagnostics) {
        for (const auto& file : files) {
            if (auto document = parse_yaml(file, diagnostics)) {
                documents_.push_back(std::move(*document));
            }
        }
    }

    Catalogue read() {
        collect_ids();
        read_tables();
        prepare_expressions(draft_);
        read_folder("evidence", read_evidence_file);
        read_matching(is_formula_file, read_formulas);
        read_folder("exercises", read_exercise_file);
        read_matching(is_tag_file, read_tag_file);
        read_table("rules/technique.yaml", read_technique);
        read_folder("conditions", read_condition_file);
        read_matching(is_rule_file, read_rule_file);
        read_table("rules/wording.yaml", read_wording);
        read_figures();
        read_all_texts();
        infer_loads(draft_.catalogue, draft_.loads, draft_.load_rules);
        std::ranges::sort(draft_.catalogue.rules.rules, {}, &Rule::id);
        report_unused();
        return std::move(draft_.catalogue);
    }

private:
    template <class Fits>
    std::vector<YamlValue> roots_where(Fits fits) const {
        std::vector<YamlValue> roots;
        for (const auto& document : documents_) {
            if (fits(document.name())) {
                roots.push_back(document.root());
            }
        }
        return roots;
    }

    std::vector<YamlValue> roots_in(std::string_view folder) const {
        return roots_where([&](const std::string& path) {
            const auto parts = parts_of(path);
            return parts.size() == 2 && parts[0] == folder;
        });
    }

    static std::vector<YamlValue> list_in(const YamlValue& root, std::string_view key) {
        if (root.is_map()) {
            for (const auto& [name, value] : root.pairs()) {
                if (name.is_text() && *name.text() == key && value.is_list()) {
                    return value.list();
                }
            }
        }
        return {};
    }

    static void define(NameTable& table, const YamlValue& map, std::string_view key) {
        if (map.is_map()) {
            if (const auto name = YamlMap(map).find(key)) {
                table.define(*name);
            }
        }
    }

    static void define_all(NameTable& table, const YamlValue& root, std::string_view list, std::string_view key) {
        for (const auto& item : list_in(root, list)) {
            define(table, item, key);
        }
    }

    static void define_keys(NameTable& table, const YamlValue& root, std::string_view key) {
        const auto map = root.is_map() ? YamlMap(root).find(key) : std::nullopt;
        if (map && map->is_map()) {
            for (const auto& [name, value] : map->pairs()) {
                table.define(name);
            }
        }
    }

    void collect_ids() {
        for (const auto& root : roots_in("evidence")) {
            define_keys(draft_.sources, root, "sources");
            define_all(draft_.evidence, root, "evidence", "id");
        }
        for (const auto& root : roots_in("exercises")) {
            define(draft_.families, root, "family");
            define_all(draft_.exercises, root, "exercises", "id");
        }
        for (const auto& root : roots_in("conditions")) {
            define(draft_.conditions, root, "condition");
            collect_bars(root);
        }
        for (const auto& root : roots_in("rules")) {
            collect_rule_ids(root);
        }
        for (const auto& root : roots_in("figures")) {
            define(draft_.figures, root, "figure");
        }
        for (auto* table : {&draft_.families,
                            &draft_.exercises,
                            &draft_.conditions,
                            &draft_.tags,
                            &draft_.rules,
                            &draft_.sources,
                            &draft_.evidence,
                            &draft_.formulas,
                            &draft_.water_rules,
                            &draft_.figures}) {
            table->seal();
        }
        draft_.catalogue.exercises = IdVector<ExerciseId, Exercise>(draft_.exercises.size());
        draft_.catalogue.families = IdVector<FamilyId, Family>(draft_.families.size());
        draft_.catalogue.conditions = IdVector<ConditionId, Condition>(draft_.conditions.size());
        draft_.catalogue.rules.tags = IdVector<TagId, Tag>(draft_.tags.size());
        draft_.loads = LoadSpecs(draft_.exercises.size());
    }

    void collect_bars(const YamlValue& root) {
        const auto bars = root.is_map() ? YamlMap(root).find("contraindications") : std::nullopt;
        for (const auto* key : {"absolute", "relative"}) {
            if (bars) {
                define_all(draft_.rules, *bars, key, "id");
            }
        }
        define_all(draft_.rules, root, "allow_only", "id");
    }

    void collect_rule_ids(const YamlValue& root) {
        const auto& file = root.place().file;
        if (is_tag_file(file)) {
            define_all(draft_.tags, root, "tags", "tag");
        } else if (file == "rules/water.yaml") {
            define_all(draft_.water_rules, root, "rules", "rule");
        } else if (is_formula_file(file)) {
            define_all(draft_.formulas, root, "formulas", "formula");
        } else if (is_rule_file(file) || file == "rules/wording.yaml") {
            define_all(draft_.rules, root, "rules", "id");
        }
    }

    void read_root(const YamlValue& root, TableReader reader) {
        auto map = root.map();
        if (const auto schema = map.require("schema"); schema && schema->integer(1, 1)) {
            reader(map, draft_);
            map.finish();
        }
    }

    void read_table(std::string_view file, TableReader reader) {
        const auto roots = roots_where([&](const std::string& path) { return path == file; });
        if (roots.empty()) {
            report(std::string(file), "this file is missing or cannot be read");
        }
        for (const auto& root : roots) {
            read_root(root, reader);
        }
    }

    void read_tables() {
        for (const auto& table : tables) {
            if (table.file == "rules/places.yaml") {
                read_matching(is_answer_file, read_answers);
                prepare_expressions(draft_);
            }
            if (table.read != nullptr) {
                read_table(table.file, table.read);
            }
        }
    }

    void read_folder(std::string_view folder, TableReader reader) {
        for (const auto& root : roots_in(folder)) {
            read_root(root, reader);
        }
    }

    template <class Fits>
    void read_matching(Fits fits, TableReader reader) {
        for (const auto& root : roots_where(fits)) {
            read_root(root, reader);
        }
    }

    void read_figures() {
        for (const auto& file : files_) {
            const auto parts = parts_of(file.name);
            if (parts.size() != 2 || parts[0] != "figures") {
                continue;
            }
            if (auto figure = read_figure(file, diagnostics_)) {
                auto id = figure->id;
                draft_.catalogue.figures.emplace(std::move(id), std::move(*figure));
            }
        }
    }

    void read_all_texts() {
        std::vector<TextFile> files;
        for (const auto& root : roots_where([](const std::string& path) { return path.starts_with("text/"); })) {
            const auto parts = parts_of(root.place().file);
            const bool is_exercises = parts.size() == 4 && parts[2] == "exercises";
            if (parts.size() == 3 || is_exercises) {
                files.push_back({parts[1], is_exercises, root});
            } else {
                report(root.place().file, "expected text/LANGUAGE/FILE.yaml or text/LANGUAGE/exercises/FAMILY.yaml");
            }
        }
        read_texts(files, draft_, diagnostics_);
    }

    void report_unused() {
        draft_.sources.report_unused(Severity::error);
        draft_.evidence.report_unused(Severity::error);
        draft_.figures.report_unused(Severity::warning);
        draft_.tags.report_unused(Severity::warning);
        draft_.formulas.report_unused(Severity::warning);
        draft_.water_rules.report_unused(Severity::warning);
    }

    void report(std::string file, std::string message) {
        diagnostics_.push_back({{std::move(file), 0, 0}, Severity::error, std::move(message), "", {}});
    }

    std::span<const SourceText> files_;
    Diagnostics& diagnostics_;
    std::vector<YamlDocument> documents_;
    Draft draft_;
};

}  // namespace

Checked<Catalogue> read_catalogue(std::span<const SourceText> files) {
    std::vector<SourceText> in_order(files.begin(), files.end());
    std::ranges::sort(in_order);
    Diagnostics diagnostics;
    auto catalogue = CatalogueReader(in_order, diagnostics).read();
    if (has_errors(diagnostics)) {
        return {std::nullopt, sorted(std::move(diagnostics))};
    }
    compute_tags(catalogue, diagnostics);
    count_matches(catalogue, diagnostics);
    find_dosed(catalogue, diagnostics);
    find_unread_words(catalogue, diagnostics);
    catalogue.sha256 = sha256_of(std::move(in_order));
    return {std::move(catalogue), sorted(std::move(diagnostics))};
}

}  // namespace detour
