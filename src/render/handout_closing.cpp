// SPDX-License-Identifier: Apache-2.0
// What follows the cards: what helps on the way, the way back, the log that is brought to the next visit.
#include "base/text.h"
#include "render/handout_pages.h"
#include "render/page_words.h"

#include <algorithm>

namespace detour {
namespace {

const std::string& name_in_brief(const ExerciseView& exercise) {
    return exercise.short_name.empty() ? exercise.name : exercise.short_name;
}

std::string move_here(const ReturnStage& stage, const std::vector<std::string>& common, const Phrases& phrases) {
    const auto own = without(stage.enter_if, common);
    return own.empty() ? "" : phrases.with("ladder.move", {{"when", sentences(own)}});
}

bool starts_today(const Plan& plan, const ReturnStage& stage) {
    const auto is_it = [&](const ProgramExercise& one) { return one.exercise.exercise == stage.exercise.exercise; };
    return stage.stage == 0 || (plan.program && std::ranges::any_of(plan.program->exercises, is_it));
}

/// Stages of one exercise share a rung: the dose rises, not the exercise.
void add_dose(Ladder::Rung& rung, const std::string& dose, const Phrases& phrases) {
    rung.dose = phrases.with("ladder.then", {{"first", rung.dose}, {"then", dose}});
}

Ladder ladder(const Plan& plan, const Substitution& substitution, const std::vector<std::string>& common) {
    const auto& phrases = *plan.phrases;
    const auto& stages = substitution.return_path.stages;
    Ladder ladder;
    ladder.here = phrases.at("ladder.here");
    int number = 0;
    if (!starts_today(plan, stages.front())) {
        ladder.rungs.push_back({++number, phrases.at("ladder.today"), "", "", true});
    }
    for (std::size_t at = 0; at < stages.size(); ++at) {
        const auto& stage = stages[at];
        const bool here = ladder.rungs.empty();
        if (at > 0 && !here && stages[at - 1].exercise.exercise == stage.exercise.exercise && number > 1) {
            add_dose(ladder.rungs.back(), stage.dose.text, phrases);
            continue;
        }
        ladder.rungs.push_back({++number,
                                stage.exercise.name,
                                here ? "" : stage.dose.text,
                                here ? "" : move_here(stage, common, phrases),
                                here});
    }
    return ladder;
}

std::vector<std::string> back_conditions(const std::vector<ReturnStage>& stages) {
    std::vector<std::string> all;
    for (const auto& stage : stages) {
        for (const auto& text : stage.back_if) {
            if (std::ranges::find(all, text) == all.end()) {
                all.push_back(text);
            }
        }
    }
    return all;
}

void add_way_back(Section& page, const Plan& plan, const Substitution& substitution) {
    const auto& phrases = *plan.phrases;
    const std::map<std::string, std::string> names{{"activity", name_in_brief(substitution.activity)},
                                                   {"until", substitution.return_path.until}};
    const auto& path = substitution.return_path;
    if (path.kind == ReturnKind::none || (path.kind == ReturnKind::open && path.stages.empty())) {
        return;
    }
    page.blocks.push_back(Heading{2, phrases.with("ladder.title", names), {}});
    if (path.kind == ReturnKind::barred) {
        page.blocks.push_back(Paragraph{phrases.with("ladder.barred", names), Paragraph::Weight::plain, ""});
        return;
    }
    if (path.kind == ReturnKind::wait) {
        page.blocks.push_back(Paragraph{phrases.with("ladder.wait", names), Paragraph::Weight::plain, ""});
    }
    if (path.stages.empty()) {
        return;
    }
    const auto common = common_conditions(path.stages, &ReturnStage::enter_if);
    page.blocks.push_back(ladder(plan, substitution, common));
    auto always = common;
    std::ranges::copy(back_conditions(path.stages), std::back_inserter(always));
    if (!always.empty()) {
        page.blocks.push_back(Paragraph{sentences(always), Paragraph::Weight::plain, phrases.at("ladder.every-step")});
    }
}

void add_advice(Section& page, const Plan& plan) {
    const auto& phrases = *plan.phrases;
    std::vector<std::string> items{phrases.at("handout.soreness")};
    for (const auto& operation : plan.patient.surgery) {
        items.push_back(sentence_end(phrases.with("advice.surgery", {{"text", operation}})));
    }
    std::ranges::copy(plan.cautions, std::back_inserter(items));
    std::ranges::copy(plan.program->advice, std::back_inserter(items));
    page.blocks.push_back(Heading{2, phrases.at("advice.title"), {}});
    page.blocks.push_back(ItemList{false, "", items});
    page.blocks.push_back(FillIn{{phrases.at("advice.when"), phrases.at("advice.where")}});
    if (!plan.therapist.message.empty()) {
        const auto from = plan.therapist.name.empty() ? phrases.at("handout.from-therapist")
                                                      : phrases.with("handout.from", {{"name", plan.therapist.name}});
        page.blocks.push_back(Message{from, plan.therapist.message});
    }
}

LogTable log_table(const Phrases& phrases) {
    return {{phrases.at("log.date"),
             phrases.at("log.did"),
             phrases.at("log.during"),
             phrases.at("log.morning"),
             phrases.at("log.leg")},
            {27, 62, 27, 31, 31},
            7};
}

}  // namespace

Section way_back_part(const Plan& plan, const Substitution& substitution) {
    Section page{false, true, {}};
    add_way_back(page, plan, substitution);
    return page;
}

Section advice_part(const Plan& plan) {
    Section page{false, true, {}};
    add_advice(page, plan);
    return page;
}

Section log_part(const Plan& plan) {
    Section page{false, true, {}};
    page.blocks.push_back(Heading{2, plan.phrases->at("log.title"), {plan.phrases->at("log.hint")}});
    page.blocks.push_back(log_table(*plan.phrases));
    return page;
}

}  // namespace detour
