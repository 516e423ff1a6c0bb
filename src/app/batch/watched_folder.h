// SPDX-License-Identifier: Apache-2.0
// A folder whose new and changed files are told by the kernel (inotify), and a stop by signal.
#pragma once

#include "app/batch/out_folder.h"
#include "base/result.h"

#include <filesystem>
#include <set>
#include <string>

namespace detour {

/// From its making on SIGTERM and SIGINT end the wait instead of the program; at its end they are as before.
class WatchedFolder {
public:
    /// Fails if the folder cannot be watched.
    static Expected<WatchedFolder> open(const std::filesystem::path& folder);

    struct Change {
        std::set<std::string> names;  ///< files that were saved or moved in; empty: time for a look at everything
        bool stop = false;            ///< a signal came
    };
    /// Waits until files were saved and nothing more came for a moment, a signal came, or some seconds went by (one if
    /// `soon`): a network share tells the kernel nothing.
    Change wait(bool soon);

private:
    WatchedFolder(OpenFile events, OpenFile signals) : events_(std::move(events)), signals_(std::move(signals)) {}
    void read_events(std::set<std::string>& names) const;

    OpenFile events_;
    OpenFile signals_;
};

}  // namespace detour
