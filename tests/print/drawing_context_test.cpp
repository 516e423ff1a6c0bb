// SPDX-License-Identifier: Apache-2.0
#include "print/drawing_context.h"
#include "print/print.h"
#include "render/clinician_sheet.h"
#include "render/handout.h"
#include "support/sample_plan.h"

#include <catch2/catch.hpp>

#include <mutex>
#include <thread>

using namespace detour;

namespace {

std::vector<Document> some_documents() {
    std::vector<Document> documents;
    for (int exercises = 1; exercises <= 6; ++exercises) {
        documents.push_back(write_handout(test::sample_plan(exercises), {}));
    }
    documents.push_back(write_clinician_sheet(test::sample_plan(3), {}));
    documents.push_back(write_handout(test::sample_referral(), {}));
    return documents;
}

std::vector<std::string> drawn(const std::vector<Document>& documents, DrawingContext& context) {
    std::vector<std::string> files;
    for (const auto& document : documents) {
        files.push_back(draw_pdf(document, {}, context).value());
    }
    return files;
}

std::vector<std::string> drawn(const std::vector<Document>& documents) {
    auto context = DrawingContext::open().value();
    return drawn(documents, context);
}

}  // namespace

TEST_CASE("what a context drew before changes no byte", "[print]") {
    const auto documents = some_documents();
    auto context = DrawingContext::open().value();
    const auto first = drawn(documents, context);
    CHECK(drawn(documents, context) == first);
    CHECK(draw_pdf(documents[2], {}).value() == first[2]);
}

TEST_CASE("four threads that take turns draw what one thread draws", "[print][threads]") {
    const auto documents = some_documents();
    const auto expected = drawn(documents);
    std::vector<std::vector<std::string>> results(4);
    std::mutex turn;
    std::vector<std::jthread> threads;
    for (auto& result : results) {
        threads.emplace_back([&] {
            const std::scoped_lock lock(turn);
            result = drawn(documents);
        });
    }
    threads.clear();
    for (const auto& result : results) {
        CHECK(result == expected);
    }
}

TEST_CASE("the same words in another type are another text", "[print]") {
    using Weight = Paragraph::Weight;
    const std::vector<Block> blocks = {
        Paragraph{"the same words", Weight::plain, ""},
        Paragraph{"the same words", Weight::strong, ""},
        Paragraph{"the same words", Weight::faint, ""},
        Paragraph{"the same words", Weight::large, ""},
        Paragraph{"words", Weight::plain, "the same"},
        Heading{2, "the same words", {}},
        ItemList{false, "", {"the same words"}},
        Table{"", {"the same words", "the same words"}, {{"the same words", ""}}, {1, 3}},
        Message{"the same", "words"}};
    auto context = DrawingContext::open().value();
    for (const auto kind : {PageKind::handout, PageKind::clinician}) {
        for (const auto& block : blocks) {
            Document document;
            document.kind = kind;
            document.sections = {{true, false, {block}}};
            CHECK(draw_pdf(document, {}, context).value() == draw_pdf(document, {}).value());
        }
    }
}

TEST_CASE("a context forgets texts that documents no longer use", "[print]") {
    constexpr std::size_t most = 40;
    auto context = DrawingContext::open(most).value();
    std::size_t one_document = 0;
    for (int number = 0; number < 60; ++number) {
        Document document;
        document.sections = {{true, false, {Paragraph{"number " + std::to_string(number), {}, ""}}}};
        const auto pdf = draw_pdf(document, {}, context).value();
        one_document = number == 0 ? context.kept_texts() : one_document;
        CHECK(context.kept_texts() <= 2 * (most + one_document));
        CHECK((number > 0 || pdf == draw_pdf(document, {}).value()));
    }
}
