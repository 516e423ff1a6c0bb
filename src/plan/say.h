// SPDX-License-Identifier: Apache-2.0
// Words for one plan: the sentences of planning with names and figures filled in, in the patient's language.
#pragma once

#include "model/catalogue.h"
#include "model/patient.h"
#include "model/plan.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace detour {

using Values = std::map<std::string, std::string>;

class Say {
public:
    Say(const Catalogue& catalogue, const std::string& language)
        : catalogue_(&catalogue), language_(&catalogue.language(language)) {}

    const Language& language() const { return *language_; }
    const std::string& at(std::string_view key) const { return language_->phrases.at(key); }
    std::string with(std::string_view key, const Values& values) const { return language_->phrases.with(key, values); }
    /// A sentence that data may or may not have; empty if not.
    std::string optional(const std::string& key) const;

    std::string name(ExerciseId id) const { return language_->exercises[id].name; }
    std::string short_name(ExerciseId id) const;
    std::string family(FamilyId id) const { return language_->family_names[id]; }
    std::string condition(ConditionId id) const;
    std::string stressor(Stressor stressor) const;
    /// "2.4 x body weight".
    std::string load(Stressor stressor, double value) const;
    /// Names joined by commas.
    std::string stressors(const std::vector<Stressor>& list) const;

private:
    const Catalogue* catalogue_;
    const Language* language_;
};

/// "20" or "20 to 30", with the language's word between.
std::string range_text(const Say& say, const Range& range);

}  // namespace detour
