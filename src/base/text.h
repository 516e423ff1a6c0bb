// SPDX-License-Identifier: Apache-2.0
// Small helpers for text: folding accents, nearest word, numbers without a locale. Numbers are printed here and
// nowhere else, so that output never depends on the machine.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace detour {

/// Lower case, accents of Latin-1 and Latin Extended-A removed, other characters kept: "Natación" -> "natacion".
std::string fold(std::string_view text);

/// Runs of letters and digits of the folded text: "Leg-press, 20 kg" -> leg press 20 kg.
std::vector<std::string> words_of(std::string_view text);

/// Optimal string alignment distance: insertions, deletions, replacements, swaps of neighbours.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate nearest to `word`, if it is near enough to be meant (distance at most a third of its length, at least
/// 1).
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

/// "a", "a or b", "a, b or c".
std::string join_or(std::span<const std::string> words);
std::string join(std::span<const std::string> words, std::string_view separator);

/// At most `decimals` decimals, no trailing zeros, no locale: 1.50 -> "1.5", 2.0 -> "2".
std::string number_text(double value, int decimals = 2);

/// Replaces each {key} by its value. An unknown key is a broken contract.
std::string fill(std::string_view pattern, const std::map<std::string, std::string>& values);

bool is_valid_utf8(std::string_view bytes);
/// Number of characters (code points) in valid UTF-8.
std::size_t length_in_characters(std::string_view text);

}  // namespace detour
