// SPDX-License-Identifier: Apache-2.0
// A set of exercises, for predicates over the graph.
#pragma once

#include "model/exercise.h"

#include <cstddef>
#include <vector>

namespace detour {

class ExerciseSet {
public:
    ExerciseSet() = default;
    explicit ExerciseSet(std::size_t catalogue_size, bool all = false) : members_(catalogue_size, all) {}

    bool contains(ExerciseId id) const { return id.value < members_.size() && members_[id.value]; }
    void insert(ExerciseId id) { members_.at(id.value) = true; }
    void erase(ExerciseId id) { members_.at(id.value) = false; }
    /// In id order.
    std::vector<ExerciseId> items() const {
        std::vector<ExerciseId> ids;
        for (std::size_t at = 0; at < members_.size(); ++at) {
            if (members_[at]) {
                ids.push_back(ExerciseId{static_cast<std::uint16_t>(at)});
            }
        }
        return ids;
    }
    bool operator==(const ExerciseSet&) const = default;

private:
    std::vector<bool> members_;
};

}  // namespace detour
