// SPDX-License-Identifier: Apache-2.0
#include "render/clinician_sheet.h"

#include "base/text.h"
#include "render/dose_words.h"
#include "render/page_words.h"
#include "render/sheet_substitution.h"
#include "render/sheet_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace detour {
namespace {

bool may_exercise(const Plan& plan) {
    return plan.decision == Decision::substitute || plan.decision == Decision::continue_;
}

void add_line(std::vector<std::string>& lines,
              const SheetWords& words,
              const std::string& key,
              const std::string& text) {
    if (!text.empty()) {
        lines.push_back(words.phrases().with(key, {{"text", text}}));
    }
}

std::string urgency_words(const Plan& plan, const SheetWords& words) {
    const auto urgency = plan.urgency != Urgency::none ? plan.urgency : plan.see_clinician.urgency;
    return urgency == Urgency::none ? "" : words.at(fmt::format("urgency.{}", id_of(urgency)));
}

DecisionStrip decision_strip(const Plan& plan, const SheetWords& words) {
    const auto& patient = plan.patient;
    DecisionStrip strip;
    strip.decision = words.at(fmt::format("decision.{}", id_of(plan.decision)));
    strip.detail = urgency_words(plan, words);
    std::vector<std::string> state = patient.conditions;
    add_line(state, words, "sheet.patient", patient.summary);
    add_line(state, words, "sheet.irritability", patient.irritability);
    add_line(state, words, "sheet.pain", patient.pain);
    add_line(state, words, "sheet.exam", patient.exam);
    for (const auto& operation : patient.surgery) {
        add_line(state, words, "sheet.surgery", operation);
    }
    std::vector<std::string> activity;
    add_line(activity, words, "sheet.words", patient.words);
    add_line(activity, words, "sheet.provokes", patient.provokes);
    add_line(activity, words, "sheet.tolerates", patient.tolerates);
    add_line(activity, words, "sheet.goals", join(patient.goals, ", "));
    add_line(activity, words, "sheet.psfs", join(patient.psfs, "; "));
    strip.columns = {std::move(state), std::move(activity)};
    return strip;
}

std::optional<AskBox> ask_box(const Plan& plan, const SheetWords& words) {
    AskBox box{words.at("sheet.ask"), plan.handout_withheld ? words.at("sheet.withheld") : "", {}};
    for (const auto& question : plan.questions) {
        if (question.must_answer) {
            box.questions.push_back(question.question);
        }
    }
    if (box.questions.empty()) {
        return std::nullopt;
    }
    return box;
}

void add_questions(Section& sheet, const Plan& plan, const SheetWords& words) {
    Table table;
    table.header = {words.at("sheet.column.question"), words.at("sheet.column.why"), words.at("sheet.column.changes")};
    table.weights = {66, 60, 60};
    table.bold_first = false;
    for (const auto& question : plan.questions) {
        if (!question.must_answer) {
            table.rows.push_back(
                {question.question, words.or_dash(question.why), words.or_dash(join(question.changes, "; "))});
        }
    }
    if (!table.rows.empty()) {
        sheet.blocks.push_back(Heading{2, words.at("sheet.questions"), {}});
        sheet.blocks.push_back(std::move(table));
    }
}

void add_decision_reasons(Section& sheet, const Plan& plan, const SheetWords& words) {
    std::vector<std::string> items;
    for (const auto& because : plan.decision_because) {
        add_once(items, words.cited(because));
    }
    for (const auto& because : plan.see_clinician.reasons) {
        add_once(items, words.cited(because));
    }
    for (const auto& text : plan.come_back_when) {
        add_once(items, text);
    }
    if (!items.empty()) {
        sheet.blocks.push_back(ItemList{false, words.at("sheet.decision-why"), items});
    }
}

void add_follow_up(Section& sheet, const Plan& plan, const SheetWords& words) {
    if (!plan.follow_up) {
        return;
    }
    const auto& follow_up = *plan.follow_up;
    sheet.blocks.push_back(Heading{2, words.phrases().with("sheet.follow-up", {{"date", follow_up.visit}}), {}});
    sheet.blocks.push_back(
        Paragraph{follow_up.reason, Paragraph::Weight::plain, words.word("follow-up", follow_up.decision)});
    if (!follow_up.changes.empty()) {
        sheet.blocks.push_back(ItemList{false, "", follow_up.changes});
    }
}

void add_excluded(Section& sheet, const Plan& plan, const SheetWords& words) {
    constexpr std::size_t most = 5;
    if (plan.excluded.empty()) {
        return;
    }
    int all = 0;
    for (const auto& [kind, count] : plan.excluded_counts) {
        all += count;
    }
    Table table;
    table.header = {words.at("sheet.column.exercise"),
                    words.at("sheet.column.kind"),
                    words.at("sheet.column.reason"),
                    words.at("sheet.column.rule")};
    table.weights = {42, 26, 78, 40};
    for (std::size_t i = 0; i < std::min(most, plan.excluded.size()); ++i) {
        const auto& one = plan.excluded[i];
        table.rows.push_back({one.name,
                              words.at(fmt::format("excluded.{}", id_of(one.kind))),
                              one.reason,
                              words.or_dash(one.rule + words.cite(one.sources))});
    }
    sheet.blocks.push_back(Heading{2, words.phrases().with("sheet.why-not", {{"count", number_text(all)}}), {}});
    sheet.blocks.push_back(std::move(table));
}

void add_limits(Section& sheet, const Plan& plan, const SheetWords& words) {
    Table table;
    table.header = {words.at("sheet.column.stressor"),
                    words.at("sheet.column.sensitivity"),
                    words.at("sheet.column.cap"),
                    words.at("sheet.column.because")};
    table.weights = {36, 24, 28, 98};
    for (const auto stressor : all_stressors) {
        const auto& limit = plan.tolerance[stressor];
        if (!limit.cap) {
            continue;
        }
        table.rows.push_back({words.stressor(stressor),
                              words.at(fmt::format("sensitivity.{}", id_of(limit.sensitivity))),
                              words.phrases().with(limit.is_protective ? "sheet.cap.protective" : "sheet.cap",
                                                   {{"cap", number_text(*limit.cap)}}),
                              words.or_dash(words.cited(limit.because))});
    }
    if (!table.rows.empty()) {
        sheet.blocks.push_back(Heading{2, words.at("sheet.limits"), {}});
        sheet.blocks.push_back(std::move(table));
    }
}

void add_findings(Section& sheet, const Plan& plan, const SheetWords& words) {
    Table table;
    table.header = {words.at("sheet.column.what"), words.at("sheet.column.text")};
    table.weights = {32, 154};
    for (const auto& finding : plan.findings) {
        table.rows.push_back({words.word("severity", finding.severity), finding.text + words.cite(finding.sources)});
    }
    std::vector<std::string> defaults;
    for (const auto& one : plan.defaults_used) {
        defaults.push_back(one.field + ": " + one.value);
    }
    if (!defaults.empty()) {
        table.rows.push_back({words.at("sheet.defaults"), join(defaults, " · ")});
    }
    if (!table.rows.empty()) {
        sheet.blocks.push_back(Heading{2, words.at("sheet.findings"), {}});
        sheet.blocks.push_back(std::move(table));
    }
}

void add_doses(Section& sheet, const Plan& plan, const SheetWords& words) {
    if (!plan.program) {
        if (!plan.program_none_because.empty()) {
            sheet.blocks.push_back(ItemList{false, words.at("sheet.no-program"), plan.program_none_because});
        }
        return;
    }
    Table table;
    table.header = {words.at("sheet.column.exercise"),
                    words.at("sheet.column.role"),
                    words.at("sheet.column.dose"),
                    words.at("sheet.column.rule"),
                    words.at("sheet.column.progress"),
                    words.at("sheet.column.regress")};
    table.weights = {34, 20, 44, 32, 30, 30};
    for (const auto& one : plan.program->exercises) {
        table.rows.push_back({one.exercise.name,
                              words.word("role", one.role),
                              one.dose.text,
                              one.rule,
                              words.or_dash(one.progress_if),
                              words.or_dash(one.regress_if)});
    }
    sheet.blocks.push_back(Heading{2, words.at("sheet.doses"), {}});
    sheet.blocks.push_back(std::move(table));
    const auto& program = *plan.program;
    sheet.blocks.push_back(Paragraph{words.phrases().with("sheet.volume",
                                                          {{"before", number_text(program.met_minutes_before, 0)},
                                                           {"after", number_text(program.met_minutes_after, 0)},
                                                           {"days", number_text(program.review_in_days)}}) +
                                         words.cite(program.pain.sources),
                                     Paragraph::Weight::plain,
                                     ""});
}

void add_sources(Section& sheet, const Plan& plan, const SheetWords& words) {
    if (plan.sources.empty()) {
        return;
    }
    sheet.blocks.push_back(Heading{2, words.at("sheet.sources"), {}});
    Table table;
    table.header = {words.at("sheet.column.number"), words.at("sheet.column.source"), words.at("sheet.column.link")};
    table.weights = {9, 117, 60};
    int number = 0;
    for (const auto& source : plan.sources) {
        table.rows.push_back({number_text(++number), source.text, source.doi_or_url});
    }
    sheet.blocks.push_back(std::move(table));
}

void add_exercise_parts(Section& sheet, const Plan& plan, const SheetWords& words) {
    for (const auto& substitution : plan.substitutions) {
        add_loads(sheet, substitution, plan, words);
        add_reasons(sheet, substitution, words);
    }
    add_excluded(sheet, plan, words);
    add_findings(sheet, plan, words);
    add_limits(sheet, plan, words);
    for (const auto& substitution : plan.substitutions) {
        add_return_path(sheet, substitution, words);
    }
    add_doses(sheet, plan, words);
}

Section sheet_section(const Plan& plan, const SheetWords& words) {
    Section sheet{true, false, {}};
    sheet.blocks.push_back(Heading{1,
                                   words.phrases().with("sheet.title", {{"patient", plan.patient.id}}),
                                   {long_date(plan.date, words.phrases())}});
    if (auto box = ask_box(plan, words)) {
        sheet.blocks.push_back(std::move(*box));
    }
    sheet.blocks.push_back(decision_strip(plan, words));
    add_decision_reasons(sheet, plan, words);
    add_questions(sheet, plan, words);
    add_follow_up(sheet, plan, words);
    if (may_exercise(plan)) {
        add_exercise_parts(sheet, plan, words);
    } else {
        add_findings(sheet, plan, words);
    }
    add_sources(sheet, plan, words);
    sheet.blocks.push_back(
        FillIn{{words.at("sheet.reviewed"), words.at("sheet.review-date"), words.at("sheet.review-changes")}});
    return sheet;
}

}  // namespace

Document write_clinician_sheet(const Plan& plan, const RenderOptions&) {
    const SheetWords words(plan);
    Document document;
    document.title = words.phrases().with("sheet.title", {{"patient", plan.patient.id}});
    document.language = words.phrases().language();
    document.kind = PageKind::clinician;
    document.date = plan.date;
    document.head = provenance(plan);
    document.contact = words.at("sheet.not-for-patient");
    document.footer = document.head;
    document.footer_on = document.head;
    document.page_label = page_pattern(words.phrases());
    document.sections.push_back(sheet_section(plan, words));
    return document;
}

}  // namespace detour
