// SPDX-License-Identifier: Apache-2.0
// Finds the thing whose names are most like a text: words stemmed and weighted by how much they tell, typos forgiven
// in long words only, and never across a prefix or ending that turns a word into its opposite.
#pragma once

#include "model/rules.h"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace detour {

/// One name of one thing. Things of one group compete with other groups, not with each other, for being sure.
struct NameEntry {
    std::string text;
    std::size_t target = 0;
    std::size_t group = 0;
    int rank = 0;  ///< the higher goes first among equals
};

struct NameHit {
    std::size_t target = 0;
    std::size_t group = 0;
    double score = 0;
    bool whole_name = false;
    int fit = 0;  ///< small words shared, less those of the name alone: "fast walking" is "walking, fast"
    int rank = 0;
};

class NameIndex {
public:
    NameIndex(std::vector<NameEntry> entries, const WordRules& rules);

    /// Best first, each target once.
    std::vector<NameHit> find(std::string_view text) const;
    /// The first hit is good enough and far enough ahead of the next group.
    bool is_sure(const std::vector<NameHit>& hits) const;
    /// All that the text says is the name of a whole class ("team games").
    bool is_class(std::string_view text) const;

private:
    struct Name {
        std::vector<std::string> written;  ///< folded, nothing dropped
        std::set<std::string> stems;
        std::set<std::string> small;  ///< stems of stop and dose words
        NameEntry entry;
    };

    std::set<std::string> content_of(const std::vector<std::string>& words) const;
    std::set<std::string> small_of(const std::vector<std::string>& words) const;
    std::set<std::string> content_said(std::string_view text) const;
    std::set<std::string> known_stems(const std::set<std::string>& stems) const;
    std::string nearest_stem(const std::string& stem) const;
    bool is_opposite(const std::string& a, const std::string& b) const;
    double weight_of(const std::string& stem) const;
    double weight_of(const std::set<std::string>& stems) const;
    double score_of(const std::set<std::string>& said, const Name& name) const;

    WordRules rules_;
    std::vector<Name> names_;
    std::set<std::string> dropped_;
    std::set<std::string> verbs_;
    std::set<std::string> numbers_;                         ///< "10 km": numbers that names hold, with what they count
    std::map<std::string, std::size_t> groups_with_;        ///< stem -> number of groups
    std::map<std::size_t, std::set<std::string>> said_of_;  ///< group -> all its stems
    std::size_t group_count_ = 0;
};

/// "walks", "walking" -> "walk"; "running" -> "run"; "lunges", "lunge" -> "lung".
std::string stem_of(std::string word);

}  // namespace detour
