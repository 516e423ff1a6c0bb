// SPDX-License-Identifier: Apache-2.0
// The checked knowledge base as bytes, so that a program that plans for one patient parses no knowledge.
#pragma once

#include "model/catalogue.h"

#include <string>
#include <string_view>

namespace detour {

/// The same catalogue gives the same bytes on every machine.
std::string pack(const Catalogue& catalogue);

/// The catalogue that was packed. Bytes of another version, cut or changed, are a broken contract (std::logic_error):
/// they are part of the program.
Catalogue unpack(std::string_view bytes);

}  // namespace detour
