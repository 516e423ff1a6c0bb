// SPDX-License-Identifier: Apache-2.0
#include "print/pdf_writer.h"

#include <fmt/format.h>

#include <array>
#include <iterator>
#include <new>
#include <zlib.h>

namespace detour {
namespace {

constexpr std::string_view file_head = "%PDF-1.7\n%\xB5\xED\xAE\xFB\n";

std::string compressed(std::string_view bytes) {
    auto size = compressBound(static_cast<uLong>(bytes.size()));
    std::string result(size, '\0');
    if (compress2(reinterpret_cast<Bytef*>(result.data()),
                  &size,
                  reinterpret_cast<const Bytef*>(bytes.data()),
                  static_cast<uLong>(bytes.size()),
                  Z_DEFAULT_COMPRESSION) != Z_OK) {
        throw std::bad_alloc();  // the only way that it can fail
    }
    result.resize(size);
    return result;
}

/// Deflates bytes as they come, so that only the compressed ones are kept.
class Deflater {
public:
    Deflater() {
        if (deflateInit(&stream_, Z_DEFAULT_COMPRESSION) != Z_OK) {
            throw std::bad_alloc();
        }
    }
    ~Deflater() { deflateEnd(&stream_); }
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;

    void add(std::string_view bytes, bool is_last = false) {
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib only reads it
        stream_.avail_in = static_cast<uInt>(bytes.size());
        do {
            stream_.next_out = reinterpret_cast<Bytef*>(buffer_.data());
            stream_.avail_out = static_cast<uInt>(buffer_.size());
            deflate(&stream_, is_last ? Z_FINISH : Z_NO_FLUSH);
            result_.append(buffer_.data(), buffer_.size() - stream_.avail_out);
        } while (stream_.avail_out == 0);
    }
    std::string take() {
        add({}, true);
        return std::move(result_);
    }

private:
    z_stream stream_{};
    std::array<char, 16384> buffer_{};
    std::string result_;
};

/// Rows of a cross-reference stream, each as the difference to the one above it (PNG predictor "up"): rows of a group
/// differ by one in one byte, so that millions of them deflate to little.
class Rows {
public:
    static constexpr std::array<std::size_t, 3> widths = {1, 6, 2};
    static constexpr std::size_t size = 9;

    void add(std::uint64_t kind, std::uint64_t where, std::uint64_t index) {
        const std::array values = {kind, where, index};
        std::array<unsigned char, size> row{};
        std::size_t at = 0;
        for (std::size_t field = 0; field < widths.size(); ++field) {
            for (auto byte = widths[field]; byte-- > 0;) {
                row[at++] = static_cast<unsigned char>(values[field] >> (8 * byte));
            }
        }
        std::array<char, size + 1> difference{2};
        for (std::size_t i = 0; i < size; ++i) {
            difference[i + 1] = static_cast<char>(row[i] - above_[i]);
        }
        above_ = row;
        deflater_.add({difference.data(), difference.size()});
    }
    std::string take() { return deflater_.take(); }

private:
    std::array<unsigned char, size> above_{};
    Deflater deflater_;
};

}  // namespace

Expected<void> PdfWriter::send() {
    sent_ += pending_.size();
    auto sent = sink_(pending_);
    pending_.clear();
    return sent;
}

void PdfWriter::begin_object(std::size_t number) {
    if (sent_ == 0 && pending_.empty()) {
        pending_ = file_head;
    }
    offsets_.push_back(sent_ + pending_.size());
    fmt::format_to(std::back_inserter(pending_), "{} 0 obj\n", number);
}

void PdfWriter::add_stream(std::size_t number, std::string_view dictionary, std::string_view bytes) {
    begin_object(number);
    fmt::format_to(std::back_inserter(pending_),
                   "{}   /Length {}\n>>\nstream\n",
                   dictionary.substr(0, dictionary.size() - 2),
                   bytes.size());
    pending_.append(bytes).append("\nendstream\nendobj\n");
}

Expected<void> PdfWriter::write(const PdfGroup& group) {
    std::string places;
    std::string bodies;
    auto number = next_;
    for (const auto& object : group.objects) {
        fmt::format_to(std::back_inserter(places), "{} {} ", number++, bodies.size());
        bodies.append(object).append("\n");
    }
    for (const auto& stream : group.streams) {
        add_stream(number++, stream.dictionary, stream.bytes);
    }
    add_stream(
        number++,
        fmt::format("<< /Type /ObjStm /N {} /First {} /Filter /FlateDecode >>", group.objects.size(), places.size()),
        compressed(places + bodies));
    next_ = number;
    spans_.push_back(
        {static_cast<std::uint32_t>(group.objects.size()), static_cast<std::uint32_t>(group.streams.size() + 1)});
    return send();
}

Expected<void> PdfWriter::finish(const std::vector<std::string>& objects) {
    const auto plain = offsets_.size();
    for (std::size_t i = 0; i < objects.size(); ++i) {
        begin_object(i + 1);
        pending_.append(objects[i]).append("\nendobj\n");
    }
    const std::vector<std::uint64_t> of_reserved(offsets_.begin() + static_cast<std::ptrdiff_t>(plain), offsets_.end());
    offsets_.resize(plain);
    const auto own = sent_ + pending_.size();
    const auto dictionary =
        fmt::format("<< /Type /XRef /Size {} /Root 1 0 R /Info 2 0 R /W [ {} ] /Filter /FlateDecode\n"
                    "   /DecodeParms << /Predictor 12 /Columns {} >> >>",
                    next_ + 1,
                    fmt::join(Rows::widths, " "),
                    Rows::size);
    add_stream(next_, dictionary, cross_references(of_reserved, own));
    fmt::format_to(std::back_inserter(pending_), "startxref\n{}\n%%EOF\n", own);
    return send();
}

std::string PdfWriter::cross_references(const std::vector<std::uint64_t>& of_reserved, std::uint64_t own) const {
    constexpr std::uint64_t is_free = 0;
    constexpr std::uint64_t is_plain = 1;
    constexpr std::uint64_t is_compressed = 2;
    Rows rows;
    rows.add(is_free, 0, 65535);
    for (const auto offset : of_reserved) {
        rows.add(is_plain, offset, 0);
    }
    std::size_t first = reserved + 1;
    std::size_t plain = 0;
    for (const auto& span : spans_) {
        const auto end = first + span.compressed + span.plain;
        for (std::size_t index = 0; index < span.compressed; ++index) {
            rows.add(is_compressed, end - 1, index);
        }
        for (std::size_t i = 0; i < span.plain; ++i) {
            rows.add(is_plain, offsets_[plain++], 0);
        }
        first = end;
    }
    rows.add(is_plain, own, 0);
    return rows.take();
}

}  // namespace detour
