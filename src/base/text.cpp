// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

#include "base/contract.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numeric>
#include <utility>

namespace detour {
namespace {

struct Decoded {
    char32_t code = 0;
    std::size_t length = 0;  // 0: not valid
};

bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::size_t length_of_sequence(unsigned char lead) {
    if (lead < 0x80U) {
        return 1;
    }
    if (lead >= 0xC2U && lead < 0xE0U) {
        return 2;
    }
    if (lead >= 0xE0U && lead < 0xF0U) {
        return 3;
    }
    return lead >= 0xF0U && lead < 0xF5U ? 4 : 0;
}

Decoded decode(std::string_view rest) {
    const auto lead = static_cast<unsigned char>(rest.front());
    const auto length = length_of_sequence(lead);
    if (length == 0 || length > rest.size()) {
        return {};
    }
    constexpr std::array<unsigned, 5> lead_mask = {0, 0x7FU, 0x1FU, 0x0FU, 0x07U};
    auto code = static_cast<char32_t>(lead & lead_mask.at(length));
    for (std::size_t at = 1; at < length; ++at) {
        if (!is_continuation(rest[at])) {
            return {};
        }
        code = (code << 6U) | (static_cast<unsigned char>(rest[at]) & 0x3FU);
    }
    const bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
    const bool surrogate = code >= 0xD800 && code < 0xE000;
    if (overlong || surrogate || code > 0x10FFFF) {
        return {};
    }
    return {code, length};
}

/// The plain letters for an accented code point of Latin-1 and Latin Extended-A; empty if it has none.
std::string_view plain_letters(char32_t code) {
    struct Row {
        std::u32string_view from;
        std::string_view to;
    };
    static constexpr std::array<Row, 17> rows = {{{U"àáâãäåāăąÀÁÂÃÄÅĀĂĄ", "a"},
                                                  {U"çćĉċčÇĆĈĊČ", "c"},
                                                  {U"ďđĎĐ", "d"},
                                                  {U"èéêëēĕėęěÈÉÊËĒĔĖĘĚ", "e"},
                                                  {U"ĝğġģĜĞĠĢ", "g"},
                                                  {U"ìíîïĩīĭįıÌÍÎÏĨĪĬĮİ", "i"},
                                                  {U"ľĺļłĽĹĻŁ", "l"},
                                                  {U"ñńņňÑŃŅŇ", "n"},
                                                  {U"òóôõöøōŏőÒÓÔÕÖØŌŎŐ", "o"},
                                                  {U"ŕŗřŔŖŘ", "r"},
                                                  {U"śŝşšŚŜŞŠ", "s"},
                                                  {U"ţťŧŢŤŦ", "t"},
                                                  {U"ùúûüũūŭůűųÙÚÛÜŨŪŬŮŰŲ", "u"},
                                                  {U"ýÿŷÝŶŸ", "y"},
                                                  {U"źżžŹŻŽ", "z"},
                                                  {U"ß", "ss"},
                                                  {U"æÆ", "ae"}}};
    for (const auto& row : rows) {
        if (row.from.find(code) != std::u32string_view::npos) {
            return row.to;
        }
    }
    return {};
}

bool is_word_byte(char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return value >= 0x80U || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

}  // namespace

std::string fold(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    while (!text.empty()) {
        const auto decoded = decode(text);
        const auto length = std::max<std::size_t>(decoded.length, 1);
        const auto letters = decoded.code >= 0x80 ? plain_letters(decoded.code) : std::string_view{};
        if (!letters.empty()) {
            folded += letters;
        } else if (length == 1 && text.front() >= 'A' && text.front() <= 'Z') {
            folded += static_cast<char>(text.front() - 'A' + 'a');
        } else {
            folded += text.substr(0, length);
        }
        text.remove_prefix(length);
    }
    return folded;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char byte : fold(text) + " ") {
        if (is_word_byte(byte)) {
            word += byte;
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    }
    return words;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before_last(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replace = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replace});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before_last[j - 2] + 1);
            }
        }
        std::swap(before_last, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
    const auto folded = fold(word);
    const auto most = std::max<std::size_t>(1, folded.size() / 3);
    std::optional<std::string> best;
    auto best_distance = most + 1;
    for (const auto& candidate : candidates) {
        const auto distance = edit_distance(folded, fold(candidate));
        if (distance < best_distance) {
            best_distance = distance;
            best = candidate;
        }
    }
    return best;
}

std::string join(std::span<const std::string> words, std::string_view separator) {
    std::string text;
    for (const auto& word : words) {
        if (!text.empty()) {
            text += separator;
        }
        text += word;
    }
    return text;
}

std::string join_or(std::span<const std::string> words) {
    if (words.size() < 2) {
        return join(words, "");
    }
    return join(words.first(words.size() - 1), ", ") + " or " + words.back();
}

std::string number_text(double value, int decimals) {
    expects(std::isfinite(value), "only finite numbers are printed");
    std::array<char, 64> buffer{};
    const auto written = std::to_chars(buffer.begin(), buffer.end(), value, std::chars_format::fixed, decimals);
    std::string text(buffer.begin(), written.ptr);
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') {
            text.pop_back();
        }
    }
    return text == "-0" ? "0" : text;
}

std::string fill(std::string_view pattern, const std::map<std::string, std::string>& values) {
    std::string text;
    while (!pattern.empty()) {
        const auto open = pattern.find('{');
        text += pattern.substr(0, open);
        if (open == std::string_view::npos) {
            break;
        }
        const auto close = pattern.find('}', open);
        expects(close != std::string_view::npos, "an open brace in a sentence is closed");
        const auto found = values.find(std::string(pattern.substr(open + 1, close - open - 1)));
        expects(found != values.end(), "each {key} of a sentence has a value");
        text += found->second;
        pattern.remove_prefix(close + 1);
    }
    return text;
}

bool is_valid_utf8(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto decoded = decode(bytes);
        if (decoded.length == 0) {
            return false;
        }
        bytes.remove_prefix(decoded.length);
    }
    return true;
}

std::size_t length_in_characters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char byte) { return !is_continuation(byte); }));
}

}  // namespace detour
