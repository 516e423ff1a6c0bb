// SPDX-License-Identifier: Apache-2.0
// Words of the clinician sheet: sources by number, stressors with their unit, loads with their grade.
#pragma once

#include "model/plan.h"

#include <map>
#include <string>
#include <vector>

namespace detour {

/// Adds a text unless it is there already.
void add_once(std::vector<std::string>& texts, std::string text);

class SheetWords {
public:
    explicit SheetWords(const Plan& plan);

    const Phrases& phrases() const { return *phrases_; }
    const std::string& at(const std::string& key) const { return phrases_->at(key); }
    /// The label of an id that comes as text ("trunk" among "role"); the id itself where there is none.
    std::string word(const std::string& group, const std::string& id) const;
    /// " [2] [5]", or empty.
    std::string cite(const std::vector<std::string>& sources) const;
    std::string cited(const Because& because) const { return because.text + cite(because.sources); }
    /// All of them in one cell.
    std::string cited(const std::vector<Because>& because) const;
    const std::string& stressor(Stressor stressor) const;
    const std::string& unit(Stressor stressor) const;
    /// "2.4 (2.0 to 2.9) M".
    std::string load(const LoadEstimate& estimate) const;
    /// "impact 2.4 to 1.1".
    std::string change(const Change& change) const;
    std::string changes(const std::vector<Change>& changes) const;
    /// "-" for nothing, so that an empty cell is not taken for a fault.
    std::string or_dash(const std::string& text) const;

private:
    const Phrases* phrases_;
    std::map<std::string, std::size_t> numbers_;
};

}  // namespace detour
