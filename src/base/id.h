// SPDX-License-Identifier: Apache-2.0
// Dense typed indices, and vectors that accept only their own index. Slugs ("stationary-bike-upright") exist
// at the edges of the program; inside, an exercise is a number that cannot be mistaken for another kind.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace detour {

/// An index into the table of one kind of thing. Ids follow slug order, so that the same data gives the same ids.
template <class Tag>
struct Id {
    std::uint16_t value = 0;
    auto operator<=>(const Id&) const = default;
};

/// A vector indexed by `Key` only.
template <class Key, class T>
class IdVector {
public:
    IdVector() = default;
    explicit IdVector(std::size_t count, T value = T{}) : items_(count, value) {}
    explicit IdVector(std::vector<T> items) : items_(std::move(items)) {}

    const T& operator[](Key key) const { return items_.at(key.value); }
    T& operator[](Key key) { return items_.at(key.value); }
    std::size_t size() const { return items_.size(); }
    bool empty() const { return items_.empty(); }
    Key next_id() const { return Key{static_cast<std::uint16_t>(items_.size())}; }
    void push_back(T item) { items_.push_back(std::move(item)); }
    auto begin() const { return items_.begin(); }
    auto end() const { return items_.end(); }
    auto begin() { return items_.begin(); }
    auto end() { return items_.end(); }
    const std::vector<T>& items() const { return items_; }
    std::vector<T>& items() { return items_; }
    bool operator==(const IdVector&) const = default;

private:
    std::vector<T> items_;
};

}  // namespace detour
