// SPDX-License-Identifier: Apache-2.0
// An exercise card: number and name in a bar; picture left of its own text; dose, steps, what it should feel like; when
// to stop, at the foot. Its height comes from its content.
#include "print/blocks.h"
#include "print/signs.h"

#include <fmt/format.h>

#include <algorithm>

namespace detour {
namespace {

constexpr double bar_mm = 11;
constexpr double picture_mm = 60;
constexpr double padding = 3;
constexpr double foot_mm = 10;
constexpr double most_scale = 0.42;

double left_of_text(const ExerciseCard& card) {
    return card.picture.frames.empty() ? padding : picture_mm + padding;
}

double draw_facts(Canvas& canvas, const ExerciseCard& card, Spot at, double width) {
    if (card.facts.empty()) {
        return 0;
    }
    const double cell = width / static_cast<double>(card.facts.size());
    const TextStyle label{type::label, false, quiet, Align::centre, 1};
    const TextStyle value{type::dose_value, true, ink, Align::centre, 1};
    double height = 0;
    for (const auto& [name, amount] : card.facts) {
        const auto fit = canvas.fitted_to(plain_text(amount, value), cell - 3, type::keeps);
        height =
            std::max(height, canvas.height_of(plain_text(name, label), cell - 2) + canvas.height_of(fit, cell - 2));
    }
    height += 2;
    canvas.box({at.x, at.y, width, height}, {tint, std::nullopt}, corner_mm / 2);
    double x = at.x;
    for (const auto& [name, amount] : card.facts) {
        const double name_height = canvas.tagged("P", plain_text(name, label), {x + 1, at.y + 1}, cell - 2);
        const auto fit = canvas.fitted_to(plain_text(amount, value), cell - 3, type::keeps);
        canvas.tagged("P", fit, {x + 1, at.y + 1 + name_height}, cell - 2);
        x += cell;
        if (x < at.x + width - 1) {
            canvas.line({x, at.y + 2}, {x, at.y + height - 2}, rule_grey, stroke::rule);
        }
    }
    return height;
}

double draw_steps(Canvas& canvas, const ExerciseCard& card, Spot at, double width) {
    constexpr double indent = 6;
    double y = at.y;
    const auto list = canvas.tag("L");
    for (std::size_t i = 0; i < card.steps.size(); ++i) {
        const auto item = canvas.tag("LI");
        canvas.tagged("Lbl",
                      plain_text(fmt::format("{}. ", i + 1), {type::body, true, accent, Align::left, 1}),
                      {at.x, y},
                      indent);
        y += canvas.tagged("LBody",
                           plain_text(card.steps[i], {type::body, false, ink, Align::left, 1.04}),
                           {at.x + indent, y},
                           width - indent) +
             0.5;
    }
    return y - at.y;
}

double draw_text(Canvas& canvas, const ExerciseCard& card, Spot at, double width) {
    const TextStyle body{type::body, false, ink, Align::left, 1.04};
    double y = at.y;
    if (!card.keeps.empty()) {
        y += canvas.tagged("P", plain_text(card.keeps, {type::keeps, false, quiet, Align::left, 1}), {at.x, y}, width) +
             1;
    }
    y += draw_facts(canvas, card, {at.x, y}, width) + 1.2;
    if (!card.dose.empty()) {
        y += canvas.tagged("P", plain_text(card.dose, body), {at.x, y}, width) + 1;
    }
    y += draw_steps(canvas, card, {at.x, y}, width);
    if (!card.feel.empty()) {
        y += 0.5 + canvas.tagged("P", led_text(card.feel_lead, card.feel, body), {at.x, y + 0.5}, width);
    }
    return y - at.y;
}

double draw_foot(Canvas& canvas, const ExerciseCard& card, const BlockPlace& place, double y) {
    if (card.stop_if.empty()) {
        return 0;
    }
    constexpr double indent = 12;
    const auto text = led_text(card.stop_lead, card.stop_if, {type::strong, false, ink, Align::left, 1}, stop_red);
    const double words = canvas.height_of(text, place.width - indent - padding);
    const double height = std::max(foot_mm, words + 3);
    canvas.line({place.x, y}, {place.x + place.width, y}, stop_red, stroke::frame);
    draw_stop_sign(canvas, {place.x + padding + 4, y + height / 2}, 6, stop_red, paper_white);
    canvas.tagged("P", text, {place.x + indent, y + (height - words) / 2}, place.width - indent - padding);
    return height;
}

double draw_bar(Canvas& canvas, const ExerciseCard& card, const BlockPlace& place) {
    constexpr double indent = 15;
    const double width = place.width - indent - padding;
    const auto name =
        canvas.fitted_to(plain_text(card.name, {type::section, true, paper_white, Align::left, 1}), width, type::body);
    const double words = canvas.height_of(name, width);
    const double height = std::max(bar_mm, words + 3);
    canvas.top_bar({place.x, place.y, place.width, height}, accent, corner_mm);
    const auto scope = canvas.tag("H3");
    draw_number_disc(canvas, {place.x + 8, place.y + height / 2}, 7.6, card.number, paper_white, accent);
    canvas.text(name, {place.x + indent, place.y + (height - words) / 2}, width);
    return height;
}

}  // namespace

double draw(Canvas& canvas, const ExerciseCard& card, const BlockPlace& place) {
    const double left = left_of_text(card);
    const double width = place.width - left - padding;
    Canvas measuring(canvas.layouts());
    const double bar = draw_bar(measuring, card, place);
    const double foot = draw_foot(measuring, card, place, 0);
    const double text = draw_text(measuring, card, {0, 0}, width);
    const double least = card.picture.frames.empty() ? 0 : (card.picture.frames.size() > 1 ? 76.0 : 70.0) - bar - foot;
    const double middle = std::max(text + 4, squeezed(least, least - 6, place.tightness));
    const double height = bar + middle + foot;
    if (canvas.is_measuring()) {
        return height;
    }
    draw_bar(canvas, card, place);
    draw_picture(
        canvas, card.picture, {place.x + padding, place.y + bar + 2, picture_mm - 2 * padding, middle - 4}, most_scale);
    draw_text(canvas, card, {place.x + left, place.y + bar + 2}, width);
    draw_foot(canvas, card, place, place.y + bar + middle);
    canvas.box({place.x, place.y, place.width, height}, {std::nullopt, accent, stroke::frame}, corner_mm);
    return height;
}

}  // namespace detour
