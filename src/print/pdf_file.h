// SPDX-License-Identifier: Apache-2.0
// Reads back a PDF that draw_pdf made: plain objects as Cairo 1.16 writes them, cross-reference tables, updates
// appended. No other PDF: whatever is not as expected is "no such object". Any bytes will do.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace detour {

class PdfFile {
public:
    /// Views `bytes`, which outlive it. None if there is no cross-reference table with a trailer.
    static std::optional<PdfFile> open(std::string_view bytes);

    std::string_view bytes() const { return bytes_; }
    /// Objects are numbered from 1 to one less.
    std::size_t size() const { return offsets_.size(); }
    std::size_t root() const { return root_; }
    std::size_t info() const { return info_; }
    std::size_t xref() const { return xref_; }  ///< where the last cross-reference table starts

    /// What stands between `obj` and `endobj`; of a stream, its dictionary. Empty if there is no such object.
    std::string_view object(std::size_t number) const;
    /// From `<<` to `>>`, both included; empty if the object is none.
    std::string_view dictionary(std::size_t number) const;
    /// The bytes of a stream as they stand in the file, compressed; none if the object is no stream.
    std::optional<std::string_view> stream(std::size_t number) const;

private:
    bool read_table(std::size_t at);

    std::string_view bytes_;
    std::vector<std::size_t> offsets_;  ///< 0: no such object
    std::size_t root_ = 0;
    std::size_t info_ = 0;
    std::size_t xref_ = 0;
};

/// The digits at `at`.
std::optional<std::size_t> pdf_number_at(std::string_view text, std::size_t at);
/// The number behind the last `key`.
std::optional<std::size_t> pdf_number_after(std::string_view text, std::string_view key);
/// What is referred to in the array or reference behind `key` ("/Kids "), not in dictionaries inside it.
std::vector<std::size_t> pdf_references(std::string_view dictionary, std::string_view key);
/// The dictionary with lines before its end.
std::string pdf_with(std::string_view dictionary, std::string_view addition);
/// A text string in UTF-16.
std::string pdf_text(std::string_view utf8);
/// The object with each reference "7 0 R" as `renumber` says, without comments; none if that gives 0 for one.
std::optional<std::string> pdf_renumbered(std::string_view object,
                                          const std::function<std::size_t(std::size_t)>& renumber);

}  // namespace detour
