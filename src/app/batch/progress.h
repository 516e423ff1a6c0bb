// SPDX-License-Identifier: Apache-2.0
// How far a run is: a bar with rate and time left on a terminal, else a plain line now and then, else nothing.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>

namespace detour {

/// Seconds since some moment. Tests give their own.
using Stopwatch = std::function<double()>;
double seconds_now();

enum class ProgressStyle { none, lines, bar };

/// "1200 of 2000, 35.1 a second, 23 s left".
std::string progress_text(std::size_t done, std::size_t all, double seconds);
/// "[######....] 1200 of 2000, ...".
std::string progress_bar(std::size_t done, std::size_t all, double seconds);

/// From one thread at a time.
class Progress {
public:
    Progress(std::ostream& stream, ProgressStyle style, std::size_t all, Stopwatch clock = seconds_now);

    void advance();
    /// Takes the bar off the line, so that a message can be printed; the next `advance` draws it again.
    void clear();
    /// The bar is no longer of use.
    void end() { clear(); }

private:
    std::ostream& stream_;
    ProgressStyle style_;
    std::size_t all_;
    Stopwatch clock_;
    double start_;
    double last_;
    std::size_t done_ = 0;
    bool is_drawn_ = false;
};

}  // namespace detour
