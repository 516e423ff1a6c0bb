// SPDX-License-Identifier: Apache-2.0
// Texts as they were set, kept from one document to the next: breaking lines and shaping is most of the work of a page,
// and patients share nearly all of their sentences.
#pragma once

#include "print/fonts.h"

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>

namespace detour {

struct Text;

/// A text that is set. Millimetres.
struct SetText {
    Handle<PangoLayout> layout;
    double width = 0;
    double height = 0;
    double left = 0;
    int unknown_glyphs = 0;
};

/// For one thread at a time. A kept text is drawn exactly as a fresh one.
class LayoutCache {
public:
    /// Texts that a document did not use are forgotten once `most` others were set since: at most 2 x `most` are kept.
    explicit LayoutCache(Fonts fonts, std::size_t most) : fonts_(std::move(fonts)), most_(most) {}

    /// `width` in mm; none: one line a paragraph. The colour of the style does not matter. Valid until `forget_old`.
    const SetText& set(const Text& text, std::optional<double> width);
    /// To be called between documents.
    void forget_old();
    std::size_t size() const { return recent_.size() + older_.size(); }

private:
    using Texts = std::unordered_map<std::string, SetText>;

    Fonts fonts_;
    std::size_t most_;
    Texts recent_;
    Texts older_;
    std::string key_;
};

}  // namespace detour
