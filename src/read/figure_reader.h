// SPDX-License-Identifier: Apache-2.0
// data/figures/ID.yaml: the pose data of one picture (docs/figures.md).
#pragma once

#include "base/diagnostic.h"
#include "model/figure.h"
#include "read/source_text.h"

#include <optional>

namespace detour {

/// The figure of one file, or nothing after reports to `diagnostics`. Checks form, not anatomy: for that see
/// `figure_problems` in render/figure.h.
std::optional<Figure> read_figure(const SourceText& source, Diagnostics& diagnostics);

}  // namespace detour
