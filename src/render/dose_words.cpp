// SPDX-License-Identifier: Apache-2.0
#include "render/dose_words.h"

#include "base/text.h"
#include "render/page_words.h"

namespace detour {
namespace {

using Facts = std::vector<std::pair<std::string, std::string>>;

std::string with_amount(const Phrases& phrases, const std::string& key, const Range& range) {
    const bool single = range.low == range.high && range.high == 1 && phrases.has(key + ".one");
    return phrases.with(single ? key + ".one" : key, {{"n", range_words(range, phrases)}});
}

std::string repetitions(const Dose& dose, bool one_side, const Phrases& phrases) {
    return with_amount(phrases, one_side ? "dose.each-side" : "dose.times", *dose.reps);
}

std::string rounds(const Dose& dose, const Phrases& phrases) {
    const bool several = dose.sets && dose.sets->high > 1;
    return several ? with_amount(phrases, "dose.rounds", *dose.sets) : "";
}

Facts aerobic_facts(const Dose& dose, const Phrases& phrases) {
    Facts facts{{phrases.at("dose.label.time"), with_amount(phrases, "dose.minutes", *dose.minutes_per_bout)}};
    if (dose.days_per_week) {
        facts.emplace_back(phrases.at("dose.label.week"), with_amount(phrases, "dose.days", *dose.days_per_week));
    }
    if (dose.effort_0_10) {
        facts.emplace_back(phrases.at("dose.label.effort"), with_amount(phrases, "dose.effort", *dose.effort_0_10));
    }
    return facts;
}

Facts repeated_facts(const Dose& dose, bool one_side, const Phrases& phrases) {
    Facts facts;
    if (dose.reps) {
        facts.emplace_back(phrases.at("dose.label.times"), repetitions(dose, one_side, phrases));
    }
    if (dose.hold_s) {
        facts.emplace_back(phrases.at("dose.label.hold"), with_amount(phrases, "dose.seconds", *dose.hold_s));
    } else if (const auto sets = rounds(dose, phrases); !sets.empty()) {
        facts.emplace_back(phrases.at("dose.label.rounds"), sets);
    } else if (dose.effort_0_10) {
        facts.emplace_back(phrases.at("dose.label.effort"), with_amount(phrases, "dose.effort", *dose.effort_0_10));
    }
    if (dose.days_per_week) {
        facts.emplace_back(phrases.at("dose.label.week"), with_amount(phrases, "dose.days", *dose.days_per_week));
    }
    return facts;
}

/// Three cells hold neither bouts, nor intervals, nor rounds together with a hold.
bool facts_say_all(const Dose& dose) {
    const bool several_rounds = dose.sets && dose.sets->high > 1;
    return (dose.minutes_per_bout || dose.reps) && dose.bouts_per_day.value_or(1) == 1 && dose.intervals.empty() &&
           !(several_rounds && (dose.hold_s || dose.minutes_per_bout));
}

}  // namespace

std::string range_words(const Range& range, const Phrases& phrases) {
    if (range.low == range.high) {
        return number_text(range.low, 1);
    }
    return phrases.with("dose.range", {{"low", number_text(range.low, 1)}, {"high", number_text(range.high, 1)}});
}

std::string dose_beyond_facts(const Dose& dose, bool one_side, const Phrases& phrases) {
    if (facts_say_all(dose)) {
        return "";
    }
    const bool each_side = one_side && dose.reps && !dose.text.empty();
    return sentence_end(each_side ? phrases.with("dose.on-each-side", {{"dose", dose.text}}) : dose.text);
}

std::vector<std::pair<std::string, std::string>> dose_facts(const Dose& dose, bool one_side, const Phrases& phrases) {
    return dose.minutes_per_bout ? aerobic_facts(dose, phrases) : repeated_facts(dose, one_side, phrases);
}

}  // namespace detour
