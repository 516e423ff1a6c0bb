// SPDX-License-Identifier: Apache-2.0
#include "model/course_step.h"

namespace detour {

std::string_view id_of(CourseStep step) {
    switch (step) {
        case CourseStep::none:
            return "none";
        case CourseStep::progress:
            return "progress";
        case CourseStep::hold:
            return "hold";
        case CourseStep::regress:
            return "regress";
        case CourseStep::switch_:
            return "switch";
        case CourseStep::re_examine:
            return "re-examine";
    }
    return {};
}

}  // namespace detour
