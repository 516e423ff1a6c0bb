// SPDX-License-Identifier: Apache-2.0
#include "print/combined_pdf.h"
#include "print/print.h"
#include "render/clinician_sheet.h"
#include "render/handout.h"
#include "support/sample_plan.h"

#include <catch2/catch.hpp>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFNumberTreeObjectHelper.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageLabelDocumentHelper.hh>

#include <algorithm>
#include <fcntl.h>
#include <map>
#include <unistd.h>

using namespace detour;

namespace {

using Entries = std::vector<std::pair<std::string, std::string>>;  // label, PDF

/// Four patients with 1, 4, 4 and 3 pages.
const Entries& entries() {
    static const Entries all = [] {
        auto context = DrawingContext::open().value();
        RenderOptions letter;
        letter.paper = Paper::letter;
        const auto draw = [&](const Document& document, const RenderOptions& options) {
            return draw_pdf(document, options, context).value();
        };
        return Entries{{"p-1", draw(write_handout(test::sample_referral(), {}), {})},
                       {"p-2", draw(write_handout(test::sample_plan(3), {}), letter)},
                       {"p (3) é", draw(write_handout(test::sample_plan(6), {}), {})},
                       {"p-4", draw(write_handout(test::sample_plan(3), {}), {})}};
    }();
    return all;
}

ByteSink into(std::string& bytes) {
    return [&bytes](std::string_view part) -> Expected<void> {
        bytes += part;
        return {};
    };
}

std::string combined(const Entries& all) {
    std::string bytes;
    CombinedPdf file(into(bytes), "Two & three");
    for (const auto& [label, pdf] : all) {
        REQUIRE(file.add(label, pdf));
    }
    REQUIRE(file.finish());
    return bytes;
}

void open(QPDF& pdf, const std::string& bytes) {
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("combined", bytes.data(), bytes.size());
}

std::string content_of(QPDFObjectHandle page) {
    const auto data = page.getKey("/Contents").getStreamData();
    return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

std::vector<std::string> contents_of(const std::string& bytes) {
    QPDF pdf;
    open(pdf, bytes);
    std::vector<std::string> contents;
    for (auto& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        contents.push_back(page.getObjectHandle().hasKey("/Contents") ? content_of(page.getObjectHandle()) : "");
    }
    return contents;
}

/// The tree of an element as text: tags, descriptions, scopes, and the page and number of each marked content.
std::string
outline_of(QPDFObjectHandle element, int page_shift, std::map<QPDFObjGen, int>& page_numbers, int page = -1) {
    if (element.isInteger()) {
        return std::to_string(page + page_shift) + ":" + std::to_string(element.getIntValue()) + " ";
    }
    if (element.isArray()) {
        std::string text;
        for (auto& kid : element.getArrayAsVector()) {
            text += outline_of(kid, page_shift, page_numbers, page);
        }
        return text;
    }
    if (element.hasKey("/Pg")) {
        page = page_numbers.at(element.getKey("/Pg").getObjGen());
    }
    if (element.hasKey("/MCID")) {
        return outline_of(element.getKey("/MCID"), page_shift, page_numbers, page);
    }
    const auto detail = [&](const char* key) {
        return element.hasKey(key) ? element.getKey(key).unparseResolved() : std::string();
    };
    return element.getKey("/S").getName() + detail("/Alt") + detail("/A") + "( " +
           (element.hasKey("/K") ? outline_of(element.getKey("/K"), page_shift, page_numbers, page) : "") + ")";
}

std::vector<std::string> trees_of(const std::string& bytes, const std::vector<int>& page_shifts) {
    QPDF pdf;
    open(pdf, bytes);
    std::map<QPDFObjGen, int> page_numbers;
    int number = 0;
    for (auto& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        page_numbers[page.getObjectHandle().getObjGen()] = number++;
    }
    auto tops = pdf.getRoot().getKey("/StructTreeRoot").getKey("/K");
    if (tops.getArrayItem(0).getKey("/K").getArrayItem(0).getKey("/S").getName() == "/Part") {
        tops = tops.getArrayItem(0).getKey("/K");
    }
    std::vector<std::string> trees;
    for (auto& top : tops.getArrayAsVector()) {
        trees.push_back(outline_of(top.getKey("/K"), page_shifts.at(trees.size()), page_numbers));
    }
    return trees;
}

}  // namespace

TEST_CASE("a combined file has an outline entry for each patient, on an odd page", "[print][combined]") {
    const auto bytes = combined(entries());
    QPDF pdf;
    open(pdf, bytes);
    const auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
    CHECK(pages.size() == 2 + 4 + 4 + 4);
    std::vector<std::string> titles;
    std::vector<std::size_t> starts;
    for (auto& item : QPDFOutlineDocumentHelper(pdf).getTopLevelOutlines()) {
        titles.push_back(item.getTitle());
        for (std::size_t i = 0; i < pages.size(); ++i) {
            if (pages[i].getObjectHandle().getObjGen() == item.getDestPage().getObjGen()) {
                starts.push_back(i);
            }
        }
    }
    CHECK(titles == std::vector<std::string>{"p-1", "p-2", "p (3) é", "p-4"});
    CHECK(starts == std::vector<std::size_t>{0, 2, 6, 10});
    CHECK(pdf.getWarnings().empty());
}

TEST_CASE("each page of a combined file is the page of its own file, and empty ones are empty", "[print][combined]") {
    std::vector<std::string> expected;
    for (const auto& [label, pdf] : entries()) {
        for (auto& content : contents_of(pdf)) {
            expected.push_back(std::move(content));
        }
        if (expected.size() % 2 == 1) {
            expected.emplace_back();
        }
    }
    CHECK(contents_of(combined(entries())) == expected);
}

TEST_CASE("pages of a combined file keep their paper, and are labelled with the patient", "[print][combined]") {
    const auto bytes = combined(entries());
    QPDF pdf;
    open(pdf, bytes);
    auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
    const auto width = [&](std::size_t page) {
        return static_cast<int>(pages.at(page).getObjectHandle().getKey("/MediaBox").getArrayItem(2).getNumericValue());
    };
    CHECK(width(1) == 595);
    CHECK(width(4) == 612);
    CHECK(width(5) == 612);
    QPDFPageLabelDocumentHelper labels(pdf);
    CHECK(labels.getLabelForPage(0).getKey("/P").getUTF8Value() == "p-1 ");
    CHECK(labels.getLabelForPage(4).getKey("/P").getUTF8Value() == "p-2 ");
    CHECK(labels.getLabelForPage(4).getKey("/St").getIntValue() == 3);
}

TEST_CASE("a combined file keeps the tags, descriptions and scopes of each document", "[print][combined][tags]") {
    std::vector<std::string> expected;
    const std::vector<int> starts = {0, 2, 6, 10};
    for (std::size_t i = 0; i < entries().size(); ++i) {
        expected.push_back(trees_of(entries()[i].second, {starts[i]}).at(0));
    }
    CHECK(trees_of(combined(entries()), {0, 0, 0, 0}) == expected);
}

TEST_CASE("marked content of each page of a combined file leads back to its element", "[print][combined][tags]") {
    const auto bytes = combined(entries());
    QPDF pdf;
    open(pdf, bytes);
    auto root = pdf.getRoot().getKey("/StructTreeRoot");
    QPDFNumberTreeObjectHelper parents(root.getKey("/ParentTree"), pdf);
    int tagged = 0;
    for (auto& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        auto object = page.getObjectHandle();
        if (!object.hasKey("/Contents")) {
            CHECK_FALSE(object.hasKey("/StructParents"));
            continue;
        }
        ++tagged;
        QPDFObjectHandle row;
        REQUIRE(parents.findObject(object.getKey("/StructParents").getIntValue(), row));
        for (auto& element : row.getArrayAsVector()) {
            CHECK(element.getKey("/Type").getName() == "/StructElem");
        }
        CHECK(row.getArrayItem(0).getKey("/Pg").getObjGen() == object.getObjGen());
    }
    CHECK(tagged == 1 + 4 + 4 + 3);
}

TEST_CASE("a combined file has language, title and date", "[print][combined]") {
    const auto bytes = combined(entries());
    QPDF pdf;
    open(pdf, bytes);
    auto root = pdf.getRoot();
    CHECK(root.getKey("/Lang").getUTF8Value() == "en");
    CHECK(root.getKey("/MarkInfo").getKey("/Marked").getBoolValue());
    CHECK(root.getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue());
    CHECK(pdf.getTrailer().getKey("/Info").getKey("/Title").getUTF8Value() == "Two & three");
    QPDF single;
    open(single, entries()[0].second);
    CHECK(pdf.getTrailer().getKey("/Info").getKey("/CreationDate").getStringValue() ==
          single.getTrailer().getKey("/Info").getKey("/CreationDate").getStringValue());
    auto first = root.getKey("/StructTreeRoot").getKey("/K").getArrayItem(0).getKey("/K").getArrayItem(0);
    CHECK(first.getKey("/S").getName() == "/Part");
    CHECK(first.getKey("/Lang").getUTF8Value() == "en");
    CHECK(first.getKey("/T").getUTF8Value() == "p-1");
    const auto data = root.getKey("/Metadata").getStreamData();
    const std::string metadata(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    CHECK(metadata.find(">Two &amp; three<") != std::string::npos);
}

TEST_CASE("the same documents give the same combined file", "[print][combined]") {
    CHECK(combined(entries()) == combined(entries()));
    CHECK(combined({entries()[0]}) != combined({entries()[1]}));
}

TEST_CASE("what is not a document of this program is refused, and others can be added after it", "[print][combined]") {
    std::string bytes;
    CombinedPdf file(into(bytes), "Two & three");
    const auto& whole = entries()[2].second;
    REQUIRE(file.add(entries()[0].first, entries()[0].second));
    const auto written = bytes.size();
    CHECK(file.add("p-9", "").error().message ==
          "cannot add p-9 to the combined file: not a PDF of this program, or damaged");
    CHECK_FALSE(file.add("p-9", "%PDF-1.5\nstartxref\n0\n%%EOF\n"));
    for (std::size_t size = 0; size < whole.size(); size += 997) {
        CHECK_FALSE(file.add("p-9", whole.substr(0, size)));
    }
    CHECK(bytes.size() == written);
    for (const auto& [label, pdf] : {entries()[1], entries()[2], entries()[3]}) {
        REQUIRE(file.add(label, pdf));
    }
    REQUIRE(file.finish());
    CHECK(bytes == combined(entries()));
}

TEST_CASE("a damaged document never breaks the combined file", "[print][combined]") {
    const auto& whole = entries()[0].second;
    for (std::size_t at = 0; at < whole.size(); at += 61) {
        auto damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x15);
        std::string bytes;
        CombinedPdf file(into(bytes), "Damaged");
        if (file.add("p-1", damaged)) {
            REQUIRE(file.finish());
        } else {
            CHECK(bytes.empty());
        }
    }
}

TEST_CASE("a sink that fails is reported at each later call", "[print][combined]") {
    const auto whole = combined(entries()).size();
    for (const std::size_t room : {std::size_t{0}, std::size_t{5000}, whole / 2, whole - 1}) {
        std::size_t taken = 0;
        CombinedPdf file(
            [&](std::string_view part) -> Expected<void> {
                taken += part.size();
                return taken > room ? failure("no room") : Expected<void>{};
            },
            "Two & three");
        std::vector<std::string> messages;
        for (const auto& [label, pdf] : entries()) {
            const auto added = file.add(label, pdf);
            messages.push_back(added ? "" : added.error().message);
        }
        CHECK(std::ranges::is_sorted(messages));
        CHECK(file.finish().error().message == "no room");
    }
}

TEST_CASE("a full device is reported in the words of the system", "[print][combined]") {
    const int device = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
    REQUIRE(device >= 0);
    CombinedPdf file(sink_to_descriptor(device), "Full");
    CHECK(file.add(entries()[0].first, entries()[0].second).error().message == "No space left on device");
    close(device);
}

TEST_CASE("a combined file without a document is refused, and so is adding after its end", "[print][combined]") {
    std::string bytes;
    CombinedPdf file(into(bytes), "Empty");
    CHECK(file.finish().error().message == "no document to combine");
    CHECK(bytes.empty());
    REQUIRE(file.add(entries()[0].first, entries()[0].second));
    REQUIRE(file.finish());
    CHECK(file.add("p-2", entries()[0].second).error().message == "the combined file is finished");
}

TEST_CASE("one patient and many make sound files", "[print][combined]") {
    for (const std::size_t count : {1U, 2U, 300U}) {
        Entries many;
        for (std::size_t i = 0; i < count; ++i) {
            many.emplace_back("p-" + std::to_string(i), entries()[i % 2].second);
        }
        const auto bytes = combined(many);
        QPDF pdf;
        open(pdf, bytes);
        CHECK(QPDFOutlineDocumentHelper(pdf).getTopLevelOutlines().size() == count);
        CHECK(QPDFPageDocumentHelper(pdf).getAllPages().size() == count / 2 * 4 + count / 2 * 2 + (count % 2) * 2);
        CHECK(pdf.getWarnings().empty());
    }
}
