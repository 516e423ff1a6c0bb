// SPDX-License-Identifier: Apache-2.0
#include "print/print.h"
#include "print/printed.h"
#include "render/clinician_sheet.h"
#include "render/handout.h"
#include "support/sample_plan.h"

#include <catch2/catch.hpp>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace detour;

namespace {

/// One for all tests: what was drawn before changes no byte, and opening one takes long.
DrawingContext& context() {
    static auto one = DrawingContext::open().value();
    return one;
}

Printed printed(const Document& document, Paper paper = Paper::a4) {
    RenderOptions options;
    options.paper = paper;
    return print_document(document, options, context()).value();
}

Printed printed_handout(int exercises, Paper paper = Paper::a4) {
    return printed(write_handout(test::sample_plan(exercises), {}), paper);
}

double page_height(Paper paper) {
    return paper == Paper::a4 ? 297 : 279.4;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::vector<DrawnText> texts_of_page(const Printed& pages, int page) {
    std::vector<DrawnText> texts;
    std::ranges::copy_if(
        pages.texts, std::back_inserter(texts), [&](const DrawnText& text) { return text.page == page; });
    return texts;
}

bool page_has(const Printed& pages, int page, const std::string& words) {
    const auto texts = texts_of_page(pages, page);
    return std::ranges::any_of(texts, [&](const DrawnText& text) { return has(text.text, words); });
}

/// Overlap by more than a line's inner spacing.
bool overlap(const Area& a, const Area& b) {
    constexpr double slack = 0.6;
    return a.x + a.width > b.x + slack && b.x + b.width > a.x + slack && a.y + a.height > b.y + slack &&
           b.y + b.height > a.y + slack;
}

std::vector<std::string> overlaps(const Printed& pages) {
    std::vector<std::string> faults;
    for (std::size_t i = 0; i < pages.texts.size(); ++i) {
        for (std::size_t j = i + 1; j < pages.texts.size(); ++j) {
            const auto& a = pages.texts[i];
            const auto& b = pages.texts[j];
            if (a.page == b.page && overlap(a.area, b.area)) {
                faults.push_back(a.text + " / " + b.text);
            }
        }
    }
    return faults;
}

/// Elements of the structure tree by their tag, those without their detail apart.
std::map<std::string, int> count_tags(QPDFObjectHandle element, std::set<std::string>& faults) {
    std::map<std::string, int> counts;
    if (element.isArray()) {
        for (auto& kid : element.getArrayAsVector()) {
            for (const auto& [tag, count] : count_tags(kid, faults)) {
                counts[tag] += count;
            }
        }
        return counts;
    }
    if (!element.isDictionary() || !element.hasKey("/S")) {
        return counts;
    }
    const auto tag = element.getKey("/S").getName();
    ++counts[tag];
    if (tag == "/Figure" && !element.hasKey("/Alt")) {
        faults.insert("a figure without description");
    }
    if (tag == "/TH" && !element.hasKey("/A")) {
        faults.insert("a table head without scope");
    }
    for (const auto& [kid, count] : count_tags(element.getKey("/K"), faults)) {
        counts[kid] += count;
    }
    return counts;
}

}  // namespace

TEST_CASE("no text of a handout is smaller than 11 points but the footer", "[print]") {
    for (int exercises = 1; exercises <= 6; ++exercises) {
        for (const auto paper : {Paper::a4, Paper::letter}) {
            for (const auto& text : printed_handout(exercises, paper).texts) {
                INFO(text.text);
                const bool footer = text.area.y > page_height(paper) - 12.5;
                CHECK((footer || text.size_pt >= 11));
            }
        }
    }
}

TEST_CASE("each page of a handout has the phone and its number among all", "[print]") {
    for (const auto& plan :
         {test::sample_plan(6), test::sample_referral(), test::sample_hold(), test::sample_soreness()}) {
        const auto pages = printed(write_handout(plan, {}));
        for (int page = 1; page <= pages.pages; ++page) {
            CHECK(page_has(pages, page, "Call 555-0100"));
            CHECK(page_has(pages, page, "Page " + std::to_string(page) + " of " + std::to_string(pages.pages)));
        }
    }
}

TEST_CASE("no text touches another or leaves the page", "[print]") {
    for (int exercises = 1; exercises <= 6; ++exercises) {
        for (const auto paper : {Paper::a4, Paper::letter}) {
            const auto plan = test::sample_plan(exercises);
            for (const auto& pages : {printed(write_handout(plan, {}), paper),
                                      printed(write_handout(test::lengthened(plan), {}), paper),
                                      printed(write_clinician_sheet(plan, {}), paper)}) {
                CHECK(overlaps(pages) == std::vector<std::string>{});
                for (const auto& text : pages.texts) {
                    INFO(text.text);
                    CHECK(text.area.x >= 9);
                    CHECK(text.area.x + text.area.width <= 210 - 9);
                    CHECK(text.area.y + text.area.height <= page_height(paper) - 5);
                }
            }
        }
    }
}

TEST_CASE("the warning signs are on the first page, whatever the length of the texts", "[print][safety]") {
    for (int exercises = 1; exercises <= 6; ++exercises) {
        for (const auto paper : {Paper::a4, Paper::letter}) {
            const auto plan = test::lengthened(test::sample_plan(exercises));
            CHECK(page_has(printed(write_handout(plan, {}), paper), 1, plan.phrases->at("stop.title")));
        }
    }
}

TEST_CASE("three exercises are three pages on A4, and six are four", "[print]") {
    CHECK(printed_handout(3).pages == 3);
    CHECK(printed_handout(6).pages == 4);
}

TEST_CASE("a part that can be squeezed follows on before it takes a new page", "[print]") {
    const auto pages_with = [](int lines, bool on_one_page) {
        const Section part{false, on_one_page, std::vector<Block>(10, Paragraph{"a line", {}, ""})};
        Document document;
        document.sections = {{true, false, std::vector<Block>(static_cast<std::size_t>(lines), part.blocks[0])}, part};
        return printed(document).pages;
    };
    bool is_squeezed = false;
    for (int lines = 20; lines <= 30; ++lines) {
        CHECK(pages_with(lines, true) <= pages_with(lines, false));
        is_squeezed = is_squeezed || pages_with(lines, true) < pages_with(lines, false);
    }
    CHECK(is_squeezed);
}

TEST_CASE("what helps on the way stands under the last card where there is room", "[print]") {
    for (const int exercises : {1, 2}) {
        CHECK(page_has(printed_handout(exercises), 2, test::sample_phrases()->at("advice.title")));
    }
}

TEST_CASE("four cards are two and two", "[print]") {
    const auto pages = printed_handout(4);
    CHECK(page_has(pages, 2, "Walking in a warm pool, chest deep"));
    CHECK_FALSE(page_has(pages, 2, "Bird dog, leg only"));
    CHECK(page_has(pages, 3, "Bird dog, leg only"));
    CHECK(page_has(pages, 3, "Lying on your front, up on elbows"));
}

TEST_CASE("the same document gives the same bytes", "[print]") {
    CHECK(printed_handout(3).pdf == printed_handout(3).pdf);
    const auto sheet = write_clinician_sheet(test::sample_plan(), {});
    CHECK(draw_pdf(sheet, {}).value() == draw_pdf(sheet, {}).value());
}

TEST_CASE("names in Greek, Cyrillic and Vietnamese are printed; a letter that no typeface has is a failure",
          "[print]") {
    auto plan = test::sample_plan();
    for (const auto* name : {"Ελένη Παπαδοπούλου", "Ольга Иванова", "Nguyễn Thị Ánh", "Łukasz Żółć"}) {
        plan.patient.name = name;
        CHECK(draw_pdf(write_handout(plan, {}), {}, context()).has_value());
    }
    plan.patient.name = "山田";
    CHECK(draw_pdf(write_handout(plan, {}), {}, context()).error().message ==
          "no typeface has every letter of 'For 山田'");
}

TEST_CASE("a long name shrinks, then takes a second line, and is never cut", "[print]") {
    auto plan = test::sample_plan();
    plan.therapist.clinic = "The Example Clinic for Backs, Hips and Knees at the Old Harbour";
    plan.therapist.name = "Alexandra Bartholomew-Montgomery, Doctor of Physical Therapy";
    const auto pages = printed(write_handout(plan, {}));
    CHECK(page_has(pages, 1, plan.therapist.name));
    CHECK(overlaps(pages) == std::vector<std::string>{});
}

TEST_CASE("pictures are described, table heads have a scope, the language and title are in the file", "[print][tags]") {
    const auto pages = printed_handout(4);
    REQUIRE(pages.has_tag_details);
    QPDF pdf;
    pdf.processMemoryFile("handout", pages.pdf.data(), pages.pdf.size());
    auto root = pdf.getRoot();
    std::set<std::string> faults;
    auto counts = count_tags(root.getKey("/StructTreeRoot").getKey("/K"), faults);
    CHECK(faults == std::set<std::string>{});
    CHECK(counts["/H1"] == 1);
    CHECK(counts["/H3"] == 4);
    CHECK(counts["/Table"] == 2);
    CHECK(root.getKey("/Lang").getUTF8Value() == "en");
    CHECK(root.getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue());
    CHECK(static_cast<int>(QPDFPageDocumentHelper(pdf).getAllPages().size()) == pages.pages);
    CHECK(pdf.getWarnings().empty());
}

TEST_CASE("a referral has no picture but the page's own signs", "[print][safety]") {
    const auto pages = printed(write_handout(test::sample_referral(), {}));
    QPDF pdf;
    pdf.processMemoryFile("referral", pages.pdf.data(), pages.pdf.size());
    std::set<std::string> faults;
    auto counts = count_tags(pdf.getRoot().getKey("/StructTreeRoot").getKey("/K"), faults);
    CHECK(counts["/Figure"] == 0);
    CHECK(pages.pages == 1);
}

TEST_CASE("a draft says so on each page", "[print]") {
    RenderOptions draft;
    draft.draft = true;
    const auto plain = print_document(write_handout(test::sample_plan(), {}), {}, context()).value();
    const auto marked = print_document(write_handout(test::sample_plan(), draft), draft, context()).value();
    CHECK(marked.pages == plain.pages);
    for (int page = 1; page <= marked.pages; ++page) {
        CHECK(page_has(marked, page, "DRAFT, NOT REVIEWED"));
        CHECK_FALSE(page_has(plain, page, "DRAFT, NOT REVIEWED"));
    }
}

TEST_CASE("a long table breaks between rows and repeats its head", "[print]") {
    Table table{"", {"Head of the column"}, {}, {1}, true};
    for (int row = 0; row < 120; ++row) {
        table.rows.push_back({"row " + std::to_string(row)});
    }
    Document document;
    document.kind = PageKind::clinician;
    document.page_label = "{page} of {pages}";
    document.sections = {{true, false, {Heading{2, "Title", {}}, table}}};
    const auto pages = printed(document);
    REQUIRE(pages.pages == 3);
    for (int page = 1; page <= 3; ++page) {
        CHECK(page_has(pages, page, "Head of the column"));
    }
    CHECK(page_has(pages, 3, "row 119"));
}

TEST_CASE("a page can be drawn as a picture; a page that is not there is a failure", "[print]") {
    const auto document = write_handout(test::sample_plan(1), {});
    CHECK(draw_png(document, {}, 1, 30).value().starts_with("\x89PNG"));
    CHECK(draw_png(document, {}, 9, 30).error().message == "there is no page 9; the document has 3");
}
