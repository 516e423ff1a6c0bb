// SPDX-License-Identifier: Apache-2.0
// A document as Markdown: the same words as the PDF, pictures by their descriptions.
#pragma once

#include "render/document.h"

#include <string>

namespace detour {

/// Ends in a line break. Cannot fail.
std::string render_markdown(const Document& document);

}  // namespace detour
