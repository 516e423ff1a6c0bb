// SPDX-License-Identifier: Apache-2.0
// A PDF with what was drawn on it: what tests ask for.
#pragma once

#include "base/result.h"
#include "print/drawing_context.h"
#include "print/drawn_text.h"
#include "render/document.h"
#include "render/render.h"

#include <string>
#include <vector>

namespace detour {

struct Printed {
    std::string pdf;
    int pages = 0;
    bool has_tag_details = false;  ///< descriptions, scopes, language and title are in the file
    std::vector<DrawnText> texts;
};

/// As draw_pdf.
Expected<Printed> print_document(const Document& document, const RenderOptions& options, DrawingContext& context);

}  // namespace detour
