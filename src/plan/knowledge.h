// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/substitution_graph.h"
#include "model/catalogue.h"

namespace detour {

/// All that is known, whoever the patient: one a process, const, shared by all threads.
struct Knowledge {
    Catalogue catalogue;
    SubstitutionGraph graph;
};

}  // namespace detour
