// SPDX-License-Identifier: Apache-2.0
// What Cairo cannot write into a tagged PDF: descriptions of pictures, scopes of table heads, the language, the title
// in the window. Appended as an incremental update: the bytes that Cairo wrote stay as they are.
#pragma once

#include "print/canvas.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace detour {

struct PdfAbout {
    std::string title;
    std::string language;
};

/// The metadata stream: title, language, and that the file claims PDF/UA-1.
std::string xmp_packet(const PdfAbout& about);

/// The finished file; none if the structure is not what Cairo 1.16 writes (`tags` in the order in which they opened).
std::optional<std::string>
with_tag_details(std::string_view pdf, const std::vector<PdfTag>& tags, const PdfAbout& about);

}  // namespace detour
