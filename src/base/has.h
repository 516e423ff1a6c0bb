// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <ranges>

namespace detour {

/// Does the list hold the item?
template <std::ranges::input_range List, class Item>
bool has(const List& list, const Item& item) {
    return std::ranges::find(list, item) != std::ranges::end(list);
}

}  // namespace detour
