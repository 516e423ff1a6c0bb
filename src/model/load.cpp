// SPDX-License-Identifier: Apache-2.0
#include "model/load.h"

#include <limits>

namespace detour {
namespace {

constexpr std::array all_marks = {Mark::none, Mark::low, Mark::moderate, Mark::high, Mark::very_high};

double between(double at, double from, double to, double from_value, double to_value) {
    return from_value + (at - from) / (to - from) * (to_value - from_value);
}

}  // namespace

std::string_view id_of(Grade grade) {
    switch (grade) {
        case Grade::measured:
            return "measured";
        case Grade::scaled:
            return "scaled";
        case Grade::analogue:
            return "analogue";
        case Grade::judged:
            return "judged";
    }
    return {};
}

char letter_of(Grade grade) {
    return static_cast<char>(id_of(grade).front() - 'a' + 'A');
}

Normal Scales::normal_of(Stressor stressor, Load load) const {
    const auto& band = bands[stressor];
    if (load <= band[Mark::none].best) {
        return normal[Mark::none];
    }
    for (std::size_t at = 1; at < all_marks.size(); ++at) {
        const auto below = all_marks.at(at - 1);
        const auto above = all_marks.at(at);
        if (load <= band[above].best) {
            return {between(
                load.value, band[below].best.value, band[above].best.value, normal[below].value, normal[above].value)};
        }
    }
    return normal[Mark::very_high];
}

Load Scales::load_at(Stressor stressor, Normal wanted) const {
    const auto& band = bands[stressor];
    for (std::size_t at = 1; at < all_marks.size(); ++at) {
        const auto below = all_marks.at(at - 1);
        const auto above = all_marks.at(at);
        if (wanted <= normal[above]) {
            return {between(wanted.value,
                            normal[below].value,
                            normal[above].value,
                            band[below].best.value,
                            band[above].best.value)};
        }
    }
    return band[Mark::very_high].best;
}

Mark Scales::mark_of(Stressor stressor, Load load) const {
    for (const auto mark : all_marks) {
        if (load <= bands[stressor][mark].high) {
            return mark;
        }
    }
    return Mark::very_high;
}

Load Scales::cap_at(Stressor stressor, Mark mark) const {
    if (mark == Mark::very_high) {
        return {std::numeric_limits<double>::infinity()};
    }
    return bands[stressor][mark].high;
}

}  // namespace detour
