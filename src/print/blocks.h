// SPDX-License-Identifier: Apache-2.0
// One function a kind of block: draws it and returns its height. On a measuring canvas it only returns the height.
#pragma once

#include "print/canvas.h"
#include "render/document.h"

namespace detour {

/// Where a block goes, and how hard it must save room.
struct BlockPlace {
    double x = 0;
    double y = 0;
    double width = 0;
    PageKind kind = PageKind::handout;
    double tightness = 0;  ///< 0 roomy to 1 tight; 2: pictures that can be left out are
    double room = 0;       ///< height that is left on the page, for blocks that fill it
};

double draw(Canvas& canvas, const Heading& heading, const BlockPlace& place);
double draw(Canvas& canvas, const Paragraph& paragraph, const BlockPlace& place);
double draw(Canvas& canvas, const ItemList& list, const BlockPlace& place);
double draw(Canvas& canvas, const Table& table, const BlockPlace& place);
double draw(Canvas& canvas, const FigureBlock& figure, const BlockPlace& place);
double draw(Canvas& canvas, const SwapStrip& strip, const BlockPlace& place);
double draw(Canvas& canvas, const WeekTable& week, const BlockPlace& place);
double draw(Canvas& canvas, const PainScale& scale, const BlockPlace& place);
double draw(Canvas& canvas, const StopBox& box, const BlockPlace& place);
double draw(Canvas& canvas, const ExerciseCard& card, const BlockPlace& place);
double draw(Canvas& canvas, const Ladder& ladder, const BlockPlace& place);
double draw(Canvas& canvas, const LogTable& log, const BlockPlace& place);
double draw(Canvas& canvas, const FillIn& fill_in, const BlockPlace& place);
double draw(Canvas& canvas, const Message& message, const BlockPlace& place);
double draw(Canvas& canvas, const DecisionStrip& strip, const BlockPlace& place);
double draw(Canvas& canvas, const AskBox& box, const BlockPlace& place);
double draw(Canvas& canvas, const FigureGrid& grid, const BlockPlace& place);

/// Any block.
double draw_block(Canvas& canvas, const Block& block, const BlockPlace& place);

/// Type of running text on this kind of page.
TextStyle body_style(PageKind kind);
/// `roomy` at tightness 0, `tight` from 1 on.
double squeezed(double roomy, double tight, double tightness);
/// The picture fitted into `area`, centred, labels in words; `most_scale` mm a unit keeps people alike in size.
void draw_picture(Canvas& canvas, const Picture& picture, const Area& area, double most_scale);

/// One row of a ruled table: cells already styled, widths in mm. Tags TR with TH or TD.
struct RowStyle {
    TextStyle text;
    bool is_head = false;
    bool bold_first = false;
    double padding = 1;
};
double draw_row(Canvas& canvas,
                const std::vector<std::string>& cells,
                const std::vector<double>& widths,
                Spot at,
                const RowStyle& style);
std::vector<double> column_widths(const std::vector<double>& weights, std::size_t columns, double width);

}  // namespace detour
