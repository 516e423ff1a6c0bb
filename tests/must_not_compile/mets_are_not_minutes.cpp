// SPDX-License-Identifier: Apache-2.0
// Quantities of different units do not compare.
// expect: no match for 'operator<'
#include "base/quantity.h"

int main() {
    [[maybe_unused]] const bool fine = detour::Mets{3.0} < detour::Mets{4.0};
#ifdef MISTAKE
    [[maybe_unused]] const bool wrong = detour::Mets{3.0} < detour::Minutes{4.0};
#endif
    return 0;
}
