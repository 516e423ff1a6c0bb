// SPDX-License-Identifier: Apache-2.0
// Reads back the structure tree that Cairo 1.16 wrote (plain objects, one xref table) and pairs it with the tags in the
// order in which they were opened. Anything unexpected: nothing is changed.
#include "print/pdf_tags.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>

namespace detour {
namespace {

std::optional<std::size_t> number_at(std::string_view text, std::size_t at) {
    std::size_t value = 0;
    if (at > text.size()) {
        return std::nullopt;
    }
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), value);
    return error == std::errc{} ? std::optional(value) : std::nullopt;
}

std::optional<std::size_t> number_after(std::string_view text, std::string_view key) {
    const auto found = text.rfind(key);
    return found == std::string_view::npos ? std::nullopt : number_at(text, found + key.size());
}

/// The bytes of a finished file and where its objects start.
struct PdfFile {
    std::string_view bytes;
    std::size_t xref = 0;
    std::vector<std::size_t> offsets;
    std::size_t root = 0;
    std::size_t info = 0;

    /// From `<<` to `>>`, both included; empty if there is no such object.
    std::string_view dictionary(std::size_t object) const {
        if (object >= offsets.size()) {
            return {};
        }
        const auto end = bytes.find("\nendobj", offsets[object]);
        const auto whole = bytes.substr(offsets[object], end - offsets[object]);
        const auto begin = whole.find("<<");
        const auto last = whole.rfind(">>");
        return end == std::string_view::npos || begin == std::string_view::npos || last == std::string_view::npos
                   ? std::string_view{}
                   : whole.substr(begin, last + 2 - begin);
    }
};

std::optional<PdfFile> open_pdf(std::string_view bytes) {
    constexpr std::size_t entry_size = 20;
    constexpr std::string_view table_head = "xref\n0 ";
    PdfFile file{bytes, 0, {}, 0, 0};
    const auto xref = number_after(bytes, "startxref\n");
    if (!xref || bytes.substr(std::min(*xref, bytes.size()), table_head.size()) != table_head) {
        return std::nullopt;
    }
    file.xref = *xref;
    const auto count = number_at(bytes, *xref + table_head.size());
    auto at = bytes.find('\n', *xref + table_head.size());
    const auto trailer = bytes.substr(*xref);
    const auto root = number_after(trailer, "/Root ");
    const auto info = number_after(trailer, "/Info ");
    if (!count || !root || !info || at == std::string_view::npos || at + 1 + *count * entry_size > bytes.size()) {
        return std::nullopt;
    }
    ++at;
    for (std::size_t object = 0; object < *count; ++object) {
        const auto digits = bytes.substr(at + object * entry_size, 10);
        const auto first = digits.find_first_not_of('0');
        file.offsets.push_back(first == std::string_view::npos ? 0 : number_at(digits, first).value_or(0));
    }
    file.root = *root;
    file.info = *info;
    return file;
}

/// The elements among the kids of one: references outside of nested dictionaries ("/K [ 0 7 0 R << .. >> 8 0 R ]").
std::vector<std::size_t> kids_of(std::string_view dictionary) {
    std::vector<std::size_t> kids;
    const auto key = dictionary.find("/K ");
    if (key == std::string_view::npos) {
        return kids;
    }
    auto value = dictionary.substr(key + 3);
    const bool is_list = value.starts_with("[");
    value = value.substr(is_list ? 1 : 0, value.find(is_list ? ']' : '\n') - (is_list ? 1 : 0));
    std::vector<std::string_view> words;
    int depth = 0;
    while (!value.empty()) {
        const auto end = std::min(value.find_first_of(" \n"), value.size());
        const auto word = value.substr(0, end);
        value.remove_prefix(std::min(end + 1, value.size()));
        depth += word == "<<" ? 1 : word == ">>" ? -1 : 0;
        if (depth == 0 && !word.empty()) {
            words.push_back(word);
        }
        if (depth == 0 && word == "R" && words.size() >= 3) {
            kids.push_back(number_at(words[words.size() - 3], 0).value_or(0));
        }
    }
    return kids;
}

/// Elements in reading order: each before its kids.
bool walk(const PdfFile& file, std::size_t object, std::vector<std::size_t>& order, std::size_t most) {
    if (order.size() >= most) {
        return false;
    }
    order.push_back(object);
    for (const auto kid : kids_of(file.dictionary(object))) {
        if (!walk(file, kid, order, most)) {
            return false;
        }
    }
    return true;
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

/// A PDF text string in UTF-16.
std::string text_string(std::string_view text) {
    std::string result = "<FEFF";
    for (const auto point : code_points(text)) {
        if (point < 0x10000) {
            result += fmt::format("{:04X}", point);
        } else {
            const auto rest = point - 0x10000;
            result += fmt::format("{:04X}{:04X}", 0xD800 + (rest >> 10), 0xDC00 + (rest & 0x3FF));
        }
    }
    return result + ">";
}

std::string xml_text(std::string_view text) {
    std::string result;
    for (const char character : text) {
        result += character == '&' ? "&amp;" : character == '<' ? "&lt;" : std::string(1, character);
    }
    return result;
}

std::string metadata(const PdfAbout& about) {
    return fmt::format(R"(<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>)",
                       xml_text(about.title),
                       xml_text(about.language));
}

/// What the tag adds to its element; empty: nothing.
std::string addition_of(const PdfTag& tag) {
    if (tag.name == "Figure") {
        return fmt::format("   /Alt {}\n", text_string(tag.alt));
    }
    if (tag.name == "TH") {
        return fmt::format("   /A << /O /Table /Scope /{} >>\n", tag.scope);
    }
    return "";
}

std::string with_addition(std::string_view dictionary, const std::string& addition) {
    return std::string(dictionary.substr(0, dictionary.size() - 2)) + addition + ">>";
}

/// New texts of objects, by number.
using Changes = std::map<std::size_t, std::string>;

std::optional<Changes> changed_elements(const PdfFile& file, const std::vector<PdfTag>& tags) {
    const auto tree = number_after(file.dictionary(file.root), "/StructTreeRoot ");
    std::vector<std::size_t> order;
    for (const auto top : kids_of(file.dictionary(tree.value_or(0)))) {
        if (!walk(file, top, order, tags.size())) {
            return std::nullopt;
        }
    }
    if (order.size() != tags.size()) {
        return std::nullopt;
    }
    Changes changes;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto dictionary = file.dictionary(order[i]);
        if (dictionary.find(fmt::format("/S /{}\n", tags[i].name)) == std::string_view::npos) {
            return std::nullopt;
        }
        if (const auto addition = addition_of(tags[i]); !addition.empty()) {
            changes[order[i]] = with_addition(dictionary, addition);
        }
    }
    return changes;
}

std::string appended(const PdfFile& file, const Changes& changes) {
    std::string result(file.bytes);
    std::string table = "xref\n";
    for (const auto& [object, text] : changes) {
        table += fmt::format("{} 1\n{:010} 00000 n \n", object, result.size());
        result += fmt::format("{} 0 obj\n{}\nendobj\n", object, text);
    }
    const auto start = result.size();
    return result + table +
           fmt::format(
               "trailer\n<< /Size {}\n   /Root {} 0 R\n   /Info {} 0 R\n   /Prev {}\n>>\nstartxref\n{}\n%%EOF\n",
               file.offsets.size() + 1,
               file.root,
               file.info,
               file.xref,
               start);
}

}  // namespace

std::optional<std::string>
with_tag_details(std::string_view pdf, const std::vector<PdfTag>& tags, const PdfAbout& about) {
    const auto file = open_pdf(pdf);
    if (!file) {
        return std::nullopt;
    }
    auto changes = changed_elements(*file, tags);
    if (!changes) {
        return std::nullopt;
    }
    const auto packet = metadata(about);
    const auto metadata_object = file->offsets.size();
    (*changes)[metadata_object] =
        fmt::format("<< /Type /Metadata /Subtype /XML /Length {} >>\nstream\n{}\nendstream", packet.size(), packet);
    (*changes)[file->root] = with_addition(
        file->dictionary(file->root),
        fmt::format("   /Lang {}\n   /Metadata {} 0 R\n   /ViewerPreferences << /DisplayDocTitle true >>\n",
                    text_string(about.language),
                    metadata_object));
    return appended(*file, *changes);
}

}  // namespace detour
