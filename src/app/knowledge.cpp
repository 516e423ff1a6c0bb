// SPDX-License-Identifier: Apache-2.0
#include "app/knowledge.h"

#include "read/packed_catalogue.h"

#include <string_view>

extern "C" {
extern const char detour_catalogue_begin[];
extern const char detour_catalogue_end[];
}

namespace detour {

std::shared_ptr<const Knowledge> built_in_knowledge() {
    const std::string_view bytes(detour_catalogue_begin,
                                 static_cast<std::size_t>(detour_catalogue_end - detour_catalogue_begin));
    auto catalogue = unpack(bytes);
    SubstitutionGraph graph(catalogue);
    return std::make_shared<const Knowledge>(Knowledge{std::move(catalogue), std::move(graph)});
}

}  // namespace detour
