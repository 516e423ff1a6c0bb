// SPDX-License-Identifier: Apache-2.0
// Messages that leave the room: a batch's standard error and manifest go to logs and to other machines, so they say
// where a mistake is and what is allowed, and nothing that the patient file says. `detour check FILE` shows the rest.
#pragma once

#include "base/diagnostic.h"

#include <string>
#include <string_view>

namespace detour {

/// "unknown stage 'sub-acute'; expected acute or subacute" -> "unknown stage '...'; expected acute or subacute".
std::string discreet(std::string_view message);

/// Without the line of the file, the message and the notes discreet.
Diagnostic discreet(Diagnostic diagnostic);

}  // namespace detour
