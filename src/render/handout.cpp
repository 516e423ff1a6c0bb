// SPDX-License-Identifier: Apache-2.0
#include "render/handout.h"

#include "base/text.h"
#include "render/dose_words.h"
#include "render/handout_pages.h"
#include "render/page_words.h"
#include "render/picture.h"

#include <algorithm>
#include <set>

namespace detour {
namespace {

/// The substitution that the handout speaks of: the first that has an alternative, else the first.
const Substitution* main_substitution(const Plan& plan) {
    const auto found =
        std::ranges::find_if(plan.substitutions, [](const Substitution& one) { return !one.alternatives.empty(); });
    if (found != plan.substitutions.end()) {
        return &*found;
    }
    return plan.substitutions.empty() ? nullptr : &plan.substitutions.front();
}

const std::string& name_in_brief(const ExerciseView& exercise) {
    return exercise.short_name.empty() ? exercise.name : exercise.short_name;
}

/// Alternatives that are in the program come first: the strip shows what the cards explain.
std::vector<const ExerciseView*> best_alternatives(const Plan& plan, const Substitution& substitution) {
    constexpr std::size_t most_pictures = 2;
    std::set<std::string> prescribed;
    if (plan.program) {
        for (const auto& one : plan.program->exercises) {
            prescribed.insert(one.exercise.exercise);
        }
    }
    std::vector<const ExerciseView*> views;
    for (const auto& one : substitution.alternatives) {
        views.push_back(&one.exercise);
    }
    std::ranges::stable_partition(views, [&](const ExerciseView* view) { return prescribed.contains(view->exercise); });
    if (!views.empty() && prescribed.contains(views.front()->exercise)) {
        std::erase_if(views, [&](const ExerciseView* view) { return !prescribed.contains(view->exercise); });
    }
    views.resize(std::min(views.size(), most_pictures));
    return views;
}

/// One still of the exercise being done, not of how it begins.
Picture picture_of_doing(const ExerciseView& exercise, const Phrases& phrases) {
    auto picture = picture_of(exercise, phrases);
    if (picture.frames.size() > 1) {
        picture.frames.erase(picture.frames.begin(), picture.frames.end() - 1);
        picture.labels.clear();
    }
    return picture;
}

std::optional<SwapStrip> swap_strip(const Plan& plan) {
    const auto* substitution = main_substitution(plan);
    if (substitution == nullptr || substitution->alternatives.empty()) {
        return std::nullopt;
    }
    const auto& phrases = *plan.phrases;
    SwapStrip strip;
    strip.message = phrases.at("handout.message");
    strip.resting = {picture_of(substitution->activity, phrases),
                     phrases.with("handout.resting", {{"activity", name_in_brief(substitution->activity)}})};
    for (const auto* view : best_alternatives(plan, *substitution)) {
        strip.instead.push_back(
            {picture_of_doing(*view, phrases), phrases.with("handout.instead", {{"exercise", name_in_brief(*view)}})});
    }
    return strip;
}

WeekTable week_table(const Program& program, const Phrases& phrases) {
    WeekTable week;
    week.head = phrases.at("handout.week.head");
    week.box = phrases.at("handout.week.box");
    week.rest = phrases.at("handout.week.rest");
    for (std::size_t day = 0; day < week.days.size(); ++day) {
        week.days[day] = phrases.at("day." + number_text(static_cast<double>(day)));
    }
    int number = 0;
    for (const auto& one : program.exercises) {
        WeekRow row{++number, one.exercise.name, one.dose.text, {}};
        for (const int day : one.days) {
            row.days.at(static_cast<std::size_t>(day)) = true;
        }
        week.rows.push_back(std::move(row));
    }
    return week;
}

Section fridge_page(const Plan& plan) {
    const auto& phrases = *plan.phrases;
    Section page{true, true, {}};
    page.blocks.push_back(title_block(plan, phrases.at("handout.title")));
    add_opening(page, plan);
    if (auto strip = swap_strip(plan)) {
        page.blocks.push_back(std::move(*strip));
    }
    page.blocks.push_back(Heading{2, phrases.at("handout.week"), {phrases.at("handout.week.hint")}});
    page.blocks.push_back(week_table(*plan.program, phrases));
    add_pain(page, plan);
    add_stop_box(page, plan);
    return page;
}

ExerciseCard card(const ProgramExercise& one, int number, const Phrases& phrases) {
    ExerciseCard card;
    card.number = number;
    card.name = one.exercise.name;
    card.keeps = one.exercise.keeps;
    card.facts = dose_facts(one.dose, one.exercise.one_side, phrases);
    card.dose = dose_beyond_facts(one.dose, one.exercise.one_side, phrases);
    card.picture = picture_of(one.exercise, phrases);
    card.steps = one.exercise.steps;
    card.feel_lead = phrases.at("card.feel");
    card.feel = sentence_end(one.exercise.feel);
    card.stop_lead = phrases.at("card.stop");
    card.stop_if = sentence_end(one.exercise.stop_if);
    return card;
}

Section card_pages(const Plan& plan) {
    Section pages{true, false, {Heading{2, plan.phrases->at("handout.exercises"), {}}}};
    int number = 0;
    for (const auto& one : plan.program->exercises) {
        pages.blocks.push_back(card(one, ++number, *plan.phrases));
    }
    return pages;
}

/// Nothing admissible: what we know, and whom to call.
Section page_without_program(const Plan& plan) {
    const auto& phrases = *plan.phrases;
    Section page{true, true, {title_block(plan, phrases.at("handout.title"))}};
    add_opening(page, plan);
    if (auto strip = swap_strip(plan)) {
        page.blocks.push_back(std::move(*strip));
    }
    page.blocks.push_back(Paragraph{phrases.at("handout.no-program"), Paragraph::Weight::large, ""});
    add_stop_box(page, plan);
    return page;
}

void add_substitute_pages(Document& document, const Plan& plan) {
    if (!plan.program || plan.program->exercises.empty()) {
        document.sections.push_back(page_without_program(plan));
        return;
    }
    document.sections.push_back(fridge_page(plan));
    document.sections.push_back(card_pages(plan));
    // The advice is shortest: it finds room below the last cards most often.
    document.sections.push_back(advice_part(plan));
    if (const auto* substitution = main_substitution(plan)) {
        auto way_back = way_back_part(plan, *substitution);
        if (!way_back.blocks.empty()) {
            document.sections.push_back(std::move(way_back));
        }
    }
    document.sections.push_back(log_part(plan));
}

Document frame(const Plan& plan, const RenderOptions& options) {
    const auto& phrases = *plan.phrases;
    Document document;
    document.title = phrases.at("handout.title");
    document.language = phrases.language();
    document.kind = PageKind::handout;
    document.date = plan.date;
    std::vector<std::string> who;
    std::ranges::copy_if(std::vector{plan.therapist.clinic, plan.therapist.name},
                         std::back_inserter(who),
                         [](const std::string& one) { return !one.empty(); });
    document.head = join(who, "  ·  ");
    document.contact = contact_line(plan);
    document.footer = provenance(plan);
    document.footer_on = plan.patient.name.empty() ? document.footer : plan.patient.name + "  ·  " + document.footer;
    document.page_label = page_pattern(phrases);
    document.draft_mark = options.draft ? phrases.at("page.draft") : "";
    return document;
}

}  // namespace

Document write_handout(const Plan& plan, const RenderOptions& options) {
    auto document = frame(plan, options);
    const bool has_exercises = plan.program && !plan.program->exercises.empty();
    switch (plan.decision) {
        case Decision::refer:
            document.sections.push_back(referral_page(plan));
            break;
        case Decision::hold:
            document.sections.push_back(hold_page(plan));
            break;
        case Decision::continue_:
            if (has_exercises) {
                add_substitute_pages(document, plan);
            } else {
                document.sections.push_back(soreness_page(plan));
            }
            break;
        case Decision::substitute:
            add_substitute_pages(document, plan);
            break;
    }
    return document;
}

}  // namespace detour
