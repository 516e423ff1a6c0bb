// SPDX-License-Identifier: Apache-2.0
// The ids of one kind of thing over all files: where each was first given, its place in slug order, and whether
// anything names it.
#pragma once

#include "read/yaml_reader.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace detour {

class NameTable {
public:
    /// `what`: as messages call it, "exercise".
    explicit NameTable(std::string what) : what_(std::move(what)) {}

    /// Adds the id that `name` gives. Reports ids that are no slugs and ids that were given before.
    void define(const YamlValue& name);
    /// Fixes the order; before, nothing can be found.
    void seal();

    std::optional<std::uint16_t> find(std::string_view slug) const;
    /// The index of the id that `name` names, which is marked as used; a report if there is none.
    std::optional<std::uint16_t> resolve(const YamlValue& name);
    void mark_used(std::string_view slug);

    /// In order.
    const std::vector<std::string>& slugs() const { return slugs_; }
    std::size_t size() const { return slugs_.size(); }
    /// Reports each id that nothing names.
    void report_unused(Severity severity) const;

private:
    struct Entry {
        YamlValue first;
        bool is_used = false;
        std::uint16_t index = 0;
    };
    std::string what_;
    std::map<std::string, Entry, std::less<>> entries_;
    std::vector<std::string> slugs_;
};

}  // namespace detour
