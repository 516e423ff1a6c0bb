// SPDX-License-Identifier: Apache-2.0
// Failures of the world outside: a file, a disk, a font. One reason, with the path and what the system said.
#pragma once

#include <tl/expected.hpp>

#include <string>

namespace detour {

struct Failure {
    std::string message;  ///< "cannot write plans/p-1.json: no space left on device"
    bool operator==(const Failure&) const = default;
};

template <class T>
using Expected = tl::expected<T, Failure>;

inline tl::unexpected<Failure> failure(std::string message) {
    return tl::unexpected<Failure>(Failure{std::move(message)});
}

}  // namespace detour
