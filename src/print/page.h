// SPDX-License-Identifier: Apache-2.0
// Draws one page: head, blocks, foot, and the mark of a draft.
#pragma once

#include "print/layout.h"

#include <memory>

namespace detour {

struct PageNumber {
    int page = 1;
    int pages = 1;
};

/// Draws pages in order. A section's structure element stays open over a page break.
class PageDrawer {
public:
    PageDrawer(const Document& document, const PageGeometry& geometry) : document_(document), geometry_(geometry) {}
    void draw_page(Canvas& canvas, const PlacedPage& page, PageNumber number);
    /// Closes what is open.
    void finish() { section_.reset(); }

private:
    void draw_head(Canvas& canvas, PageNumber number) const;
    void draw_foot(Canvas& canvas, PageNumber number) const;
    void open_section(Canvas& canvas, std::size_t index);

    const Document& document_;
    const PageGeometry& geometry_;
    std::unique_ptr<TagScope> section_;
    std::size_t open_ = 0;
};

}  // namespace detour
