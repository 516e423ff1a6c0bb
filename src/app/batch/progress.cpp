// SPDX-License-Identifier: Apache-2.0
#include "app/batch/progress.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ostream>

namespace detour {
namespace {

constexpr double seconds_between_lines = 10;
constexpr double seconds_between_bars = 0.1;
constexpr std::size_t bar_width = 30;
constexpr int minute = 60;
constexpr int hour = 3600;

std::string duration_text(double seconds) {
    const auto whole = static_cast<int>(std::ceil(seconds));
    if (whole < minute) {
        return fmt::format("{} s", whole);
    }
    if (whole < hour) {
        return fmt::format("{} min {} s", whole / minute, whole % minute);
    }
    return fmt::format("{} h {} min", whole / hour, whole % hour / minute);
}

}  // namespace

double seconds_now() {
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration<double>(since).count();
}

std::string progress_text(std::size_t done, std::size_t all, double seconds) {
    auto text = fmt::format("{} of {}", done, all);
    if (done > 0 && seconds > 0) {
        const double rate = static_cast<double>(done) / seconds;
        text += fmt::format(
            ", {} a second, {} left", number_text(rate, 1), duration_text(static_cast<double>(all - done) / rate));
    }
    return text;
}

std::string progress_bar(std::size_t done, std::size_t all, double seconds) {
    const auto full = all == 0 ? bar_width : done * bar_width / all;
    return fmt::format(
        "[{}{}] {}", std::string(full, '#'), std::string(bar_width - full, '.'), progress_text(done, all, seconds));
}

Progress::Progress(std::ostream& stream, ProgressStyle style, std::size_t all, Stopwatch clock)
    : stream_(stream), style_(style), all_(all), clock_(std::move(clock)), start_(clock_()), last_(start_) {}

void Progress::advance() {
    ++done_;
    if (style_ == ProgressStyle::none) {
        return;
    }
    const double now = clock_();
    const bool is_bar = style_ == ProgressStyle::bar;
    if (now - last_ < (is_bar ? seconds_between_bars : seconds_between_lines)) {
        return;
    }
    last_ = now;
    if (is_bar) {
        stream_ << "\r\x1b[K" << progress_bar(done_, all_, now - start_) << std::flush;
        is_drawn_ = true;
    } else {
        stream_ << progress_text(done_, all_, now - start_) << std::endl;
    }
}

void Progress::clear() {
    if (is_drawn_) {
        stream_ << "\r\x1b[K" << std::flush;
        is_drawn_ = false;
    }
}

}  // namespace detour
