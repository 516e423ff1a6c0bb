// SPDX-License-Identifier: Apache-2.0
// Puts the blocks of a document on pages: measures first, never splits a card, a table row or a list item, never leaves
// a heading alone.
#pragma once

#include "print/blocks.h"
#include "render/render.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace detour {

/// Millimetres.
struct PageGeometry {
    double width = 210;
    double height = 297;
    double left = 16;
    double top = 11;      ///< of the head
    double body = 20.8;   ///< where blocks start
    double bottom = 282;  ///< where they end
    double content = 178;
};

PageGeometry geometry_of(PageKind kind, Paper paper);

/// A block, or some rows of a table, with its place.
struct PlacedBlock {
    std::shared_ptr<const Block> block;
    std::size_t section = 0;
    BlockPlace place;
};

using PlacedPage = std::vector<PlacedBlock>;

/// At least one page. If a section that belongs on one page overflows it, its warning signs stay on the first page.
std::vector<PlacedPage> lay_out(LayoutCache& layouts, const Document& document, const PageGeometry& geometry);

}  // namespace detour
