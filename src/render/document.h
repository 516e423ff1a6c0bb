// SPDX-License-Identifier: Apache-2.0
// What a page says, before anybody decides how it looks: blocks with a meaning, in reading order. No coordinates, no
// fonts. The PDF printer and the Markdown writer walk the same document.
#pragma once

#include "base/date.h"
#include "render/drawing.h"

#include <array>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace detour {

enum class PageKind { handout, clinician };

/// `level` 1 is the title of the document; `aside` stands at the right, one line each.
struct Heading {
    int level = 2;
    std::string text;
    std::vector<std::string> aside;
    bool operator==(const Heading&) const = default;
};

struct Paragraph {
    enum class Weight { plain, strong, faint, large };
    std::string text;
    Weight weight = Weight::plain;
    std::string lead;  ///< a bold beginning, may be empty
    bool operator==(const Paragraph&) const = default;
};

struct ItemList {
    bool numbered = false;
    std::string lead;  ///< a bold line before the items, may be empty
    std::vector<std::string> items;
    bool operator==(const ItemList&) const = default;
};

struct Table {
    std::string caption;  ///< may be empty
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
    std::vector<double> weights;  ///< of the columns; they share the width in this proportion
    bool bold_first = true;       ///< the first column names the row
    bool operator==(const Table&) const = default;
};

/// Frames of one exercise on one scale; no frames: nothing to draw. `labels` name the frames ("Start", "Finish").
struct Picture {
    std::vector<Drawing> frames;
    std::vector<std::string> labels;
    std::string alt;
    bool operator==(const Picture&) const = default;
};

struct CaptionedPicture {
    Picture picture;
    std::string caption;
    bool operator==(const CaptionedPicture&) const = default;
};

/// A picture on its own.
struct FigureBlock {
    CaptionedPicture figure;
    bool operator==(const FigureBlock&) const = default;
};

/// What rests for now, and what to do instead: the whole idea without reading.
struct SwapStrip {
    std::string message;
    CaptionedPicture resting;
    std::vector<CaptionedPicture> instead;  ///< one or two
    bool operator==(const SwapStrip&) const = default;
};

struct WeekRow {
    int number = 0;
    std::string name;
    std::string dose;
    std::array<bool, 7> days{};  ///< Monday first
    bool operator==(const WeekRow&) const = default;
};
struct WeekTable {
    std::string head;
    std::array<std::string, 7> days;
    std::string box;   ///< what a tick box is called in plain text
    std::string rest;  ///< what a day without it is called in plain text
    std::vector<WeekRow> rows;
    bool operator==(const WeekTable&) const = default;
};

/// Three zones of a scale from 0 to 10.
struct PainScale {
    struct Zone {
        std::string head;  ///< "GO (0 to 3)"
        std::string text;
        bool operator==(const Zone&) const = default;
    };
    int go_to = 0;
    int slow_to = 0;
    Zone go;
    Zone slow_down;  ///< empty: GO is followed by STOP
    Zone stop;
    std::string alt;
    std::string note;  ///< the rule that overrides the number; may be empty
    bool operator==(const PainScale&) const = default;
};

/// Warning signs: each item ends the sentence that its lead begins.
struct StopBox {
    struct Group {
        std::string lead;
        std::vector<std::string> items;
        bool operator==(const Group&) const = default;
    };
    std::string title;
    std::vector<Group> groups;
    std::string note;  ///< may be empty
    bool operator==(const StopBox&) const = default;
};

struct ExerciseCard {
    int number = 0;
    std::string name;
    std::string keeps;
    std::vector<std::pair<std::string, std::string>> facts;  ///< "Time", "20 minutes"; at most three
    std::string dose;                                        ///< the dose as a sentence
    Picture picture;
    std::vector<std::string> steps;
    std::string feel_lead;
    std::string feel;
    std::string stop_lead;
    std::string stop_if;
    bool operator==(const ExerciseCard&) const = default;
};

/// Rungs from today's at the bottom (first) to the activity that was lost.
struct Ladder {
    struct Rung {
        int number = 0;
        std::string name;
        std::string dose;
        std::string move_here;  ///< may be empty
        bool here = false;
        bool operator==(const Rung&) const = default;
    };
    std::string here;  ///< "You are here"
    std::vector<Rung> rungs;
    bool operator==(const Ladder&) const = default;
};

/// Empty lines to fill in; takes the room that is left on its page.
struct LogTable {
    std::vector<std::string> header;
    std::vector<double> weights;
    int least_rows = 7;
    bool operator==(const LogTable&) const = default;
};

/// A sentence with gaps to fill in by hand: each part is followed by a line.
struct FillIn {
    std::vector<std::string> parts;
    bool operator==(const FillIn&) const = default;
};

/// A message in a quiet frame.
struct Message {
    std::string lead;
    std::string text;
    bool operator==(const Message&) const = default;
};

struct DecisionStrip {
    std::string decision;
    std::string detail;
    std::vector<std::vector<std::string>> columns;
    bool operator==(const DecisionStrip&) const = default;
};

struct AskBox {
    std::string title;
    std::string lead;  ///< may be empty
    std::vector<std::string> questions;
    bool operator==(const AskBox&) const = default;
};

/// A contact sheet.
struct FigureGrid {
    int columns = 4;
    std::vector<CaptionedPicture> figures;
    bool operator==(const FigureGrid&) const = default;
};

using Block = std::variant<Heading,
                           Paragraph,
                           ItemList,
                           Table,
                           FigureBlock,
                           SwapStrip,
                           WeekTable,
                           PainScale,
                           StopBox,
                           ExerciseCard,
                           Ladder,
                           LogTable,
                           FillIn,
                           Message,
                           DecisionStrip,
                           AskBox,
                           FigureGrid>;

struct Section {
    bool starts_page = true;   ///< otherwise it follows on if the whole of it fits
    bool on_one_page = false;  ///< squeeze it before letting it flow over
    std::vector<Block> blocks;
    bool operator==(const Section&) const = default;
};

struct Document {
    std::string title;
    std::string language;
    PageKind kind = PageKind::handout;
    Date date{};
    std::string head;        ///< top left of each page
    std::string contact;     ///< top right of each page
    std::string footer;      ///< of the first page
    std::string footer_on;   ///< of the others
    std::string page_label;  ///< "Page {page} of {pages}"
    std::string draft_mark;  ///< across each page; empty: none
    std::vector<Section> sections;
    bool operator==(const Document&) const = default;
};

}  // namespace detour
