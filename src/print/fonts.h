// SPDX-License-Identifier: Apache-2.0
// The typefaces, embedded in the program: Atkinson Hyperlegible, and Noto Sans for letters that it lacks. No font of
// the machine is ever seen, so that pages do not depend on it.
#pragma once

#include "base/result.h"
#include "print/handles.h"

#include <memory>
#include <utility>

namespace detour {

/// A Pango context for one thread at a time: resolution 72 (a point is a unit), no hinting, glyphs at exact positions.
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

/// Fonts on loan; given back at the end of its scope. Opening them is slow, so they are kept for the next caller.
class BorrowedFonts {
public:
    explicit BorrowedFonts(std::unique_ptr<Fonts> fonts) : fonts_(std::move(fonts)) {}
    BorrowedFonts(BorrowedFonts&&) = default;
    BorrowedFonts& operator=(BorrowedFonts&&) = default;
    ~BorrowedFonts();
    const Fonts& get() const { return *fonts_; }

private:
    std::unique_ptr<Fonts> fonts_;
};

/// From any thread. Fails as Fonts::open does.
Expected<BorrowedFonts> borrow_fonts();

}  // namespace detour
