// SPDX-License-Identifier: Apache-2.0
#include "print/pdf_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iterator>

namespace detour {
namespace {

constexpr std::string_view delimiters = " \n\r\t/[]<>(){}%";

bool is_digit(char character) {
    return character >= '0' && character <= '9';
}

/// `text` from `at` on; empty past its end.
std::string_view from(std::string_view text, std::size_t at) {
    return text.substr(std::min(at, text.size()));
}

/// Code points of valid UTF-8; anything else ends the text.
std::vector<std::uint32_t> code_points(std::string_view text) {
    std::vector<std::uint32_t> points;
    while (!text.empty()) {
        const auto lead = static_cast<unsigned char>(text.front());
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (length > text.size()) {
            break;
        }
        std::uint32_t point = length == 1 ? lead : lead & (0xFFU >> (length + 1));
        for (std::size_t i = 1; i < length; ++i) {
            point = (point << 6) | (static_cast<unsigned char>(text[i]) & 0x3FU);
        }
        points.push_back(point);
        text.remove_prefix(length);
    }
    return points;
}

/// How long the string "(..)" or "<..>" is at the start of `text`.
std::size_t string_length(std::string_view text) {
    if (text.front() == '<') {
        return std::min(text.find('>'), text.size() - 1) + 1;
    }
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
        if (depth == 0) {
            return i + 1;
        }
        i += text[i] == '\\' ? 1 : 0;
    }
    return text.size();
}

struct Reference {
    std::size_t object = 0;
    std::size_t length = 0;
};

/// "7 0 R" at the start of `text`.
std::optional<Reference> reference_at(std::string_view text) {
    constexpr std::string_view rest = " 0 R";
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const auto end = digits + rest.size();
    if (!from(text, digits).starts_with(rest) ||
        (end < text.size() && delimiters.find(text[end]) == std::string_view::npos)) {
        return std::nullopt;
    }
    const auto object = pdf_number_at(text, 0);
    return object ? std::optional(Reference{*object, end}) : std::nullopt;
}

/// How long the word, string or sign at the start of `text` is.
std::size_t token_length(std::string_view text) {
    const bool opens_dictionary = text.starts_with("<<");
    if (text.front() == '(' || (text.front() == '<' && !opens_dictionary)) {
        return string_length(text);
    }
    const std::size_t sign = opens_dictionary ? 2 : 1;
    return delimiters.find(text.front()) != std::string_view::npos && text.front() != '/'
               ? sign
               : std::min(text.find_first_of(delimiters, 1), text.size());
}

}  // namespace

std::optional<PdfFile> PdfFile::open(std::string_view bytes) {
    PdfFile file;
    file.bytes_ = bytes;
    const auto last = pdf_number_after(bytes, "startxref\n");
    if (!last || !file.read_table(*last)) {
        return std::nullopt;
    }
    file.xref_ = *last;
    auto trailer = from(bytes, *last);
    const auto root = pdf_number_after(trailer, "/Root ");
    const auto info = pdf_number_after(trailer, "/Info ");
    if (!root || !info) {
        return std::nullopt;
    }
    file.root_ = *root;
    file.info_ = *info;
    for (auto at = *last; trailer.find("/Prev ") != std::string_view::npos;) {
        const auto before = pdf_number_after(trailer, "/Prev ");
        if (!before || *before >= at || !file.read_table(*before)) {
            return std::nullopt;
        }
        trailer = bytes.substr(*before, at - *before);
        trailer = trailer.substr(0, trailer.find("startxref"));
        at = *before;
    }
    return file;
}

/// Later tables are read first and win.
bool PdfFile::read_table(std::size_t at) {
    constexpr std::size_t entry_size = 20;
    constexpr std::string_view head = "xref\n";
    if (!from(bytes_, at).starts_with(head)) {
        return false;
    }
    at += head.size();
    while (at < bytes_.size() && is_digit(bytes_[at])) {
        const auto first = pdf_number_at(bytes_, at);
        const auto count = pdf_number_at(bytes_, std::min(bytes_.find(' ', at), bytes_.size() - 1) + 1);
        const auto line_end = bytes_.find('\n', at);
        if (!first || !count || line_end == std::string_view::npos || *first > bytes_.size() ||
            *count > (bytes_.size() - line_end) / entry_size) {
            return false;
        }
        at = line_end + 1;
        offsets_.resize(std::max(offsets_.size(), *first + *count));
        for (std::size_t i = 0; i < *count; ++i, at += entry_size) {
            auto& offset = offsets_[*first + i];
            const auto digits = bytes_.substr(at, 10);
            const auto start = digits.find_first_not_of('0');
            if (offset == 0 && start != std::string_view::npos) {
                offset = pdf_number_at(digits, start).value_or(0);
            }
        }
    }
    return from(bytes_, at).starts_with("trailer\n");
}

std::string_view PdfFile::object(std::size_t number) const {
    const auto head = fmt::format("{} 0 obj\n", number);
    if (number >= offsets_.size() || offsets_[number] == 0 || !from(bytes_, offsets_[number]).starts_with(head)) {
        return {};
    }
    const auto rest = from(bytes_, offsets_[number] + head.size());
    const auto end = rest.find("\nendobj");
    if (end == std::string_view::npos) {
        return {};
    }
    const auto whole = rest.substr(0, end);
    return whole.substr(0, whole.find("\nstream\n"));
}

std::string_view PdfFile::dictionary(std::size_t number) const {
    const auto whole = object(number);
    const auto begin = whole.find("<<");
    const auto last = whole.rfind(">>");
    return begin == std::string_view::npos || last == std::string_view::npos || last < begin
               ? std::string_view{}
               : whole.substr(begin, last + 2 - begin);
}

std::optional<std::string_view> PdfFile::stream(std::size_t number) const {
    constexpr std::string_view head = "\nstream\n";
    constexpr std::string_view tail = "\nendstream";
    const auto text = object(number);
    if (text.empty()) {
        return std::nullopt;
    }
    const auto at = static_cast<std::size_t>(text.data() - bytes_.data()) + text.size();
    const auto key = text.find("/Length ");
    if (!from(bytes_, at).starts_with(head) || key == std::string_view::npos) {
        return std::nullopt;
    }
    const auto value = from(text, key + std::string_view("/Length ").size());
    const auto reference = reference_at(value);
    const auto length = pdf_number_at(
        reference ? object(reference->object) : value,
        reference ? std::min(object(reference->object).find_first_not_of(' '), object(reference->object).size()) : 0);
    const auto content = from(bytes_, at + head.size());
    if (!length || *length > content.size() || !content.substr(*length).starts_with(tail)) {
        return std::nullopt;
    }
    return content.substr(0, *length);
}

std::optional<std::size_t> pdf_number_at(std::string_view text, std::size_t at) {
    std::size_t value = 0;
    if (at > text.size()) {
        return std::nullopt;
    }
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), value);
    return error == std::errc{} ? std::optional(value) : std::nullopt;
}

std::optional<std::size_t> pdf_number_after(std::string_view text, std::string_view key) {
    const auto found = text.rfind(key);
    return found == std::string_view::npos ? std::nullopt : pdf_number_at(text, found + key.size());
}

std::vector<std::size_t> pdf_references(std::string_view dictionary, std::string_view key) {
    std::vector<std::size_t> references;
    const auto found = dictionary.find(key);
    if (found == std::string_view::npos) {
        return references;
    }
    auto value = dictionary.substr(found + key.size());
    value = value.substr(0, value.find(value.starts_with("[") ? ']' : '\n'));
    int depth = 0;
    while (!value.empty()) {
        const auto reference = reference_at(value);
        if (reference && depth == 0) {
            references.push_back(reference->object);
        }
        const auto word = reference ? reference->length : token_length(value);
        depth += value.starts_with("<<") ? 1 : value.starts_with(">>") ? -1 : 0;
        value.remove_prefix(value.starts_with(">>") ? 2 : word);
    }
    return references;
}

std::string pdf_with(std::string_view dictionary, std::string_view addition) {
    return std::string(dictionary.substr(0, dictionary.size() - 2)).append(addition).append(">>");
}

std::string pdf_text(std::string_view utf8) {
    std::string result = "<FEFF";
    for (const auto point : code_points(utf8)) {
        if (point < 0x10000) {
            fmt::format_to(std::back_inserter(result), "{:04X}", point);
        } else {
            const auto rest = point - 0x10000;
            fmt::format_to(std::back_inserter(result), "{:04X}{:04X}", 0xD800 + (rest >> 10), 0xDC00 + (rest & 0x3FF));
        }
    }
    return result + ">";
}

std::optional<std::string> pdf_renumbered(std::string_view object,
                                          const std::function<std::size_t(std::size_t)>& renumber) {
    std::string result;
    result.reserve(object.size() + 32);
    while (!object.empty()) {
        if (object.front() == '%') {
            object = from(object, object.find('\n'));
            continue;
        }
        if (const auto reference = is_digit(object.front()) ? reference_at(object) : std::nullopt) {
            const auto number = renumber(reference->object);
            if (number == 0) {
                return std::nullopt;
            }
            fmt::format_to(std::back_inserter(result), "{} 0 R", number);
            object.remove_prefix(reference->length);
            continue;
        }
        const auto length = token_length(object);
        result += object.substr(0, length);
        object.remove_prefix(length);
    }
    return result;
}

}  // namespace detour
