// SPDX-License-Identifier: Apache-2.0
// Sentences by key, in one language. Rendering takes its labels from here; planning fills the sentences that carry
// figures. Keys are dotted: "handout.title", "rule.rf-ces-saddle.patient".
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace detour {

class Phrases {
public:
    Phrases() = default;
    Phrases(std::string language, std::map<std::string, std::string, std::less<>> sentences)
        : language_(std::move(language)), sentences_(std::move(sentences)) {}

    const std::string& language() const { return language_; }
    bool has(std::string_view key) const { return sentences_.find(key) != sentences_.end(); }
    /// The sentence; a missing key is a broken contract (the reader has checked that all exist).
    const std::string& at(std::string_view key) const;
    /// The sentence with its {placeholders} filled.
    std::string with(std::string_view key, const std::map<std::string, std::string>& values) const;
    const std::map<std::string, std::string, std::less<>>& all() const { return sentences_; }
    bool operator==(const Phrases&) const = default;

private:
    std::string language_;
    std::map<std::string, std::string, std::less<>> sentences_;
};

/// Every key that code asks for by name; the reader refuses a language that lacks one. Keys that come from data
/// (rules, conditions, exercises) are checked beside the data.
std::vector<std::string> phrases_used_by_code();

}  // namespace detour
