// SPDX-License-Identifier: Apache-2.0
// A message of the readers quotes the file in its first part and the knowledge base in its last. What is quoted may
// itself hold quotes and semicolons: when in doubt, more is left out.
#include "app/batch/discreet.h"

#include <algorithm>
#include <array>

namespace detour {
namespace {

constexpr std::string_view hidden = "...";
constexpr std::array<std::string_view, 7> tails = {"; expected ",
                                                   "; the nearest are ",
                                                   "; did you mean ",
                                                   "; Detour plans ",
                                                   "; at most ",
                                                   "; give one ",
                                                   "; name it "};

/// Where the part begins that quotes the knowledge base; outside of all quotes.
std::size_t start_of_tail(std::string_view message) {
    auto start = message.size();
    for (const auto tail : tails) {
        const auto found = message.rfind(tail);
        if (found != std::string_view::npos && std::ranges::count(message.substr(0, found), '\'') % 2 == 0) {
            start = std::min(start, found);
        }
    }
    return start;
}

bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/// The 8 of "UTF-8" is no figure.
bool is_figure(std::string_view text, std::size_t at) {
    const bool is_part_of_word = at >= 2 && text[at - 1] == '-' && is_letter(text[at - 2]);
    return is_digit(text[at]) && !is_part_of_word;
}

/// "'id' is missing": the key is the reader's, the file does not have it.
bool is_about_missing_key(std::string_view message) {
    const auto key = message.substr(0, message.find("' is missing"));
    const auto is_key_byte = [](char byte) { return (byte >= 'a' && byte <= 'z') || byte == '_' || is_digit(byte); };
    return message.ends_with("' is missing") && key.starts_with('\'') &&
           std::ranges::all_of(key.substr(1), is_key_byte);
}

/// Numbers and what stands in brackets come from the file too.
std::string without_figures(std::string_view text) {
    std::string told;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '(') {
            const auto end = std::min(text.rfind(')'), text.size() - 1);
            told += "(" + std::string(hidden) + ")";
            at = std::max(at, end);
        } else if (is_figure(text, at)) {
            while (at + 1 < text.size() && (is_digit(text[at + 1]) || text[at + 1] == '.' || text[at + 1] == '-')) {
                ++at;
            }
            told += hidden;
        } else {
            told += text[at];
        }
    }
    return told;
}

}  // namespace

std::string discreet(std::string_view message) {
    if (is_about_missing_key(message)) {
        return std::string(message);
    }
    const auto tail = start_of_tail(message);
    const auto head = message.substr(0, tail);
    const auto first = head.find('\'');
    if (first == std::string_view::npos) {
        return without_figures(head) + std::string(message.substr(tail));
    }
    const auto last = head.rfind('\'');
    return without_figures(head.substr(0, first)) + "'" + std::string(hidden) + "'" +
           without_figures(head.substr(std::max(first, last) + 1)) + std::string(message.substr(tail));
}

Diagnostic discreet(Diagnostic diagnostic) {
    diagnostic.message = discreet(diagnostic.message);
    diagnostic.source_line.clear();
    for (auto& note : diagnostic.notes) {
        note.message = discreet(note.message);
    }
    return diagnostic;
}

}  // namespace detour
