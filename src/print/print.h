// SPDX-License-Identifier: Apache-2.0
// A document as PDF or as the picture of one page. Same document, same bytes: typefaces are built in, the date is the
// document's.
#pragma once

#include "base/result.h"
#include "print/drawing_context.h"
#include "render/document.h"
#include "render/render.h"

#include <string>

namespace detour {

/// A tagged PDF; many documents are drawn fast with the same context. Fails if a character has no glyph in the built-in
/// typefaces, or if Cairo fails.
Expected<std::string> draw_pdf(const Document& document, const RenderOptions& options, DrawingContext& context);
/// The same with a context of its own: for one document.
Expected<std::string> draw_pdf(const Document& document, const RenderOptions& options);

/// A picture of one page (from 1) at `dpi`. Fails as draw_pdf does, and if there is no such page.
Expected<std::string> draw_png(const Document& document, const RenderOptions& options, int page, double dpi);

}  // namespace detour
