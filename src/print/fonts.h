// SPDX-License-Identifier: Apache-2.0
// The typefaces, embedded in the program: Atkinson Hyperlegible, and Noto Sans for letters that it lacks. No font of
// the machine is ever seen, so that pages do not depend on it.
#pragma once

#include "base/result.h"
#include "print/handles.h"

namespace detour {

/// A Pango font map and context for one thread at a time: resolution 72 (a point is a unit), no hinting, glyphs at
/// exact positions. Threads with a value each share nothing but the bytes of the typefaces.
class Fonts {
public:
    /// Fails if the system gives no memory file or fontconfig refuses a typeface.
    static Expected<Fonts> open();
    PangoContext* context() const { return context_.get(); }
    /// A fresh layout in our families.
    Handle<PangoLayout> layout(double size_pt, bool bold) const;

private:
    Fonts(Handle<PangoFontMap> map, Handle<PangoContext> context);
    Handle<PangoFontMap> map_;
    Handle<PangoContext> context_;
};

}  // namespace detour
