// SPDX-License-Identifier: Apache-2.0
// Cairo could draw all documents on one surface, but keeps every element of the structure until the end and cannot
// write descriptions, scopes and languages. Copying finished documents keeps what with_tag_details wrote: objects get
// new numbers; page tree, structure tree, page labels and outline are written anew around them.
#include "print/combined_pdf.h"

#include "print/pdf_file.h"
#include "print/pdf_tags.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <iterator>
#include <system_error>
#include <unistd.h>

namespace detour {
namespace {

/// Objects that are written last, by number.
namespace fixed {
constexpr std::size_t pages = 3;
constexpr std::size_t structure = 4;
constexpr std::size_t parents = 5;
constexpr std::size_t labels = 6;
constexpr std::size_t outline = 7;
constexpr std::size_t metadata = 8;
constexpr std::size_t whole = 9;  ///< the top of the structure, over all documents
}  // namespace fixed

/// The first objects of each document's group. The outline item is the one of the document before.
namespace place {
constexpr std::size_t outline_before = 0;
constexpr std::size_t pages = 1;
constexpr std::size_t parents = 2;
constexpr std::size_t labels = 3;
constexpr std::size_t structure = 4;  ///< its top element
constexpr std::size_t blank = 5;      ///< a null where no empty page is needed
constexpr std::size_t count = 6;
}  // namespace place

/// A value that stands behind a key: up to the end of its line.
std::string_view value_of(std::string_view dictionary, std::string_view key) {
    const auto found = dictionary.find(key);
    if (found == std::string_view::npos) {
        return {};
    }
    const auto value = dictionary.substr(found + key.size());
    return value.substr(0, value.find('\n'));
}

/// Keys and objects of a number tree: "/Nums [ 0 22 0 R 1 23 0 R ]".
std::optional<std::vector<std::pair<std::size_t, std::size_t>>> number_tree(std::string_view dictionary) {
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    const auto begin = dictionary.find('[');
    const auto end = dictionary.find(']');
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) {
        return std::nullopt;
    }
    std::vector<std::size_t> numbers;
    auto rest = dictionary.substr(begin + 1, end - begin - 1);
    while (true) {
        rest.remove_prefix(std::min(rest.find_first_of("0123456789"), rest.size()));
        if (rest.empty()) {
            break;
        }
        numbers.push_back(pdf_number_at(rest, 0).value_or(0));
        rest.remove_prefix(std::min(rest.find_first_not_of("0123456789"), rest.size()));
    }
    for (std::size_t i = 0; i + 2 < numbers.size(); i += 3) {
        pairs.emplace_back(numbers[i], numbers[i + 1]);
    }
    return pairs;
}

/// A language from "<FEFF0065006E>".
std::string ascii_of(std::string_view text) {
    std::string result;
    for (std::size_t at = std::string_view("<FEFF").size(); at + 4 < text.size(); at += 4) {
        int code = 0;
        std::from_chars(text.data() + at, text.data() + at + 4, code, 16);
        result += static_cast<char>(code);
    }
    return result;
}

/// Plain where it can be, so that it can be read in the file.
std::string label_text(const std::string& label) {
    const auto is_plain = [](char letter) {
        return letter >= ' ' && letter <= '~' && letter != '(' && letter != ')' && letter != '\\';
    };
    return std::ranges::all_of(label, is_plain) ? "(" + label + ")" : pdf_text(label);
}

std::string without(std::string_view text, std::string_view part) {
    std::string result(text);
    if (const auto found = text.find(part); !part.empty() && found != std::string_view::npos) {
        result.erase(found, part.size());
    }
    return result;
}

}  // namespace

ByteSink sink_to_descriptor(int descriptor) {
    return [descriptor](std::string_view bytes) -> Expected<void> {
        while (!bytes.empty()) {
            const auto written = ::write(descriptor, bytes.data(), bytes.size());
            if (written < 0 && errno != EINTR) {
                return failure(std::generic_category().message(errno));
            }
            bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
        }
        return {};
    };
}

/// One document on its way into the file. Members that are empty say that the document is not one of ours.
class CombinedPdf::Copy {
public:
    Copy(const PdfFile& file, std::size_t first, std::size_t first_page)
        : file_(file), numbers_(file.size()), first_(first), first_page_(first_page) {}

    /// Finds the parts of the document; false if one is missing.
    bool read() {
        const auto catalogue = file_.dictionary(file_.root());
        const auto tree = pdf_number_after(catalogue, "/StructTreeRoot ").value_or(0);
        const auto page_tree = pdf_number_after(catalogue, "/Pages ").value_or(0);
        const auto parents = pdf_number_after(file_.dictionary(tree), "/ParentTree ").value_or(0);
        const auto tops = pdf_references(file_.dictionary(tree), "/K ");
        const auto keys = number_tree(file_.dictionary(parents));
        pages_ = pdf_references(file_.dictionary(page_tree), "/Kids ");
        language_ = value_of(catalogue, "/Lang ");
        const auto is_a_page = [&](const auto& row) { return row.first < pages_.size(); };
        if (tops.size() != 1 || pages_.empty() || !keys || !std::ranges::all_of(*keys, is_a_page) ||
            language_.empty() || date().empty() || file_.dictionary(tops[0]).empty()) {
            return false;
        }
        keys_ = *keys;
        top_ = tops[0];
        const auto metadata = pdf_number_after(catalogue, "/Metadata ").value_or(0);
        const std::vector<std::size_t> replaced = {
            0, file_.root(), file_.info(), metadata, tree, page_tree, parents, top_};
        if (!number_others(replaced)) {
            return false;
        }
        map(tree, fixed::whole);
        map(page_tree, first_ + place::pages);
        map(top_, first_ + place::structure);
        return true;
    }

    std::size_t pages() const { return pages_.size() + pages_.size() % 2; }
    std::size_t first_page() const { return numbers_.at(pages_.front()); }
    std::string_view language() const { return language_; }
    std::string_view date() const { return value_of(file_.dictionary(file_.info()), "/CreationDate "); }
    std::size_t object_count() const { return place::count + objects_.size(); }
    std::size_t stream_count() const { return streams_.size(); }

    /// Everything but the outline item of the document before; none if a reference leads nowhere.
    std::optional<PdfGroup> group(const std::string& label) const {
        PdfGroup group;
        group.objects = {"", page_node(), parent_node(), label_node(label), "", blank_page()};
        auto top = renumbered(as_part(label));
        if (!top) {
            return std::nullopt;
        }
        group.objects[place::structure] = std::move(*top);
        for (const auto number : objects_) {
            auto object = renumbered(with_page_key(file_.object(number)));
            if (!object) {
                return std::nullopt;
            }
            group.objects.push_back(std::move(*object));
        }
        for (const auto number : streams_) {
            const auto dictionary = file_.dictionary(number);
            const auto length = value_of(dictionary, "/Length ");
            auto bare = renumbered(without(dictionary, fmt::format("/Length {}", length_part(length))));
            if (!bare) {
                return std::nullopt;
            }
            group.streams.push_back({std::move(*bare), file_.stream(number).value()});
        }
        return group;
    }

private:
    /// A number, or the reference to one.
    static std::string_view length_part(std::string_view line) {
        return line.substr(0, line.find_first_not_of("0123456789 R"));
    }

    /// The top element, now one part of the whole.
    std::string as_part(const std::string& label) const {
        constexpr std::string_view tag = "/S /Document\n";
        const auto details = fmt::format("   /Lang {}\n   /T {}\n", language_, label_text(label));
        return "<< /S /Part\n" + without(pdf_with(file_.dictionary(top_), details), tag).substr(2);
    }

    void map(std::size_t from, std::size_t to) {
        if (from < numbers_.size()) {
            numbers_[from] = to;
        }
    }

    /// Objects first, then streams. What is only the length of a stream is left out.
    bool number_others(const std::vector<std::size_t>& replaced) {
        std::vector<bool> is_left_out(file_.size());
        for (const auto number : replaced) {
            if (number >= is_left_out.size()) {
                return false;
            }
            is_left_out[number] = true;
        }
        for (std::size_t number = 1; number < file_.size(); ++number) {
            if (file_.stream(number)) {
                const auto length = pdf_references(file_.dictionary(number), "/Length ");
                std::ranges::for_each(length, [&](std::size_t one) { is_left_out.at(one) = true; });
            }
        }
        for (std::size_t number = 1; number < file_.size(); ++number) {
            if (!is_left_out[number] && !file_.object(number).empty()) {
                (file_.stream(number) ? streams_ : objects_).push_back(number);
            }
        }
        auto next = first_ + place::count;
        for (const auto* numbers : {&objects_, &streams_}) {
            std::ranges::for_each(*numbers, [&](std::size_t number) { map(number, next++); });
        }
        return std::ranges::all_of(pages_,
                                   [&](std::size_t page) { return page < numbers_.size() && numbers_[page] != 0; });
    }

    std::optional<std::string> renumbered(std::string_view object) const {
        return pdf_renumbered(object,
                              [&](std::size_t number) { return number < numbers_.size() ? numbers_[number] : 0; });
    }

    /// A page names its row of the parent tree; rows are numbered through the whole file.
    std::string with_page_key(std::string_view object) const {
        constexpr std::string_view key = "/StructParents ";
        std::string result(object);
        if (const auto found = object.find(key); found != std::string_view::npos) {
            const auto begin = found + key.size();
            const auto end = object.find_first_not_of("0123456789", begin);
            result.replace(begin, end - begin, fmt::to_string(first_page_ + pdf_number_at(object, begin).value_or(0)));
        }
        return result;
    }

    std::string page_node() const {
        std::string kids;
        for (const auto page : pages_) {
            fmt::format_to(std::back_inserter(kids), "{} 0 R ", numbers_[page]);
        }
        if (pages_.size() % 2 == 1) {
            fmt::format_to(std::back_inserter(kids), "{} 0 R ", first_ + place::blank);
        }
        return fmt::format("<< /Type /Pages /Parent {} 0 R /Kids [ {}] /Count {} >>", fixed::pages, kids, pages());
    }

    std::string blank_page() const {
        if (pages_.size() % 2 == 0) {
            return "null";
        }
        return fmt::format("<< /Type /Page /Parent {} 0 R /MediaBox {} /Resources << >> >>",
                           first_ + place::pages,
                           value_of(file_.dictionary(pages_.back()), "/MediaBox "));
    }

    std::string parent_node() const {
        std::string rows;
        for (const auto& [key, object] : keys_) {
            const auto number = object < numbers_.size() ? numbers_[object] : 0;
            fmt::format_to(std::back_inserter(rows), "{} {} 0 R ", first_page_ + key, number);
        }
        return fmt::format("<< /Limits [ {} {} ] /Nums [ {}] >>", first_page_, first_page_ + pages_.size() - 1, rows);
    }

    std::string label_node(const std::string& label) const {
        return fmt::format(
            "<< /Limits [ {0} {0} ] /Nums [ {0} << /S /D /P {1} >> ] >>", first_page_, label_text(label + " "));
    }

    const PdfFile& file_;
    std::vector<std::size_t> numbers_;  ///< new ones by old; 0: left out
    std::size_t first_;
    std::size_t first_page_;
    std::size_t top_ = 0;
    std::vector<std::size_t> pages_;
    std::vector<std::pair<std::size_t, std::size_t>> keys_;
    std::string_view language_;
    std::vector<std::size_t> objects_;
    std::vector<std::size_t> streams_;
};

Expected<void> CombinedPdf::add(const std::string& label, std::string_view pdf) {
    if (lost_) {
        return tl::unexpected(*lost_);
    }
    const auto file = PdfFile::open(pdf);
    auto copy = file ? std::optional<Copy>(std::in_place, *file, writer_.next_number(), pages_) : std::nullopt;
    constexpr std::size_t most_objects = 0xFFFF;
    auto group = copy && copy->read() && copy->object_count() <= most_objects ? copy->group(label) : std::nullopt;
    if (!group) {
        return failure(fmt::format("cannot add {} to the combined file: not a PDF of this program, or damaged", label));
    }
    const auto next = writer_.number_after(copy->object_count(), copy->stream_count());
    group->objects[place::outline_before] = last_ ? outline_item(*last_, next) : "null";
    if (!last_) {
        language_ = copy->language();
        date_ = copy->date();
    }
    first_objects_.push_back(static_cast<std::uint32_t>(writer_.next_number()));
    last_ = Outlined{label, copy->first_page()};
    pages_ += copy->pages();
    return writer_.write(*group).map_error([&](Failure&& fault) {
        lost_ = fault;
        return std::move(fault);
    });
}

/// The item of document i is the first object of the group after it.
std::string CombinedPdf::outline_item(const Outlined& outlined, std::optional<std::size_t> next) const {
    const auto count = first_objects_.size();
    const auto before = count > 1 ? fmt::format(" /Prev {} 0 R", first_objects_[count - 1]) : "";
    const auto after = next ? fmt::format(" /Next {} 0 R", *next) : "";
    return fmt::format("<< /Title {} /Parent {} 0 R{}{} /Dest [ {} 0 R /Fit ] >>",
                       label_text(outlined.label),
                       fixed::outline,
                       before,
                       after,
                       outlined.page);
}

std::string CombinedPdf::kids(std::size_t place) const {
    std::string result = "[";
    for (const auto first : first_objects_) {
        fmt::format_to(std::back_inserter(result), "\n{} 0 R", first + place);
    }
    return result + " ]";
}

std::vector<std::string> CombinedPdf::closing_objects() const {
    const auto packet = xmp_packet({title_, ascii_of(language_)});
    const auto last_item = writer_.next_number();
    const auto first_item = first_objects_.size() > 1 ? first_objects_[1] : last_item;
    return {
        fmt::format("<< /Type /Catalog /Pages {} 0 R /StructTreeRoot {} 0 R /MarkInfo << /Marked true >>\n"
                    "   /PageLabels {} 0 R /Outlines {} 0 R /PageMode /UseOutlines /Lang {} /Metadata {} 0 R\n"
                    "   /ViewerPreferences << /DisplayDocTitle true >> >>",
                    fixed::pages,
                    fixed::structure,
                    fixed::labels,
                    fixed::outline,
                    language_,
                    fixed::metadata),
        fmt::format("<< /Title {} /Creator (Detour) /Producer (Detour) /CreationDate {} >>", pdf_text(title_), date_),
        fmt::format("<< /Type /Pages /Kids {} /Count {} >>", kids(place::pages), pages_),
        fmt::format("<< /Type /StructTreeRoot /ParentTree {} 0 R /ParentTreeNextKey {} /K [ {} 0 R ] >>",
                    fixed::parents,
                    pages_,
                    fixed::whole),
        fmt::format("<< /Kids {} >>", kids(place::parents)),
        fmt::format("<< /Kids {} >>", kids(place::labels)),
        fmt::format(
            "<< /Type /Outlines /First {} 0 R /Last {} 0 R /Count {} >>", first_item, last_item, first_objects_.size()),
        fmt::format("<< /Type /Metadata /Subtype /XML /Length {} >>\nstream\n{}\nendstream", packet.size(), packet),
        fmt::format("<< /Type /StructElem /S /Document /P {} 0 R /K {} >>", fixed::structure, kids(place::structure))};
}

Expected<void> CombinedPdf::finish() {
    if (lost_) {
        return tl::unexpected(*lost_);
    }
    if (!last_) {
        return failure("no document to combine");
    }
    lost_ = Failure{"the combined file is finished"};
    const auto closing = closing_objects();
    PdfGroup group;
    group.objects = {outline_item(*last_, std::nullopt)};
    return writer_.write(group).and_then([&] { return writer_.finish(closing); });
}

}  // namespace detour
