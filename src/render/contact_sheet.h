// SPDX-License-Identifier: Apache-2.0
// All pictures of the knowledge base on a few pages, for somebody to look at.
#pragma once

#include "model/figure.h"
#include "render/document.h"

#include <vector>

namespace detour {

/// Each figure with its id beneath. `date` is the day that the file says it was made on.
Document write_contact_sheet(const std::vector<Figure>& figures, Date date);

}  // namespace detour
