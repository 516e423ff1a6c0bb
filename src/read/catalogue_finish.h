// SPDX-License-Identifier: Apache-2.0
// What is computed over a whole catalogue once it is without mistakes.
#pragma once

#include "base/diagnostic.h"
#include "model/catalogue.h"
#include "read/source_text.h"

#include <string>
#include <vector>

namespace detour {

/// Which tags hold for which exercise. A tag that holds for none is a warning.
void compute_tags(Catalogue& catalogue, Diagnostics& diagnostics);
/// How many exercises each kind of evidence names. Evidence that names none is a warning.
void count_matches(Catalogue& catalogue, Diagnostics& diagnostics);
/// Which exercises each rule's own dose limits are for. None is a warning.
void find_dosed(Catalogue& catalogue, Diagnostics& diagnostics);
/// Words of patient files that nothing reads: naming them would change nothing, in silence.
void find_unread_words(const Catalogue& catalogue, Diagnostics& diagnostics);
/// Of names and texts in order of names: 64 hex digits.
std::string sha256_of(std::vector<SourceText> files);

}  // namespace detour
