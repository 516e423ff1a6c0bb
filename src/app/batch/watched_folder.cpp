// SPDX-License-Identifier: Apache-2.0
// Programs save in many ways: in place, under another name and renamed, in two goes. So a change is told when the file
// was closed or moved in and the folder was quiet for a moment, or after a longer moment if it never is.
#include "app/batch/watched_folder.h"

#include "app/output_file.h"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstddef>
#include <poll.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace detour {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds quiet{100};       ///< after the last event
constexpr milliseconds longest{400};     ///< after the first
constexpr milliseconds next_look{5000};  ///< without any
constexpr milliseconds soon_look{1000};
constexpr std::size_t buffer_size = 64U * 1024U;

sigset_t stop_signals() {
    sigset_t signals{};
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    return signals;
}

milliseconds since(steady_clock::time_point start) {
    return std::chrono::duration_cast<milliseconds>(steady_clock::now() - start);
}

}  // namespace

Expected<WatchedFolder> WatchedFolder::open(const std::filesystem::path& folder) {
    OpenFile events(inotify_init1(IN_CLOEXEC | IN_NONBLOCK));
    if (events.get() < 0 ||
        inotify_add_watch(events.get(), folder.c_str(), IN_CLOSE_WRITE | IN_MOVED_TO | IN_ONLYDIR) < 0) {
        return failure(fmt::format("cannot watch {}: {}", folder.string(), system_text()));
    }
    const auto stop = stop_signals();
    pthread_sigmask(SIG_BLOCK, &stop, nullptr);
    OpenFile signals(signalfd(-1, &stop, SFD_CLOEXEC | SFD_NONBLOCK));
    if (signals.get() < 0) {
        return failure(fmt::format("cannot wait for signals: {}", system_text()));
    }
    return WatchedFolder(std::move(events), std::move(signals));
}

void WatchedFolder::read_events(std::set<std::string>& names) const {
    alignas(inotify_event) std::array<char, buffer_size> buffer{};
    while (true) {
        const auto got = read(events_.get(), buffer.data(), buffer.size());
        if (got <= 0) {
            return;
        }
        for (std::size_t at = 0; at < static_cast<std::size_t>(got);) {
            const auto* event = reinterpret_cast<const inotify_event*>(&buffer[at]);  // the kernel's layout
            if (event->len > 0) {
                names.insert(event->name);
            }
            at += sizeof(inotify_event) + event->len;
        }
    }
}

WatchedFolder::Change WatchedFolder::wait(bool soon) {
    Change change;
    auto first = steady_clock::now();
    while (true) {
        const auto timeout =
            change.names.empty() ? (soon ? soon_look : next_look) : std::min(quiet, longest - since(first));
        std::array<pollfd, 2> sources = {pollfd{events_.get(), POLLIN, 0}, pollfd{signals_.get(), POLLIN, 0}};
        const int ready =
            poll(sources.data(), sources.size(), static_cast<int>(std::max(timeout, milliseconds{0}).count()));
        if (ready < 0) {
            continue;
        }
        if (sources[1].revents != 0) {
            change.stop = true;
            return change;
        }
        if (ready == 0) {
            return change;
        }
        if (change.names.empty()) {
            first = steady_clock::now();
        }
        read_events(change.names);
        if (since(first) >= longest) {
            return change;
        }
    }
}

}  // namespace detour
