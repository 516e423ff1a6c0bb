// SPDX-License-Identifier: Apache-2.0
// The tree behind yaml_reader.h. Only its .cpp files look inside.
#pragma once

#include "base/diagnostic.h"

#include <cstddef>
#include <string>
#include <vector>

namespace detour {

struct YamlNode {
    enum class Kind { empty, text, list, map };
    Kind kind = Kind::empty;
    bool is_quoted = false;
    std::string text;
    std::string name;  ///< the key under which it stands
    std::size_t line = 0;
    std::size_t column = 0;
    std::vector<YamlNode> keys;  ///< of a map: as many as items
    std::vector<YamlNode> items;
};

struct YamlContext {
    std::string file;
    std::vector<std::string> lines;
    Diagnostics* diagnostics = nullptr;

    /// A diagnostic at a place of this file, with its source line.
    Diagnostic at(std::size_t line, std::size_t column, Severity severity, std::string message) const;
};

}  // namespace detour
