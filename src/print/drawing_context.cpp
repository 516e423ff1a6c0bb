// SPDX-License-Identifier: Apache-2.0
#include "print/drawing_context.h"

#include "print/layout_cache.h"

#include <utility>

namespace detour {

DrawingContext::DrawingContext(std::unique_ptr<LayoutCache> layouts) : layouts_(std::move(layouts)) {}
DrawingContext::DrawingContext(DrawingContext&& other) noexcept = default;
DrawingContext& DrawingContext::operator=(DrawingContext&& other) noexcept = default;
DrawingContext::~DrawingContext() = default;

Expected<DrawingContext> DrawingContext::open(std::size_t most_texts) {
    return Fonts::open().map(
        [&](Fonts&& fonts) { return DrawingContext(std::make_unique<LayoutCache>(std::move(fonts), most_texts)); });
}

std::size_t DrawingContext::kept_texts() const {
    return layouts_->size();
}

}  // namespace detour
