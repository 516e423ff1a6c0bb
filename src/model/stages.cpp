// SPDX-License-Identifier: Apache-2.0
#include "model/stages.h"

namespace detour {
namespace {

constexpr int acute_until_weeks = 6;
constexpr int subacute_until_weeks = 12;

}  // namespace

Stage stage_at(int weeks) {
    if (weeks < acute_until_weeks) {
        return Stage::acute;
    }
    return weeks <= subacute_until_weeks ? Stage::subacute : Stage::persistent;
}

int least_weeks_of(Stage stage) {
    switch (stage) {
        case Stage::acute:
        case Stage::count:
            return 0;
        case Stage::subacute:
            return acute_until_weeks;
        case Stage::persistent:
            return subacute_until_weeks;
    }
    return 0;
}

}  // namespace detour
