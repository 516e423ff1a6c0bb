// SPDX-License-Identifier: Apache-2.0
// Reads back the structure tree that Cairo 1.16 wrote and pairs it with the tags in the order in which they were
// opened. Anything unexpected: nothing is changed.
#include "print/pdf_tags.h"

#include "print/pdf_file.h"

#include <fmt/format.h>

#include <map>

namespace detour {
namespace {

std::string xml_text(std::string_view text) {
    std::string result;
    for (const char character : text) {
        result += character == '&' ? "&amp;" : character == '<' ? "&lt;" : std::string(1, character);
    }
    return result;
}

/// Elements in reading order: each before its kids.
bool walk(const PdfFile& file, std::size_t object, std::vector<std::size_t>& order, std::size_t most) {
    if (order.size() >= most) {
        return false;
    }
    order.push_back(object);
    for (const auto kid : pdf_references(file.dictionary(object), "/K ")) {
        if (!walk(file, kid, order, most)) {
            return false;
        }
    }
    return true;
}

/// What the tag adds to its element; empty: nothing.
std::string addition_of(const PdfTag& tag) {
    if (tag.name == "Figure") {
        return fmt::format("   /Alt {}\n", pdf_text(tag.alt));
    }
    if (tag.name == "TH") {
        return fmt::format("   /A << /O /Table /Scope /{} >>\n", tag.scope);
    }
    return "";
}

/// New texts of objects, by number.
using Changes = std::map<std::size_t, std::string>;

std::optional<Changes> changed_elements(const PdfFile& file, const std::vector<PdfTag>& tags) {
    const auto tree = pdf_number_after(file.dictionary(file.root()), "/StructTreeRoot ");
    std::vector<std::size_t> order;
    for (const auto top : pdf_references(file.dictionary(tree.value_or(0)), "/K ")) {
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
            changes[order[i]] = pdf_with(dictionary, addition);
        }
    }
    return changes;
}

std::string appended(const PdfFile& file, const Changes& changes) {
    std::string result(file.bytes());
    std::string table = "xref\n";
    for (const auto& [object, text] : changes) {
        table += fmt::format("{} 1\n{:010} 00000 n \n", object, result.size());
        result += fmt::format("{} 0 obj\n{}\nendobj\n", object, text);
    }
    const auto start = result.size();
    return result + table +
           fmt::format(
               "trailer\n<< /Size {}\n   /Root {} 0 R\n   /Info {} 0 R\n   /Prev {}\n>>\nstartxref\n{}\n%%EOF\n",
               file.size() + 1,
               file.root(),
               file.info(),
               file.xref(),
               start);
}

}  // namespace

std::string xmp_packet(const PdfAbout& about) {
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

std::optional<std::string>
with_tag_details(std::string_view pdf, const std::vector<PdfTag>& tags, const PdfAbout& about) {
    const auto file = PdfFile::open(pdf);
    if (!file) {
        return std::nullopt;
    }
    auto changes = changed_elements(*file, tags);
    if (!changes) {
        return std::nullopt;
    }
    const auto packet = xmp_packet(about);
    const auto metadata_object = file->size();
    (*changes)[metadata_object] =
        fmt::format("<< /Type /Metadata /Subtype /XML /Length {} >>\nstream\n{}\nendstream", packet.size(), packet);
    (*changes)[file->root()] =
        pdf_with(file->dictionary(file->root()),
                 fmt::format("   /Lang {}\n   /Metadata {} 0 R\n   /ViewerPreferences << /DisplayDocTitle true >>\n",
                             pdf_text(about.language),
                             metadata_object));
    return appended(*file, *changes);
}

}  // namespace detour
