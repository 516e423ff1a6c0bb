// SPDX-License-Identifier: Apache-2.0
// Digests: of the knowledge base, and those by which a batch knows what has changed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace detour {

/// 64 hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

/// The first eight bytes of the digest as a number, most significant first.
std::uint64_t sha256_number(std::string_view bytes);

}  // namespace detour
