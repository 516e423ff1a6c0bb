// SPDX-License-Identifier: Apache-2.0
#include "model/decision.h"

namespace detour {

std::string_view id_of(Decision decision) {
    switch (decision) {
        case Decision::continue_:
            return "continue";
        case Decision::substitute:
            return "substitute";
        case Decision::hold:
            return "hold";
        case Decision::refer:
            return "refer";
    }
    return {};
}

std::string_view id_of(Urgency urgency) {
    switch (urgency) {
        case Urgency::none:
            return "none";
        case Urgency::routine:
            return "routine";
        case Urgency::soon:
            return "soon";
        case Urgency::same_day:
            return "same-day";
        case Urgency::emergency:
            return "emergency";
    }
    return {};
}

}  // namespace detour
