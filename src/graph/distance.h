// SPDX-License-Identifier: Apache-2.0
// How much of one exercise's training another fails to keep, 0 to 1 and asymmetric (data/rules/search.yaml). Words are
// turned into bits once, since the graph compares every pair.
#pragma once

#include "model/catalogue.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace detour {

/// The purposes by which an exercise is compared: what trains nothing (a task, a sport) gets a stand-in.
std::vector<std::string> compared_purposes(const Catalogue& catalogue, ExerciseId exercise);

class Distances {
public:
    explicit Distances(const Catalogue& catalogue);

    /// Distance from `from` to `to`; `goals` are purposes that weigh more. Constant time in the catalogue's size.
    double between(ExerciseId from, ExerciseId to, const std::vector<std::string>& goals = {}) const;

private:
    struct Training {
        std::vector<int> purposes;
        std::uint64_t patterns = 0;
        std::vector<int> muscles;
        double met = 1;
        int place = 0;
        bool is_wet = false;
        const DistanceWeights* weights = nullptr;
    };

    int purpose_index(const std::string& purpose) const;
    Training training_of(const Catalogue& catalogue, ExerciseId exercise) const;
    double purpose_lost(const Training& from, const Training& to, const std::vector<std::string>& goals) const;
    double environment_change(const Training& from, const Training& to) const;

    std::vector<std::string> purposes_;
    std::vector<std::string> patterns_;
    std::vector<std::string> muscles_;
    std::vector<std::string> places_;
    std::shared_ptr<const SearchRules> rules_;
    IdVector<ExerciseId, Training> trainings_;
};

}  // namespace detour
