// SPDX-License-Identifier: Apache-2.0
#include "model/plan.h"

namespace detour {

std::string_view id_of(ExcludedKind kind) {
    switch (kind) {
        case ExcludedKind::contraindication:
            return "contraindication";
        case ExcludedKind::access:
            return "access";
        case ExcludedKind::load:
            return "load";
        case ExcludedKind::override_:
            return "override";
        case ExcludedKind::dose:
            return "dose";
    }
    return {};
}

}  // namespace detour
