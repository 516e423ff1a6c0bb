// SPDX-License-Identifier: Apache-2.0
#include "render/sheet_words.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace detour {

void add_once(std::vector<std::string>& texts, std::string text) {
    if (std::ranges::find(texts, text) == texts.end()) {
        texts.push_back(std::move(text));
    }
}

SheetWords::SheetWords(const Plan& plan) : phrases_(plan.phrases.get()) {
    for (const auto& source : plan.sources) {
        numbers_.emplace(source.id, numbers_.size() + 1);
    }
}

std::string SheetWords::word(const std::string& group, const std::string& id) const {
    const auto key = fmt::format("{}.{}", group, id);
    return phrases_->has(key) ? phrases_->at(key) : id;
}

std::string SheetWords::cite(const std::vector<std::string>& sources) const {
    std::string text;
    for (const auto& source : sources) {
        const auto found = numbers_.find(source);
        text += found == numbers_.end() ? fmt::format(" [{}]", source) : fmt::format(" [{}]", found->second);
    }
    return text;
}

std::string SheetWords::cited(const std::vector<Because>& because) const {
    std::vector<std::string> texts;
    for (const auto& one : because) {
        add_once(texts, cited(one));
    }
    return join(texts, " · ");
}

const std::string& SheetWords::stressor(Stressor stressor) const {
    return phrases_->at(fmt::format("stressor.{}", id_of(stressor)));
}

const std::string& SheetWords::unit(Stressor stressor) const {
    return phrases_->at(fmt::format("unit.{}", id_of(stressor)));
}

std::string SheetWords::load(const LoadEstimate& estimate) const {
    return phrases_->with("sheet.load",
                          {{"best", number_text(estimate.interval.best.value)},
                           {"low", number_text(estimate.interval.low.value)},
                           {"high", number_text(estimate.interval.high.value)},
                           {"grade", std::string(1, letter_of(estimate.grade))}});
}

std::string SheetWords::change(const Change& change) const {
    return phrases_->with(
        "sheet.change",
        {{"stressor", stressor(change.stressor)}, {"from", number_text(change.from)}, {"to", number_text(change.to)}});
}

std::string SheetWords::changes(const std::vector<Change>& all) const {
    std::vector<std::string> texts;
    for (const auto& one : all) {
        texts.push_back(change(one));
    }
    return join(texts, "; ");
}

std::string SheetWords::or_dash(const std::string& text) const {
    return text.empty() ? "–" : text;
}

}  // namespace detour
