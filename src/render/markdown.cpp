// SPDX-License-Identifier: Apache-2.0
#include "render/markdown.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace detour {
namespace {

/// Characters that Markdown would read as its own.
std::string escaped(std::string_view text) {
    constexpr std::string_view special = "\\`*_[]<>|#";
    std::string result;
    for (const char character : text) {
        if (special.find(character) != std::string_view::npos) {
            result += '\\';
        }
        result += character == '\n' ? ' ' : character;
    }
    return result;
}

std::string strong(std::string_view text) {
    return text.empty() ? "" : fmt::format("**{}**", escaped(text));
}

std::string items(const std::vector<std::string>& texts, bool numbered) {
    std::string result;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        result +=
            numbered ? fmt::format("{}. {}\n", i + 1, escaped(texts[i])) : fmt::format("- {}\n", escaped(texts[i]));
    }
    return result;
}

std::string row(const std::vector<std::string>& cells) {
    std::string result = "|";
    for (const auto& cell : cells) {
        result += fmt::format(" {} |", escaped(cell));
    }
    return result + "\n";
}

std::string table(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows) {
    std::string result = row(header) + "|";
    for (std::size_t i = 0; i < header.size(); ++i) {
        result += " --- |";
    }
    result += "\n";
    for (const auto& one : rows) {
        result += row(one);
    }
    return result;
}

std::string picture(const Picture& picture) {
    return picture.frames.empty() ? "" : fmt::format("_({})_\n\n", escaped(picture.alt));
}

std::string text_of(const Heading& heading) {
    std::string result =
        fmt::format("{} {}\n", std::string(static_cast<std::size_t>(heading.level), '#'), escaped(heading.text));
    for (const auto& line : heading.aside) {
        result += fmt::format("\n{}\n", escaped(line));
    }
    return result;
}

std::string text_of(const Paragraph& paragraph) {
    const bool heavy = paragraph.weight == Paragraph::Weight::large || paragraph.weight == Paragraph::Weight::strong;
    const auto body = heavy ? strong(paragraph.text) : escaped(paragraph.text);
    return (paragraph.lead.empty() ? "" : strong(paragraph.lead) + " ") + body + "\n";
}

std::string text_of(const ItemList& list) {
    return (list.lead.empty() ? "" : strong(list.lead) + "\n\n") + items(list.items, list.numbered);
}

std::string text_of(const Table& one) {
    return (one.caption.empty() ? "" : escaped(one.caption) + "\n\n") + table(one.header, one.rows);
}

std::string text_of(const FigureBlock& figure) {
    return picture(figure.figure.picture) + escaped(figure.figure.caption) + "\n";
}

std::string text_of(const SwapStrip& strip) {
    std::vector<std::string> instead;
    for (const auto& one : strip.instead) {
        instead.push_back(one.caption);
    }
    return strong(strip.message) + "\n\n" + items({strip.resting.caption}, false) + items(instead, false);
}

std::string text_of(const WeekTable& week) {
    std::vector<std::string> header{week.head};
    header.insert(header.end(), week.days.begin(), week.days.end());
    std::vector<std::vector<std::string>> rows;
    for (const auto& one : week.rows) {
        std::vector<std::string> cells{fmt::format("{}. {}: {}", one.number, one.name, one.dose)};
        for (const bool on : one.days) {
            cells.push_back(on ? "[ ]" : "");
        }
        rows.push_back(std::move(cells));
    }
    return table(header, rows);
}

std::string text_of(const PainScale& scale) {
    std::string result;
    for (const auto* zone : {&scale.go, &scale.slow_down, &scale.stop}) {
        result += zone->head.empty() ? "" : fmt::format("- {}: {}\n", strong(zone->head), escaped(zone->text));
    }
    return scale.note.empty() ? result : result + "\n" + escaped(scale.note) + "\n";
}

std::string text_of(const StopBox& box) {
    std::string result = fmt::format("## {}\n", escaped(box.title));
    for (const auto& group : box.groups) {
        result += fmt::format("\n{}\n\n{}", strong(group.lead), items(group.items, false));
    }
    return box.note.empty() ? result : result + "\n" + strong(box.note) + "\n";
}

std::string text_of(const ExerciseCard& card) {
    std::string result = fmt::format("### {}. {}\n\n{}", card.number, escaped(card.name), picture(card.picture));
    if (!card.keeps.empty()) {
        result += escaped(card.keeps) + "\n\n";
    }
    for (const auto& [label, value] : card.facts) {
        result += fmt::format("- {}: {}\n", escaped(label), escaped(value));
    }
    result += card.facts.empty() ? "" : "\n";
    result += card.dose.empty() ? "" : escaped(card.dose) + "\n\n";
    result += items(card.steps, true);
    result += card.feel.empty() ? "" : fmt::format("\n{} {}\n", strong(card.feel_lead), escaped(card.feel));
    result += card.stop_if.empty() ? "" : fmt::format("\n{} {}\n", strong(card.stop_lead), escaped(card.stop_if));
    return result;
}

std::string text_of(const Ladder& ladder) {
    std::string result;
    for (const auto& rung : ladder.rungs) {
        result += fmt::format("{}. {}", rung.number, strong(rung.name));
        result += rung.here ? " (" + escaped(ladder.here) + ")" : "";
        result += rung.dose.empty() ? "" : ": " + escaped(rung.dose);
        result += rung.move_here.empty() ? "" : " " + escaped(rung.move_here);
        result += "\n";
    }
    return result;
}

std::string text_of(const LogTable& log) {
    return table(log.header,
                 std::vector(static_cast<std::size_t>(std::max(log.least_rows, 0)),
                             std::vector<std::string>(log.header.size())));
}

std::string text_of(const FillIn& fill_in) {
    std::string result;
    for (const auto& part : fill_in.parts) {
        result += (result.empty() ? "" : " ") + escaped(part) + " \\_\\_\\_\\_\\_\\_\\_\\_";
    }
    return result + "\n";
}

std::string text_of(const Message& message) {
    return fmt::format("> {} {}\n", strong(message.lead), escaped(message.text));
}

std::string text_of(const DecisionStrip& strip) {
    std::string result = strong(strip.decision) + (strip.detail.empty() ? "" : ", " + escaped(strip.detail)) + "\n\n";
    for (const auto& column : strip.columns) {
        result += items(column, false);
    }
    return result;
}

std::string text_of(const AskBox& box) {
    std::string result = fmt::format("## {}\n\n", escaped(box.title));
    result += box.lead.empty() ? "" : strong(box.lead) + "\n\n";
    for (const auto& question : box.questions) {
        result += fmt::format("- [ ] {}\n", escaped(question));
    }
    return result;
}

std::string text_of(const FigureGrid& grid) {
    std::string result;
    for (const auto& one : grid.figures) {
        result += fmt::format("- {}: {}\n", strong(one.caption), escaped(one.picture.alt));
    }
    return result;
}

}  // namespace

std::string render_markdown(const Document& document) {
    std::string result;
    if (!document.draft_mark.empty()) {
        result += strong(document.draft_mark) + "\n\n";
    }
    for (const auto& section : document.sections) {
        for (const auto& block : section.blocks) {
            result += std::visit([](const auto& one) { return text_of(one); }, block) + "\n";
        }
    }
    if (document.kind == PageKind::handout) {
        result += fmt::format("{} · {}\n\n", escaped(document.head), strong(document.contact));
    }
    return result + escaped(document.footer) + "\n";
}

}  // namespace detour
