// SPDX-License-Identifier: Apache-2.0
#include "render/sheet_substitution.h"

#include "base/text.h"
#include "render/page_words.h"

#include <algorithm>

namespace detour {
namespace {

constexpr std::size_t most_alternatives = 3;

std::vector<Stressor> culprits_first(const Substitution& substitution) {
    std::vector<Stressor> order;
    for (const auto& culprit : substitution.culprits) {
        order.push_back(culprit.stressor);
    }
    for (const auto stressor : all_stressors) {
        if (std::ranges::find(order, stressor) == order.end()) {
            order.push_back(stressor);
        }
    }
    return order;
}

const Culprit* culprit_on(const Substitution& substitution, Stressor stressor) {
    const auto found = std::ranges::find(substitution.culprits, stressor, &Culprit::stressor);
    return found == substitution.culprits.end() ? nullptr : &*found;
}

std::vector<std::string> load_row(const Substitution& substitution, Stressor stressor, const SheetWords& words) {
    const auto* culprit = culprit_on(substitution, stressor);
    std::vector<std::string> row;
    row.push_back(words.phrases().with(culprit != nullptr ? "sheet.stressor.culprit" : "sheet.stressor",
                                       {{"stressor", words.stressor(stressor)}, {"unit", words.unit(stressor)}}));
    row.push_back(culprit != nullptr && culprit->cap ? number_text(*culprit->cap) : "");
    row.push_back(words.load(substitution.activity.loads[stressor]));
    for (std::size_t i = 0; i < std::min(most_alternatives, substitution.alternatives.size()); ++i) {
        row.push_back(words.load(substitution.alternatives[i].exercise.loads[stressor]));
    }
    return row;
}

Table load_table(const Substitution& substitution,
                 const PerStressor<StressorTolerance>& tolerance,
                 const SheetWords& words) {
    Table table;
    table.caption = words.at("sheet.loads.caption");
    table.header = {words.at("sheet.column.stressor"), words.at("sheet.column.cap"), substitution.activity.name};
    table.weights = {42, 31, 40};
    for (std::size_t i = 0; i < std::min(most_alternatives, substitution.alternatives.size()); ++i) {
        table.header.push_back(number_text(static_cast<double>(i + 1)) + " " +
                               substitution.alternatives[i].exercise.name);
        table.weights.push_back(40);
    }
    for (const auto stressor : culprits_first(substitution)) {
        auto row = load_row(substitution, stressor, words);
        const auto& limit = tolerance[stressor];
        if (limit.cap) {
            row[1] = words.phrases().with(limit.is_protective ? "sheet.cap.protective" : "sheet.cap",
                                          {{"cap", number_text(*limit.cap)}});
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string way_to(const Alternative& alternative, const SheetWords& words) {
    return alternative.path_names.size() > 2
               ? words.phrases().with("sheet.way", {{"path", join(alternative.path_names, " > ")}})
               : "";
}

std::vector<std::string> why_row(const Alternative& alternative, const SheetWords& words) {
    std::vector<std::string> cautions = alternative.cautions;
    std::ranges::copy(alternative.gives_up, std::back_inserter(cautions));
    auto why = words.cited(alternative.why);
    if (const auto way = way_to(alternative, words); !way.empty()) {
        why += (why.empty() ? "" : " · ") + way;
    }
    return {number_text(alternative.rank) + " " + alternative.exercise.name,
            words.or_dash(join(alternative.keeps, ", ")),
            words.or_dash(words.changes(alternative.change)),
            words.at(alternative.certainty == Certainty::sure ? "sheet.sure" : "sheet.probable"),
            words.or_dash(join(cautions, "; ")),
            words.or_dash(why)};
}

Table why_table(const std::vector<Alternative>& alternatives, const SheetWords& words) {
    Table table;
    table.header = {words.at("sheet.column.exercise"),
                    words.at("sheet.column.keeps"),
                    words.at("sheet.column.takes"),
                    words.at("sheet.column.certainty"),
                    words.at("sheet.column.cautions"),
                    words.at("sheet.column.why")};
    table.weights = {34, 28, 36, 17, 33, 44};
    for (const auto& alternative : alternatives) {
        table.rows.push_back(why_row(alternative, words));
    }
    return table;
}

void add_modify(Section& sheet, const Substitution& substitution, const SheetWords& words) {
    if (substitution.modify.empty()) {
        return;
    }
    Table table;
    table.header = {words.at("sheet.column.exercise"), words.at("sheet.column.dose"), words.at("sheet.column.why")};
    table.weights = {44, 64, 80};
    for (const auto& one : substitution.modify) {
        table.rows.push_back({one.exercise.name, words.or_dash(one.dose.text), words.or_dash(words.cited(one.why))});
    }
    sheet.blocks.push_back(Heading{2, words.at("sheet.modify"), {}});
    sheet.blocks.push_back(std::move(table));
}

void add_causes(Section& sheet, const Substitution& substitution, const SheetWords& words) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& finding : substitution.pattern) {
        rows.push_back({words.word("cause", finding.id), finding.text + words.cite(finding.sources)});
    }
    for (const auto& text : substitution.technique) {
        rows.push_back({words.at("sheet.technique"), text});
    }
    if (!rows.empty()) {
        sheet.blocks.push_back(Heading{2, words.at("sheet.causes"), {}});
        sheet.blocks.push_back(
            Table{"", {words.at("sheet.column.what"), words.at("sheet.column.text")}, rows, {32, 154}, true});
    }
}

void add_doubt(Section& sheet, const Substitution& substitution, const SheetWords& words) {
    if (substitution.sure) {
        return;
    }
    std::vector<std::string> names;
    for (const auto& [slug, name] : substitution.candidates) {
        names.push_back(name);
    }
    sheet.blocks.push_back(Paragraph{
        words.phrases().with(
            "sheet.doubt",
            {{"written", substitution.for_text}, {"used", substitution.activity.name}, {"candidates", join_or(names)}}),
        Paragraph::Weight::plain,
        ""});
}

void add_culprits(Section& sheet, const Substitution& substitution, const SheetWords& words) {
    for (const auto& culprit : substitution.culprits) {
        const std::map<std::string, std::string> values{{"stressor", words.stressor(culprit.stressor)},
                                                        {"value", number_text(culprit.value)},
                                                        {"unit", words.unit(culprit.stressor)},
                                                        {"cap", culprit.cap ? number_text(*culprit.cap) : "–"}};
        sheet.blocks.push_back(Paragraph{
            words.cited(culprit.because), Paragraph::Weight::plain, words.phrases().with("sheet.culprit", values)});
    }
}

void add_common(Section& sheet, const std::string& lead, const std::vector<std::string>& texts) {
    if (!texts.empty()) {
        sheet.blocks.push_back(Paragraph{sentences(texts), Paragraph::Weight::plain, lead});
    }
}

}  // namespace

void add_loads(Section& sheet, const Substitution& substitution, const Plan& plan, const SheetWords& words) {
    sheet.blocks.push_back(
        Heading{2, words.phrases().with("sheet.loads", {{"activity", substitution.activity.name}}), {}});
    add_doubt(sheet, substitution, words);
    add_culprits(sheet, substitution, words);
    sheet.blocks.push_back(load_table(substitution, plan.tolerance, words));
}

void add_reasons(Section& sheet, const Substitution& substitution, const SheetWords& words) {
    sheet.blocks.push_back(Heading{2, words.at("sheet.why"), {}});
    if (substitution.alternatives.empty()) {
        sheet.blocks.push_back(ItemList{false, words.at("sheet.none"), substitution.none_because});
    } else {
        sheet.blocks.push_back(why_table(substitution.alternatives, words));
    }
    add_modify(sheet, substitution, words);
    add_causes(sheet, substitution, words);
}

void add_return_path(Section& sheet, const Substitution& substitution, const SheetWords& words) {
    const auto& path = substitution.return_path;
    if (path.kind == ReturnKind::none) {
        return;
    }
    sheet.blocks.push_back(
        Heading{2, words.phrases().with("sheet.return", {{"activity", substitution.activity.name}}), {}});
    if (path.kind != ReturnKind::open) {
        const auto key = path.kind == ReturnKind::wait ? "sheet.return.wait" : "sheet.return.barred";
        sheet.blocks.push_back(Paragraph{words.phrases().with(key, {{"until", path.until}, {"reason", path.reason}}) +
                                             words.cite(path.sources),
                                         Paragraph::Weight::plain,
                                         ""});
    }
    if (path.stages.empty()) {
        return;
    }
    const auto enter = common_conditions(path.stages, &ReturnStage::enter_if);
    const auto back = common_conditions(path.stages, &ReturnStage::back_if);
    add_common(sheet, words.at("sheet.return.enter"), enter);
    add_common(sheet, words.at("sheet.return.back"), back);
    Table table;
    table.header = {words.at("sheet.column.stage"),
                    words.at("sheet.column.dose"),
                    words.at("sheet.column.rises"),
                    words.at("sheet.column.enter"),
                    words.at("sheet.column.back")};
    table.weights = {40, 44, 36, 38, 30};
    for (const auto& stage : path.stages) {
        const bool is_first = &stage == &path.stages.front();
        const auto own = [&](const std::vector<std::string>& texts, const std::vector<std::string>& common) {
            return words.or_dash(sentences(is_first ? texts : without(texts, common)));
        };
        table.rows.push_back({number_text(stage.stage) + " " + stage.exercise.name,
                              words.or_dash(stage.dose.text),
                              words.or_dash(words.changes(stage.load_rise)),
                              own(stage.enter_if, enter),
                              own(stage.back_if, back)});
    }
    sheet.blocks.push_back(std::move(table));
}

}  // namespace detour
