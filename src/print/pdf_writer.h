// SPDX-License-Identifier: Apache-2.0
// Writes a PDF from front to back, whatever its length: objects go out in groups, and only where each group and each
// stream starts is kept (some hundred bytes for a patient). Needs PDF 1.5 readers: object and cross-reference streams.
#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace detour {

/// Takes the next bytes of the file, or says why it cannot.
using ByteSink = std::function<Expected<void>(std::string_view bytes)>;

/// A stream object: its dictionary without /Length, and its bytes as they are stored.
struct PdfStream {
    std::string dictionary;
    std::string_view bytes;
};

/// Objects with consecutive numbers.
struct PdfGroup {
    std::vector<std::string> objects;  ///< the first numbers; written into one compressed stream
    std::vector<PdfStream> streams;    ///< the numbers after them
};

class PdfWriter {
public:
    explicit PdfWriter(ByteSink sink) : sink_(std::move(sink)) {}

    /// The number that the first object of the next group will have. Numbers from 1 to `reserved` belong to `finish`.
    std::size_t next_number() const { return next_; }
    /// The number that the group after one of this size will start with.
    std::size_t number_after(std::size_t objects, std::size_t streams) const { return next_ + objects + streams + 1; }
    /// Fails as the sink does.
    Expected<void> write(const PdfGroup& group);
    /// The objects with the numbers 1 to `reserved` (1: the catalogue, 2: what the file says of itself) and the end.
    Expected<void> finish(const std::vector<std::string>& objects);

    static constexpr std::size_t reserved = 9;

private:
    /// Numbers in a compressed stream, then numbers that stand on their own, the stream itself last.
    struct Span {
        std::uint32_t compressed = 0;
        std::uint32_t plain = 0;
    };

    Expected<void> send();
    void begin_object(std::size_t number);
    void add_stream(std::size_t number, std::string_view dictionary, std::string_view bytes);
    std::string cross_references(const std::vector<std::uint64_t>& of_reserved, std::uint64_t own) const;

    ByteSink sink_;
    std::string pending_;
    std::uint64_t sent_ = 0;
    std::size_t next_ = reserved + 1;
    std::vector<Span> spans_;
    std::vector<std::uint64_t> offsets_;  ///< of the plain ones, in the order of their numbers
};

}  // namespace detour
