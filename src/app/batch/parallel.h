// SPDX-License-Identifier: Apache-2.0
// Threads over a list, and their results in the order of the list.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace detour {

/// Calls `work` once for each number below `count`, from up to `threads` threads; returns when all are done. `work`
/// must not throw.
inline void for_each_number(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next = 0;
    const auto take_numbers = [&] {
        for (auto at = next++; at < count; at = next++) {
            work(at);
        }
    };
    std::vector<std::jthread> workers;
    for (std::size_t one = 1; one < std::min<std::size_t>(threads, count); ++one) {
        workers.emplace_back(take_numbers);
    }
    take_numbers();
}

/// Results come in any order, from any thread, and are told one at a time in the order of their numbers.
template <class Result>
class InOrder {
public:
    using Tell = std::function<void(const Result&)>;
    InOrder(std::size_t count, Tell tell) : results_(count), tell_(std::move(tell)) {}

    /// `arrived` is called at once, under the same lock.
    void add(std::size_t number, Result result, const std::function<void()>& arrived) {
        const std::lock_guard guard(mutex_);
        arrived();
        results_[number] = std::move(result);
        for (; told_ < results_.size() && results_[told_]; ++told_) {
            tell_(*results_[told_]);
        }
    }

    /// All of them, once every number was added.
    std::vector<Result> take() {
        std::vector<Result> all;
        for (auto& result : results_) {
            all.push_back(std::move(*result));
        }
        return all;
    }

private:
    std::mutex mutex_;
    std::vector<std::optional<Result>> results_;
    std::size_t told_ = 0;
    Tell tell_;
};

}  // namespace detour
