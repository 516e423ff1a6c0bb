// SPDX-License-Identifier: Apache-2.0
#include "read/name_table.h"

#include "base/contract.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace detour {
namespace {

bool is_slug(std::string_view text) {
    const auto fits = [](char byte) {
        return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '-' || byte == '_';
    };
    return !text.empty() && text.front() != '-' && text.back() != '-' && std::ranges::all_of(text, fits);
}

}  // namespace

void NameTable::define(const YamlValue& name) {
    const auto text = name.text();
    if (!text) {
        return;
    }
    if (!is_slug(*text)) {
        name.error(fmt::format("'{}' is no id; ids are lower-case words joined by hyphens", *text));
        return;
    }
    const auto [entry, is_new] = entries_.try_emplace(*text, Entry{name});
    if (!is_new) {
        name.error(fmt::format("{} '{}' exists already", what_, *text),
                   {{entry->second.first.place(), "first defined here"}});
    }
}

void NameTable::seal() {
    expects(entries_.size() < std::numeric_limits<std::uint16_t>::max(), "ids fit 16 bits");
    for (auto& [slug, entry] : entries_) {
        entry.index = static_cast<std::uint16_t>(slugs_.size());
        slugs_.push_back(slug);
    }
}

std::optional<std::uint16_t> NameTable::find(std::string_view slug) const {
    const auto found = entries_.find(slug);
    return found == entries_.end() || slugs_.empty() ? std::nullopt : std::optional{found->second.index};
}

std::optional<std::uint16_t> NameTable::resolve(const YamlValue& name) {
    const auto text = name.text();
    if (!text) {
        return std::nullopt;
    }
    const auto found = entries_.find(*text);
    if (found == entries_.end()) {
        name.error(unknown_word(what_, *text, slugs_));
        return std::nullopt;
    }
    found->second.is_used = true;
    return found->second.index;
}

void NameTable::mark_used(std::string_view slug) {
    const auto found = entries_.find(slug);
    if (found != entries_.end()) {
        found->second.is_used = true;
    }
}

void NameTable::report_unused(Severity severity) const {
    for (const auto& [slug, entry] : entries_) {
        if (entry.is_used) {
            continue;
        }
        auto message = fmt::format("nothing uses {} '{}'", what_, slug);
        if (severity == Severity::error) {
            entry.first.error(std::move(message));
        } else {
            entry.first.warning(std::move(message));
        }
    }
}

}  // namespace detour
