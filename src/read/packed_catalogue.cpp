// SPDX-License-Identifier: Apache-2.0
// A line of text with the version, the SHA-256 of the rest, the rest in cereal's portable binary form.
#include "read/packed_catalogue.h"

#include "base/contract.h"
#include "read/pack_fields.h"

#include <cereal/archives/portable_binary.hpp>
#include <sodium.h>

#include <sstream>

namespace detour {
namespace {

/// Raised with every change of pack_fields.h.
constexpr std::string_view version = "detour catalogue 1\n";

std::string digest_of(std::string_view bytes) {
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(digest.data()),
                       reinterpret_cast<const unsigned char*>(bytes.data()),
                       bytes.size());
    return digest;
}

}  // namespace

std::string pack(const Catalogue& catalogue) {
    std::ostringstream stream(std::ios::binary);
    {
        cereal::PortableBinaryOutputArchive archive(stream);
        archive(catalogue);
    }
    const auto body = stream.str();
    return std::string(version) + digest_of(body) + body;
}

Catalogue unpack(std::string_view bytes) {
    expects(bytes.starts_with(version), "the packed catalogue is of this program's version");
    bytes.remove_prefix(version.size());
    expects(bytes.size() > crypto_hash_sha256_BYTES, "the packed catalogue is whole");
    const auto body = bytes.substr(crypto_hash_sha256_BYTES);
    expects(digest_of(body) == bytes.substr(0, crypto_hash_sha256_BYTES), "the packed catalogue is unchanged");
    std::istringstream stream(std::string(body), std::ios::binary);
    cereal::PortableBinaryInputArchive archive(stream);
    Catalogue catalogue;
    archive(catalogue);
    return catalogue;
}

}  // namespace detour
