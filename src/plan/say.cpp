// SPDX-License-Identifier: Apache-2.0
#include "plan/say.h"

#include "base/text.h"

namespace detour {

std::string Say::optional(const std::string& key) const {
    return language_->phrases.has(key) ? language_->phrases.at(key) : std::string();
}

std::string Say::short_name(ExerciseId id) const {
    const auto& text = language_->exercises[id];
    return text.short_name.empty() ? text.name : text.short_name;
}

std::string Say::condition(ConditionId id) const {
    return at("condition." + catalogue_->conditions[id].slug + ".name");
}

std::string Say::stressor(Stressor stressor) const {
    return at("plan.stressor." + std::string(id_of(stressor)));
}

std::string Say::load(Stressor stressor, double value) const {
    return with("plan.load." + std::string(id_of(stressor)), {{"value", number_text(value)}});
}

std::string Say::stressors(const std::vector<Stressor>& list) const {
    std::vector<std::string> names;
    for (const auto one : list) {
        names.push_back(stressor(one));
    }
    return join(names, ", ");
}

std::string range_text(const Say& say, const Range& range) {
    const auto low = number_text(range.low, 0);
    const auto high = number_text(range.high, 0);
    return low == high ? low : say.with("plan.range", {{"low", low}, {"high", high}});
}

}  // namespace detour
