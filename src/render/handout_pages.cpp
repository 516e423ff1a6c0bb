// SPDX-License-Identifier: Apache-2.0
// The parts that all handouts share, and the pages without exercises.
#include "render/handout_pages.h"

#include "base/text.h"
#include "render/page_words.h"

#include <algorithm>

namespace detour {
namespace {

/// The sentence that quotes it has its own full stop.
std::string without_end(std::string words) {
    while (words.ends_with('.') || words.ends_with(' ')) {
        words.pop_back();
    }
    return words;
}

std::string zone_range(const Phrases& phrases, const std::string& word, int from, int to) {
    const auto range = from == to ? number_text(from)
                                  : phrases.with("dose.range", {{"low", number_text(from)}, {"high", number_text(to)}});
    return phrases.with("pain.zone", {{"word", phrases.at(word)}, {"range", range}});
}

PainScale pain_scale(const PainBar& bar, const Phrases& phrases) {
    constexpr int most = 10;
    PainScale scale;
    scale.go_to = bar.go_to;
    scale.slow_to = bar.slow_to;
    scale.go = {zone_range(phrases, "pain.go", 0, bar.go_to), bar.go};
    scale.stop = {zone_range(phrases, "pain.stop", std::min(bar.slow_to + 1, most), most), bar.stop};
    scale.alt = scale.go.head + "; ";
    if (bar.slow_to > bar.go_to) {
        scale.slow_down = {zone_range(phrases, "pain.slow", bar.go_to + 1, bar.slow_to), bar.slow_down};
        scale.alt += scale.slow_down.head + "; ";
    }
    scale.alt += scale.stop.head;
    scale.note = bar.leg_rule;
    return scale;
}

void add_paragraphs(Section& page, const std::vector<std::string>& texts, Paragraph::Weight weight) {
    for (const auto& text : texts) {
        page.blocks.push_back(Paragraph{text, weight, ""});
    }
}

/// "Go to the emergency department now": how soon, as an order.
std::string order_of(Urgency urgency, const Phrases& phrases) {
    switch (urgency) {
        case Urgency::emergency:
            return phrases.at("refer.order.emergency");
        case Urgency::same_day:
            return phrases.at("refer.order.same-day");
        case Urgency::soon:
            return phrases.at("refer.order.soon");
        case Urgency::none:
        case Urgency::routine:
            return phrases.at("refer.order.routine");
    }
    return {};
}

/// The plan's messages without the order and the rest until the visit, which the page says in its own places.
std::vector<std::string> messages_but(const Plan& plan, const std::string& order) {
    constexpr auto rest = "plan.refer.rest";
    auto messages = plan.patient_message;
    std::erase_if(messages, [&](const std::string& text) {
        return order.starts_with(text) || (plan.phrases->has(rest) && plan.phrases->at(rest) == text);
    });
    return messages;
}

void add_message(Section& page, const Plan& plan) {
    if (!plan.therapist.message.empty()) {
        const auto from = plan.therapist.name.empty()
                              ? plan.phrases->at("handout.from-therapist")
                              : plan.phrases->with("handout.from", {{"name", plan.therapist.name}});
        page.blocks.push_back(Message{from, plan.therapist.message});
    }
}

}  // namespace

Heading title_block(const Plan& plan, const std::string& title) {
    const auto& phrases = *plan.phrases;
    Heading heading{1, title, {}};
    if (!plan.patient.name.empty()) {
        heading.aside.push_back(phrases.with("handout.for", {{"name", plan.patient.name}}));
    }
    heading.aside.push_back(phrases.with("handout.made", {{"date", long_date(plan.date, phrases)}}));
    if (plan.decision != Decision::refer) {
        heading.aside.push_back(phrases.at("handout.next-visit"));
    }
    return heading;
}

void add_opening(Section& page, const Plan& plan) {
    const auto& patient = plan.patient;
    const auto lead = patient.words.empty()
                          ? std::string{}
                          : plan.phrases->with("handout.words", {{"words", without_end(patient.words)}});
    if (!lead.empty() || !patient.outlook.empty()) {
        page.blocks.push_back(Paragraph{patient.outlook, Paragraph::Weight::plain, lead});
    }
    add_paragraphs(page, plan.patient_message, Paragraph::Weight::plain);
}

void add_pain(Section& page, const Plan& plan) {
    const auto& phrases = *plan.phrases;
    const auto& pain = plan.program->pain;
    page.blocks.push_back(Heading{2, phrases.at("pain.title"), {}});
    if (pain.has_bar) {
        page.blocks.push_back(pain_scale(pain, phrases));
        return;
    }
    page.blocks.push_back(Paragraph{phrases.at("pain.review-first"), Paragraph::Weight::large, ""});
    if (!pain.leg_rule.empty()) {
        page.blocks.push_back(Paragraph{pain.leg_rule, Paragraph::Weight::plain, ""});
    }
}

void add_stop_box(Section& page, const Plan& plan) {
    const auto& phrases = *plan.phrases;
    const bool is_emergency = plan.decision == Decision::refer && plan.urgency == Urgency::emergency;
    StopBox box{phrases.at("stop.title"), {}, is_emergency ? "" : phrases.at("stop.closed")};
    if (!plan.emergency_if.empty()) {
        box.groups.push_back({phrases.at("stop.emergency"), plan.emergency_if});
    }
    if (!plan.call_if.empty()) {
        box.groups.push_back({phrases.at("stop.call"), plan.call_if});
    }
    if (!box.groups.empty()) {
        page.blocks.push_back(std::move(box));
    }
}

Section referral_page(const Plan& plan) {
    const auto& phrases = *plan.phrases;
    Section page{true, true, {title_block(plan, phrases.at("refer.title"))}};
    const auto order = order_of(plan.urgency, phrases);
    page.blocks.push_back(Paragraph{order, Paragraph::Weight::large, ""});
    const auto found = messages_but(plan, order);
    if (!found.empty()) {
        page.blocks.push_back(Heading{2, phrases.at("refer.found"), {}});
        add_paragraphs(page, found, Paragraph::Weight::plain);
    }
    page.blocks.push_back(Heading{2, phrases.at("refer.until"), {}});
    page.blocks.push_back(Paragraph{phrases.at("refer.stop"), Paragraph::Weight::plain, ""});
    page.blocks.push_back(Paragraph{contact_line(plan), Paragraph::Weight::strong, ""});
    add_message(page, plan);
    add_stop_box(page, plan);
    return page;
}

Section hold_page(const Plan& plan) {
    const auto& phrases = *plan.phrases;
    Section page{true, true, {title_block(plan, phrases.at("hold.title"))}};
    add_paragraphs(page, plan.patient_message, Paragraph::Weight::plain);
    if (plan.urgency != Urgency::none && plan.urgency != Urgency::routine) {
        page.blocks.push_back(Paragraph{order_of(plan.urgency, phrases), Paragraph::Weight::large, ""});
    }
    if (!plan.come_back_when.empty()) {
        page.blocks.push_back(Heading{2, phrases.at("hold.come-back"), {}});
        page.blocks.push_back(ItemList{false, "", plan.come_back_when});
    }
    page.blocks.push_back(Paragraph{contact_line(plan), Paragraph::Weight::strong, ""});
    add_message(page, plan);
    add_stop_box(page, plan);
    return page;
}

Section soreness_page(const Plan& plan) {
    const auto& phrases = *plan.phrases;
    Section page{true, true, {title_block(plan, phrases.at("soreness.title"))}};
    add_opening(page, plan);
    if (plan.patient_message.empty()) {
        page.blocks.push_back(Paragraph{phrases.at("handout.soreness"), Paragraph::Weight::plain, ""});
    }
    if (plan.program) {
        if (!plan.program->advice.empty()) {
            page.blocks.push_back(ItemList{false, "", plan.program->advice});
        }
        add_pain(page, plan);
    }
    add_message(page, plan);
    add_stop_box(page, plan);
    return page;
}

}  // namespace detour
