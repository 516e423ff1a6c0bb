// SPDX-License-Identifier: Apache-2.0
#include "print/blocks.h"

#include <algorithm>

namespace detour {

double draw_block(Canvas& canvas, const Block& block, const BlockPlace& place) {
    return std::visit([&](const auto& one) { return draw(canvas, one, place); }, block);
}

TextStyle body_style(PageKind kind) {
    TextStyle style;
    style.size_pt = kind == PageKind::handout ? type::body : type::sheet;
    style.line = kind == PageKind::handout ? 1.1 : 1.0;
    return style;
}

double squeezed(double roomy, double tight, double tightness) {
    return roomy + (tight - roomy) * std::clamp(tightness, 0.0, 1.0);
}

}  // namespace detour
