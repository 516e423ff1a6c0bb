// SPDX-License-Identifier: Apache-2.0
// The handouts of a run to a print queue, in the order of the files, each once.
#pragma once

#include "app/batch/batch.h"

#include <functional>
#include <string>
#include <vector>

namespace detour {

/// Sends each handout that was not sent before; the record gets the job or the error, the folder's journal too. Before
/// it is handed over the journal says so: where a run was killed in between, nobody knows whether it is printed, and it
/// is reported instead of being printed twice. `failed` is called for each that has an error now.
void print_handouts(const std::string& queue,
                    OutFolder& folder,
                    std::vector<Settled>& all,
                    const std::function<void(const Settled&)>& failed);

}  // namespace detour
