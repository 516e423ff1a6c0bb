// SPDX-License-Identifier: Apache-2.0
// Many documents as one tagged PDF for the printer, in the order in which they are added. Each is drawn on its own (by
// any thread, or long ago) and copied in, so that nothing is drawn twice, a document that fails harms no other, and no
// more than one is in memory.
#pragma once

#include "base/result.h"
#include "print/pdf_writer.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace detour {

/// Writes to an open file of the caller's. Fails with what the system said ("No space left on device").
ByteSink sink_to_descriptor(int descriptor);

/// For one thread at a time. Same documents in the same order, same bytes. Memory: some 200 bytes a document.
class CombinedPdf {
public:
    /// `title` is what the window of a reader shows. `sink` gets the file from front to back, a document a call.
    CombinedPdf(ByteSink sink, std::string title) : writer_(std::move(sink)), title_(std::move(title)) {}

    /// Adds a document that draw_pdf made, starting on an odd page: an empty page follows one with an odd number of
    /// pages. `label` (the patient's id, never the name) names it in the outline, on the pages' labels and in the
    /// structure. The first document gives the language and the date of the file.
    /// Fails if `pdf` is not such a document: then nothing was written, and others can be added. Fails if the sink
    /// fails: then the file is lost, and each later call fails with the same message.
    Expected<void> add(const std::string& label, std::string_view pdf);
    /// Ends the file; nothing can be added after it. Fails if the sink fails, or if there is no document.
    Expected<void> finish();

    std::size_t documents() const { return first_objects_.size(); }
    std::size_t pages() const { return pages_; }

private:
    class Copy;
    struct Outlined {
        std::string label;
        std::size_t page = 0;  ///< object of its first page
    };

    std::string outline_item(const Outlined& outlined, std::optional<std::size_t> next) const;
    std::vector<std::string> closing_objects() const;
    std::string kids(std::size_t place) const;

    PdfWriter writer_;
    std::string title_;
    std::string language_;  ///< as PDF text
    std::string date_;
    std::vector<std::uint32_t> first_objects_;  ///< of each document's group
    std::optional<Outlined> last_;              ///< written when it is known what follows
    std::size_t pages_ = 0;
    std::optional<Failure> lost_;
};

}  // namespace detour
