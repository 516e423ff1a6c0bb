// SPDX-License-Identifier: Apache-2.0
// Blocks of the clinician sheet: the decision, and what must be asked before use.
#include "print/blocks.h"

#include <algorithm>

namespace detour {
namespace {

constexpr double padding = 2;
constexpr double decision_mm = 42;

TextStyle sheet_style() {
    return {type::sheet, false, ink, Align::left, 1};
}

double draw_decision(Canvas& canvas, const DecisionStrip& strip, Spot at, double height) {
    const double width = decision_mm - 2 * padding;
    const auto word = canvas.fitted_to(
        plain_text(strip.decision, {type::section, true, paper_white, Align::centre, 1}), width, type::label);
    const auto detail = plain_text(strip.detail, {type::sheet, false, paper_white, Align::centre, 1});
    const double words = canvas.height_of(word, width) + canvas.height_of(detail, width);
    canvas.box({at.x, at.y, decision_mm, std::max(height, words + 2 * padding)}, {accent, std::nullopt}, corner_mm);
    double y = at.y + std::max(padding, (height - words) / 2);
    y += canvas.tagged("P", word, {at.x + padding, y}, width);
    canvas.tagged("P", detail, {at.x + padding, y}, width);
    return words + 2 * padding;
}

double draw_column(Canvas& canvas, const std::vector<std::string>& lines, Spot at, double width) {
    double y = at.y;
    for (const auto& line : lines) {
        y += canvas.tagged("P", plain_text(line, sheet_style()), {at.x, y}, width) + 0.3;
    }
    return y - at.y;
}

double draw_columns(Canvas& canvas, const DecisionStrip& strip, const BlockPlace& place) {
    const auto count = static_cast<double>(std::max<std::size_t>(strip.columns.size(), 1));
    const double width = (place.width - decision_mm - 3) / count;
    double height = 0;
    double x = place.x + decision_mm + 3;
    for (const auto& column : strip.columns) {
        height = std::max(height, draw_column(canvas, column, {x, place.y + padding}, width - 3));
        x += width;
    }
    return height + 2 * padding;
}

}  // namespace

double draw(Canvas& canvas, const DecisionStrip& strip, const BlockPlace& place) {
    Canvas measuring(canvas.layouts());
    const double columns = draw_columns(measuring, strip, place);
    const double height = std::max({14.5, columns, draw_decision(measuring, strip, {0, 0}, 0)});
    canvas.box({place.x, place.y, place.width, height}, {tint, std::nullopt}, corner_mm);
    draw_decision(canvas, strip, {place.x, place.y}, height);
    draw_columns(canvas, strip, place);
    return height;
}

double draw(Canvas& canvas, const AskBox& box, const BlockPlace& place) {
    constexpr double title_mm = 34;
    constexpr double tick = 3;
    const double width = place.width - title_mm - 2 * padding;
    const auto draw_questions = [&](Canvas& target) {
        double y = place.y + padding;
        const double x = place.x + title_mm + padding;
        if (!box.lead.empty()) {
            auto style = sheet_style();
            style.bold = true;
            y += target.tagged("P", plain_text(box.lead, style), {x, y}, width) + 0.6;
        }
        const auto list = target.tag("L");
        for (const auto& question : box.questions) {
            const auto item = target.tag("LI");
            target.box({x + 0.3, y + 0.4, tick, tick}, {paper_white, ink, stroke::frame * 0.7});
            const auto height =
                target.tagged("LBody", plain_text(question, sheet_style()), {x + tick + 2, y}, width - tick - 2);
            y += std::max(height, tick + 0.8) + 0.5;
        }
        return y - place.y + padding;
    };
    Canvas measuring(canvas.layouts());
    const double height = std::max(draw_questions(measuring), 12.0);
    canvas.box({place.x, place.y, place.width, height}, {paper_white, ink, stroke::stop}, corner_mm);
    canvas.box({place.x, place.y, title_mm - padding, height}, {ink, std::nullopt}, corner_mm);
    const auto title = canvas.fitted_to(plain_text(box.title, {type::label, true, paper_white, Align::centre, 1.05}),
                                        title_mm - 3 * padding,
                                        type::sheet);
    canvas.tagged("H2",
                  title,
                  {place.x + padding / 2, place.y + (height - canvas.height_of(title, title_mm - 2 * padding)) / 2},
                  title_mm - 2 * padding);
    draw_questions(canvas);
    return height;
}

}  // namespace detour
