// SPDX-License-Identifier: Apache-2.0
#include "read/packed_catalogue.h"
#include "read/small_catalogue.h"

using namespace detour;
using namespace detour::test;

TEST_CASE("what is packed comes out the same", "[read][pack]") {
    CHECK(unpack(pack(small_catalogue())) == small_catalogue());
    CHECK(pack(small_catalogue()) == pack(small_catalogue()));
}

TEST_CASE("the whole knowledge base reads without a mistake and survives packing", "[read][pack][data]") {
    const auto files = load_data_folder(DETOUR_SOURCE_DIR "/data");
    REQUIRE(files);
    const auto checked = read_catalogue(*files);
    INFO(all_messages(checked.diagnostics));
    REQUIRE(checked.value);
    CHECK(unpack(pack(*checked.value)) == *checked.value);
}

TEST_CASE("packed bytes that are cut, changed or of another version are refused", "[read][pack]") {
    const auto bytes = pack(small_catalogue());
    CHECK_THROWS_AS(unpack(""), std::logic_error);
    CHECK_THROWS_AS(unpack("detour catalogue 0\n"), std::logic_error);
    CHECK_THROWS_AS(unpack(std::string_view(bytes).substr(0, bytes.size() - 1)), std::logic_error);
    auto changed = bytes;
    changed.back() = static_cast<char>(changed.back() ^ 1);
    CHECK_THROWS_AS(unpack(changed), std::logic_error);
}
