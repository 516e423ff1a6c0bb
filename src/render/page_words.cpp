// SPDX-License-Identifier: Apache-2.0
#include "render/page_words.h"

#include "base/text.h"

#include <algorithm>
#include <string_view>

namespace detour {

std::string long_date(const Date& date, const Phrases& phrases) {
    if (!date.ok()) {
        return "";
    }
    const auto month = number_text(static_cast<unsigned>(date.month()));
    return phrases.with("date.long",
                        {{"day", number_text(static_cast<unsigned>(date.day()))},
                         {"month", phrases.at("month." + month)},
                         {"year", number_text(static_cast<int>(date.year()))}});
}

std::string contact_line(const Plan& plan) {
    const auto& phone = plan.therapist.phone;
    return phone.empty() ? plan.phrases->at("page.contact-none")
                         : plan.phrases->with("page.contact", {{"phone", phone}});
}

std::string provenance(const Plan& plan) {
    constexpr std::size_t hash_digits = 8;
    return plan.phrases->with("page.provenance",
                              {{"patient", plan.patient.id},
                               {"version", plan.version},
                               {"catalogue", plan.catalogue_id},
                               {"hash", plan.catalogue_sha256.substr(0, hash_digits)}});
}

std::string page_pattern(const Phrases& phrases) {
    return phrases.with("page.number", {{"page", "{page}"}, {"pages", "{pages}"}});
}

std::vector<std::string> common_conditions(const std::vector<ReturnStage>& stages, Conditions conditions) {
    if (stages.size() < 3) {
        return {};
    }
    std::vector<std::string> common;
    for (const auto& text : stages[1].*conditions) {
        const auto in_stage = [&](const ReturnStage& stage) {
            return std::ranges::find(stage.*conditions, text) != (stage.*conditions).end();
        };
        if (std::all_of(stages.begin() + 1, stages.end(), in_stage)) {
            common.push_back(text);
        }
    }
    return common;
}

std::vector<std::string> without(std::vector<std::string> texts, const std::vector<std::string>& others) {
    std::erase_if(texts, [&](const std::string& text) { return std::ranges::find(others, text) != others.end(); });
    return texts;
}

std::string sentence_end(std::string text) {
    constexpr std::string_view ends = ".!?";
    if (!text.empty() && ends.find(text.back()) == std::string_view::npos) {
        text += '.';
    }
    return text;
}

std::string sentences(std::vector<std::string> texts) {
    for (auto& text : texts) {
        text = sentence_end(std::move(text));
    }
    return join(texts, " ");
}

}  // namespace detour
