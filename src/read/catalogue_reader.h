// SPDX-License-Identifier: Apache-2.0
// The knowledge base, from the texts of a data folder to one checked, resolved value.
#pragma once

#include "base/diagnostic.h"
#include "model/catalogue.h"
#include "read/source_text.h"

#include <span>

namespace detour {

/// `files`: all of a data folder, named by their paths in it ("exercises/running.yaml"), in any order; the catalogue
/// does not depend on the order. Every mistake is reported at once: unknown keys, wrong types, numbers out of range,
/// ids that do not exist or exist twice, loads that rest on themselves, sources and evidence that nothing cites, texts
/// that are missing, unused or too long. No catalogue if there was an error.
Checked<Catalogue> read_catalogue(std::span<const SourceText> files);

}  // namespace detour
