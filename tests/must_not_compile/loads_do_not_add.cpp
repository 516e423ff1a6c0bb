// SPDX-License-Identifier: Apache-2.0
// Loads of different stressors never add up: there is no operator+ for them.
// expect: no match for 'operator+'
#include "base/quantity.h"

int main() {
    [[maybe_unused]] const detour::Load a{1.0};
    [[maybe_unused]] const detour::Cost cost = detour::Cost{1.0} + detour::Cost{2.0};
#ifdef MISTAKE
    const auto sum = a + a;
    (void)sum;
#endif
    return 0;
}
