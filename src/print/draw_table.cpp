// SPDX-License-Identifier: Apache-2.0
#include "print/blocks.h"

#include <algorithm>
#include <numeric>

namespace detour {
namespace {

Text cell_text(const std::string& words, bool bold, const RowStyle& style) {
    auto text = style.text;
    text.bold = bold;
    return plain_text(words, text);
}

bool is_bold(std::size_t column, const RowStyle& style) {
    return style.is_head || (style.bold_first && column == 0);
}

double row_height(const Canvas& canvas,
                  const std::vector<std::string>& cells,
                  const std::vector<double>& widths,
                  const RowStyle& style) {
    double height = 0;
    for (std::size_t i = 0; i < cells.size() && i < widths.size(); ++i) {
        const auto text = cell_text(cells[i], is_bold(i, style), style);
        height = std::max(height, canvas.height_of(text, widths[i] - 2 * style.padding));
    }
    return height + 1.4 * style.padding;
}

}  // namespace

std::vector<double> column_widths(const std::vector<double>& weights, std::size_t columns, double width) {
    std::vector<double> widths(weights);
    widths.resize(columns, 1);
    const double sum = std::accumulate(widths.begin(), widths.end(), 0.0);
    for (auto& one : widths) {
        one *= width / sum;
    }
    return widths;
}

double draw_row(Canvas& canvas,
                const std::vector<std::string>& cells,
                const std::vector<double>& widths,
                Spot at,
                const RowStyle& style) {
    const double height = row_height(canvas, cells, widths, style);
    const double width = std::accumulate(widths.begin(), widths.end(), 0.0);
    const auto row = canvas.tag("TR");
    if (style.is_head) {
        canvas.box({at.x, at.y, width, height}, {tint, std::nullopt});
    }
    double x = at.x;
    for (std::size_t i = 0; i < cells.size() && i < widths.size(); ++i) {
        const bool names_row = style.bold_first && i == 0;
        const auto scope =
            style.is_head || names_row ? canvas.tag("TH", "", style.is_head ? "Column" : "Row") : canvas.tag("TD");
        canvas.text(cell_text(cells[i], is_bold(i, style), style),
                    {x + style.padding, at.y + 0.7 * style.padding},
                    widths[i] - 2 * style.padding);
        x += widths[i];
    }
    canvas.line({at.x, at.y + height}, {at.x + width, at.y + height}, fine_grey, stroke::rule);
    return height;
}

double draw(Canvas& canvas, const Table& table, const BlockPlace& place) {
    double y = place.y;
    if (!table.caption.empty()) {
        y += canvas.tagged("P", plain_text(table.caption, body_style(place.kind)), {place.x, y}, place.width) + 0.6;
    }
    const auto widths = column_widths(table.weights, table.header.size(), place.width);
    RowStyle style;
    style.text = body_style(place.kind);
    style.is_head = true;
    style.padding = place.kind == PageKind::handout ? 1.2 : 0.8;
    const auto scope = canvas.tag("Table");
    y += draw_row(canvas, table.header, widths, {place.x, y}, style);
    style.is_head = false;
    style.bold_first = table.bold_first;
    for (const auto& row : table.rows) {
        y += draw_row(canvas, row, widths, {place.x, y}, style);
    }
    return y - place.y;
}

}  // namespace detour
