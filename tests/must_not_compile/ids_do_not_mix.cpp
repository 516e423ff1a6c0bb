// SPDX-License-Identifier: Apache-2.0
// A family's id does not index the table of exercises.
// expect: no match for 'operator[]'
#include "base/id.h"

using ExerciseId = detour::Id<struct ExerciseTag>;
using FamilyId = detour::Id<struct FamilyTag>;

int main() {
    const detour::IdVector<ExerciseId, int> levels(3, 1);
    [[maybe_unused]] const auto level = levels[ExerciseId{1}];
#ifdef MISTAKE
    [[maybe_unused]] const auto wrong = levels[FamilyId{1}];
#endif
    return 0;
}
