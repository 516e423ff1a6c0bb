// SPDX-License-Identifier: Apache-2.0
// One drawing context for all threads, one document at a time: Cairo numbers what it draws over the whole process, and
// two documents drawn at once were once seen to differ from the same documents drawn alone. Planning goes on meanwhile;
// more cores draw when there are more processes (shards).
#pragma once

#include "print/drawing_context.h"

#include <mutex>
#include <optional>
#include <utility>

namespace detour {

class DrawingDesk {
public:
    /// Calls `draw` with the context, which is opened when it is first needed. Safe from any thread; callers wait.
    template <class Draw>
    Expected<void> use(Draw draw) {
        const std::scoped_lock lock(mutex_);
        if (!context_) {
            auto opened = DrawingContext::open();
            if (!opened) {
                return tl::unexpected(opened.error());
            }
            context_.emplace(std::move(*opened));
        }
        return draw(*context_);
    }

private:
    std::mutex mutex_;
    std::optional<DrawingContext> context_;
};

}  // namespace detour
