// SPDX-License-Identifier: Apache-2.0
// An array with one entry for each value of an enumeration that ends in `count`.
#pragma once

#include <array>
#include <cstddef>

namespace detour {

template <class Enum, class T>
class EnumArray {
public:
    static constexpr std::size_t length = static_cast<std::size_t>(Enum::count);
    const T& operator[](Enum key) const { return items_[static_cast<std::size_t>(key)]; }
    T& operator[](Enum key) { return items_[static_cast<std::size_t>(key)]; }
    auto begin() const { return items_.begin(); }
    auto end() const { return items_.end(); }
    bool operator==(const EnumArray&) const = default;
    std::array<T, length>& items() { return items_; }
    const std::array<T, length>& items() const { return items_; }

private:
    std::array<T, length> items_{};
};

}  // namespace detour
