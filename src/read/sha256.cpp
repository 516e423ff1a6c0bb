// SPDX-License-Identifier: Apache-2.0
#include "read/sha256.h"

#include <fmt/format.h>
#include <sodium.h>

#include <array>

namespace detour {
namespace {

std::array<unsigned char, crypto_hash_sha256_BYTES> digest_of(std::string_view bytes) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return digest;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
    std::string hex;
    for (const auto byte : digest_of(bytes)) {
        hex += fmt::format("{:02x}", byte);
    }
    return hex;
}

std::uint64_t sha256_number(std::string_view bytes) {
    const auto digest = digest_of(bytes);
    std::uint64_t number = 0;
    for (std::size_t at = 0; at < sizeof number; ++at) {
        number = number << 8U | digest[at];
    }
    return number;
}

}  // namespace detour
