// SPDX-License-Identifier: Apache-2.0
// Limits that may be there or not, joined: the stricter stays.
#pragma once

#include <optional>
#include <type_traits>

namespace detour {

template <class T>
void take_smaller(std::optional<T>& limit, const std::optional<std::type_identity_t<T>>& other) {
    if (other && (!limit || *other < *limit)) {
        limit = other;
    }
}

template <class T>
void take_larger(std::optional<T>& limit, const std::optional<std::type_identity_t<T>>& other) {
    if (other && (!limit || *other > *limit)) {
        limit = other;
    }
}

}  // namespace detour
