// SPDX-License-Identifier: Apache-2.0
#include "print/layout.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <utility>

namespace detour {
namespace {

using Blocks = std::span<const Block>;

template <class T>
bool is(const Block& block) {
    return std::holds_alternative<T>(block);
}

double gap_between(const Block& above, const Block& below, PageKind kind, double tightness) {
    if (kind == PageKind::clinician) {
        return is<Heading>(above) ? 0.8 : is<Heading>(below) ? 2.6 : 1.4;
    }
    if (is<Heading>(above)) {
        return squeezed(2.2, 1.2, tightness);
    }
    if (is<Paragraph>(above) && is<Paragraph>(below)) {
        return squeezed(2.2, 1, tightness);
    }
    if (is<ExerciseCard>(above) && is<ExerciseCard>(below)) {
        return 4;
    }
    return squeezed(7, 3, tightness);
}

/// How many rows a block has between which a page may break; 0: it stays whole.
std::size_t rows_of(const Block& block) {
    if (const auto* table = std::get_if<Table>(&block)) {
        return table->rows.size();
    }
    if (const auto* grid = std::get_if<FigureGrid>(&block)) {
        const auto columns = static_cast<std::size_t>(std::max(grid->columns, 1));
        return (grid->figures.size() + columns - 1) / columns;
    }
    return 0;
}

template <class T>
std::vector<T> slice(const std::vector<T>& items, std::size_t from, std::size_t to) {
    const auto begin = items.begin() + static_cast<std::ptrdiff_t>(std::min(from, items.size()));
    return {begin, items.begin() + static_cast<std::ptrdiff_t>(std::min(to, items.size()))};
}

/// Rows `from` up to `to` of a block that has rows.
Block rows_from(const Block& block, std::size_t from, std::size_t to) {
    if (const auto* grid = std::get_if<FigureGrid>(&block)) {
        const auto columns = static_cast<std::size_t>(std::max(grid->columns, 1));
        return FigureGrid{grid->columns, slice(grid->figures, from * columns, to * columns)};
    }
    auto part = std::get<Table>(block);
    part.rows = slice(part.rows, from, to);
    if (from > 0) {
        part.caption.clear();
    }
    return part;
}

/// Warning signs before the first part that can wait for the next page.
std::vector<Block> warnings_early(std::vector<Block> blocks) {
    const auto is_part = [](const Block& block) {
        const auto* heading = std::get_if<Heading>(&block);
        return heading != nullptr && heading->level > 1;
    };
    const auto parts = std::ranges::find_if(blocks, is_part);
    std::stable_partition(parts, blocks.end(), [](const Block& block) { return is<StopBox>(block); });
    return blocks;
}

/// Fills pages from top to bottom.
class Packer {
public:
    Packer(LayoutCache& layouts, const Document& document, const PageGeometry& geometry)
        : canvas_(layouts), document_(document), geometry_(geometry), pages_(1) {}

    /// Adds the section, and with it those that follow on where squeezing them lets more of them onto the page. Returns
    /// the section after the last one added.
    std::size_t add(std::size_t index) {
        section_ = index;
        const auto& section = document_.sections[index];
        if (section.starts_page || !tightness_for(section)) {
            start_page();
        }
        if (const auto end = add_run(index); end > index) {
            return end;
        }
        section_ = index;
        if (const auto tightness = tightness_for(section)) {
            place_all(section.blocks, *tightness);
            return index + 1;
        }
        if (section.on_one_page) {
            flow(warnings_early(section.blocks), tightness_steps.back());
        } else {
            flow(section.blocks, 0);
        }
        return index + 1;
    }

    std::vector<PlacedPage> take() { return std::move(pages_); }

private:
    static constexpr std::array tightness_steps = {0.0, 0.25, 0.5, 0.75, 1.0, 2.0};

    static bool follows_on(const Section& section) { return !section.starts_page && section.on_one_page; }

    /// As many sections that follow on as fit below one another, as loose as they can be.
    std::size_t add_run(std::size_t first) {
        auto end = first;
        while (end < document_.sections.size() && follows_on(document_.sections[end])) {
            ++end;
        }
        for (; end > first; --end) {
            for (const double tightness : tightness_steps) {
                if (end_of_run(first, end, tightness) <= geometry_.bottom) {
                    place_run(first, end, tightness);
                    return end;
                }
            }
        }
        return first;
    }

    double end_of_run(std::size_t first, std::size_t end, double tightness) {
        const Block* above = pages_.back().empty() ? nullptr : pages_.back().back().block.get();
        double y = above == nullptr ? geometry_.body : bottom_;
        for (section_ = first; section_ < end; ++section_) {
            for (const auto& block : document_.sections[section_].blocks) {
                y += above == nullptr ? 0 : gap_between(*above, block, document_.kind, tightness);
                y += height_of(block, tightness);
                above = &block;
            }
        }
        return y;
    }

    void place_run(std::size_t first, std::size_t end, double tightness) {
        for (section_ = first; section_ < end; ++section_) {
            place_all(document_.sections[section_].blocks, tightness);
        }
    }

    double measure(const Block& block, double tightness) {
        return draw_block(canvas_, block, {0, 0, geometry_.content, document_.kind, tightness, 0});
    }

    /// Blocks of the document are measured once at each tightness; parts of them each time.
    double height_of(const Block& block, double tightness) {
        const auto& blocks = document_.sections[section_].blocks;
        const std::less<> before;
        const bool is_whole = !before(&block, blocks.data()) && before(&block, blocks.data() + blocks.size());
        if (!is_whole) {
            return measure(block, tightness);
        }
        const auto [entry, is_new] = heights_.try_emplace({&block, tightness}, 0.0);
        if (is_new) {
            entry->second = measure(block, tightness);
        }
        return entry->second;
    }

    double next_y(const Block& block, double tightness) const {
        if (pages_.back().empty()) {
            return geometry_.body;
        }
        return bottom_ + gap_between(*pages_.back().back().block, block, document_.kind, tightness);
    }

    double end_of(Blocks blocks, double tightness) {
        double y = 0;
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            y = i == 0 ? next_y(blocks[0], tightness)
                       : y + gap_between(blocks[i - 1], blocks[i], document_.kind, tightness);
            y += height_of(blocks[i], tightness);
        }
        return y;
    }

    bool fits(Blocks blocks, double tightness) { return end_of(blocks, tightness) <= geometry_.bottom; }

    std::optional<double> tightness_for(const Section& section) {
        for (const double tightness : tightness_steps) {
            if (tightness > 0 && !section.on_one_page) {
                break;
            }
            if (fits(section.blocks, tightness)) {
                return tightness;
            }
        }
        return std::nullopt;
    }

    void start_page() {
        if (!pages_.back().empty()) {
            pages_.emplace_back();
        }
    }

    void place(const Block& block, double tightness) {
        const double y = next_y(block, tightness);
        const BlockPlace where{geometry_.left, y, geometry_.content, document_.kind, tightness, geometry_.bottom - y};
        bottom_ = y + height_of(block, tightness);
        pages_.back().push_back({std::make_shared<const Block>(block), section_, where});
    }

    void place_all(Blocks blocks, double tightness) {
        for (const auto& block : blocks) {
            place(block, tightness);
        }
    }

    void flow(Blocks blocks, double tightness) {
        while (!blocks.empty()) {
            const auto cards = count_cards(blocks);
            if (cards > 0) {
                place_cards(blocks.first(cards));
                blocks = blocks.subspan(cards);
            } else {
                flow_one(blocks, tightness);
                blocks = blocks.subspan(1);
            }
        }
    }

    void flow_one(Blocks rest, double tightness) {
        const bool keeps_next = is<Heading>(rest[0]) && rest.size() > 1;
        if (rows_of(rest[0]) > 0) {
            place_in_parts(rest[0], tightness);
            return;
        }
        if (keeps_next && rows_of(rest[1]) > 0) {
            constexpr std::size_t least_rows = 2;
            if (!fits(std::array{rest[0], rows_from(rest[1], 0, least_rows)}, tightness)) {
                start_page();
            }
        } else if (!fits(rest.first(keeps_next ? 2 : 1), tightness)) {
            start_page();
        }
        place(rest[0], tightness);
    }

    /// Breaks the block between rows; each part of a table repeats its head.
    void place_in_parts(const Block& block, double tightness) {
        auto rest = block;
        while (true) {
            const auto all = rows_of(rest);
            const auto rows = rows_that_fit(rest, all, tightness);
            if (rows == all || (rows == 0 && pages_.back().empty())) {
                place(rest, tightness);
                return;
            }
            if (rows > 0) {
                place(rows_from(rest, 0, rows), tightness);
                rest = rows_from(rest, rows, all);
            }
            start_page();
        }
    }

    std::size_t rows_that_fit(const Block& block, std::size_t all, double tightness) {
        std::size_t most = 0;
        std::size_t too_many = all + 1;
        while (too_many - most > 1) {
            const auto rows = (most + too_many) / 2;
            (fits(std::array{rows_from(block, 0, rows)}, tightness) ? most : too_many) = rows;
        }
        return most;
    }

    static std::size_t count_cards(Blocks blocks) {
        const auto end = std::ranges::find_if_not(blocks, [](const Block& block) { return is<ExerciseCard>(block); });
        return static_cast<std::size_t>(end - blocks.begin());
    }

    /// Fewest pages, then the most even in number, fuller pages first: every way to cut the row of cards is tried (at
    /// most six cards, 32 ways).
    void place_cards(Blocks cards) {
        double tightness = 0;
        auto cuts = best_cuts(cards, 0);
        const auto tight = best_cuts(cards, 1);
        if (tight.size() < cuts.size()) {
            cuts = tight;
            tightness = 1;
        }
        for (std::size_t i = 0; i < cards.size(); ++i) {
            const bool cut = i > 0 && std::ranges::find(cuts, i) != cuts.end();
            if (cut || (i == 0 && !fits(cards.first(1), tightness))) {
                start_page();
            }
            place(cards[i], tightness);
        }
    }

    std::vector<std::size_t> best_cuts(Blocks cards, double tightness) {
        std::vector<double> heights;
        for (const auto& card : cards) {
            heights.push_back(height_of(card, tightness));
        }
        constexpr std::size_t most_cards = 12;
        std::vector<std::size_t> best = every_cut(cards.size());
        const std::size_t ways = std::size_t{1} << std::min(most_cards, cards.size() - 1);
        for (std::size_t way = 0; way < ways; ++way) {
            const auto cuts = cuts_of(way, cards.size());
            const auto lowest = fullest_page(heights, cuts, next_y(cards[0], tightness));
            if (lowest <= geometry_.bottom && is_better(cuts, best, cards.size())) {
                best = cuts;
            }
        }
        return best;
    }

    static std::size_t most_on_a_page(const std::vector<std::size_t>& cuts, std::size_t count) {
        std::size_t most = 0;
        std::size_t from = 0;
        for (const auto cut : cuts) {
            most = std::max(most, cut - from);
            from = cut;
        }
        return std::max(most, count - from);
    }

    static bool is_better(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b, std::size_t count) {
        if (a.size() != b.size()) {
            return a.size() < b.size();
        }
        const auto most_a = most_on_a_page(a, count);
        const auto most_b = most_on_a_page(b, count);
        return most_a != most_b ? most_a < most_b : a > b;
    }

    static std::vector<std::size_t> every_cut(std::size_t count) { return cuts_of(~std::size_t{0}, count); }

    static std::vector<std::size_t> cuts_of(std::size_t way, std::size_t count) {
        std::vector<std::size_t> cuts;
        for (std::size_t i = 1; i < count; ++i) {
            if ((way >> (i - 1)) & 1U) {
                cuts.push_back(i);
            }
        }
        return cuts;
    }

    /// The lowest end of a page.
    double
    fullest_page(const std::vector<double>& heights, const std::vector<std::size_t>& cuts, double first_y) const {
        constexpr double gap = 4;
        double worst = 0;
        double y = first_y - gap;
        for (std::size_t i = 0; i < heights.size(); ++i) {
            if (std::ranges::find(cuts, i) != cuts.end()) {
                y = geometry_.body - gap;
            }
            y += gap + heights[i];
            worst = std::max(worst, y);
        }
        return worst;
    }

    Canvas canvas_;
    const Document& document_;
    const PageGeometry& geometry_;
    std::vector<PlacedPage> pages_;
    std::map<std::pair<const Block*, double>, double> heights_;
    std::size_t section_ = 0;
    double bottom_ = 0;
};

}  // namespace

PageGeometry geometry_of(PageKind kind, Paper paper) {
    PageGeometry geometry;
    if (paper == Paper::letter) {
        geometry.width = 215.9;
        geometry.height = 279.4;
    }
    geometry.content = kind == PageKind::handout ? 178 : 186;
    geometry.left = (geometry.width - geometry.content) / 2;
    geometry.bottom = geometry.height - 15;
    geometry.body = kind == PageKind::handout ? 20.8 : 17;
    return geometry;
}

std::vector<PlacedPage> lay_out(LayoutCache& layouts, const Document& document, const PageGeometry& geometry) {
    Packer packer(layouts, document, geometry);
    for (std::size_t i = 0; i < document.sections.size();) {
        i = packer.add(i);
    }
    return packer.take();
}

}  // namespace detour
