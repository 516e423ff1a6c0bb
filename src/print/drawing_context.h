// SPDX-License-Identifier: Apache-2.0
// What drawing needs beside the document, and keeps for the next one: the typefaces, and texts as they were set.
#pragma once

#include "base/result.h"

#include <cstddef>
#include <memory>

namespace detour {

class LayoutCache;

/// The caller owns it as long as it draws. Threads take turns: Cairo numbers what it draws over the whole process, and
/// documents drawn at once were once seen to differ from the same drawn alone. A first document in a new value costs
/// about twice a later one; no byte of a document depends on what was drawn before it.
class DrawingContext {
public:
    /// From any thread. Keeps at least `most_texts` and at most twice as many, some kilobytes each. Fails if the system
    /// gives no memory file or fontconfig refuses a typeface.
    static Expected<DrawingContext> open(std::size_t most_texts = 3000);
    DrawingContext(DrawingContext&& other) noexcept;
    DrawingContext& operator=(DrawingContext&& other) noexcept;
    ~DrawingContext();

    LayoutCache& layouts() { return *layouts_; }
    std::size_t kept_texts() const;

private:
    explicit DrawingContext(std::unique_ptr<LayoutCache> layouts);
    std::unique_ptr<LayoutCache> layouts_;
};

}  // namespace detour
