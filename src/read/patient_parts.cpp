// SPDX-License-Identifier: Apache-2.0
// What the parts of a patient file share: answers, scores, days, words that must be resolved.
#include "base/text.h"
#include "read/patient_draft.h"

#include <fmt/format.h>

#include <algorithm>

namespace detour {
namespace {

constexpr std::size_t most_candidates = 5;
constexpr std::size_t most_suggestions = 4;

std::string quoted(const std::vector<std::string>& words) {
    std::vector<std::string> all;
    for (const auto& word : words) {
        all.push_back("'" + word + "'");
    }
    return join_or(all);
}

std::string not_resolved(std::string_view what, std::string_view found, const std::vector<std::string>& nearest_ids) {
    auto message = fmt::format("unknown {} '{}'", what, found);
    return nearest_ids.empty() ? message : message + "; the nearest are " + quoted(nearest_ids);
}

std::vector<std::string> first_ids(const std::vector<WordMatch>& matches, std::size_t most) {
    std::vector<std::string> ids;
    for (const auto& match : matches) {
        if (ids.size() < most) {
            ids.push_back(match.id);
        }
    }
    return ids;
}

}  // namespace

const Resolver& PatientDraft::resolver() {
    if (!resolver_) {
        resolver_ = std::make_shared<const Resolver>(catalogue);
    }
    return *resolver_;
}

void PatientDraft::add_default(std::string field, std::string value) {
    patient.defaults_used.push_back({std::move(field), std::move(value)});
}

void PatientDraft::add_doubt(std::string field, std::string written, std::vector<std::string> candidates) {
    auto used = candidates.front();
    patient.doubts.push_back({std::move(field), std::move(written), std::move(used), std::move(candidates)});
}

Answer to_answer(const std::optional<std::string>& word) {
    if (!word || *word == "unknown") {
        return Answer::unknown;
    }
    return *word == "yes" ? Answer::yes : Answer::no;
}

Answer read_answer(YamlMap& map, std::string_view key) {
    return to_answer(map.optional_answer(key));
}

std::string read_printed(YamlMap& map, std::string_view key, std::size_t most) {
    const auto value = map.find(key);
    auto text = value ? value->text().value_or("") : "";
    if (length_in_characters(text) > most) {
        value->error(fmt::format("'{}' is longer than {} characters", key, most));
    }
    const auto is_control = [](char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F; };
    if (std::ranges::any_of(text, is_control)) {
        value->error(fmt::format("'{}' holds a line break or control character", key));
    }
    return text;
}

std::optional<double> read_score(YamlMap& map, std::string_view key) {
    return map.optional_number(key, {0, 10});
}

std::optional<Date> read_past_date(YamlMap& map, std::string_view key, const Patient& patient) {
    const auto value = map.find(key);
    const auto date = value ? value->date() : std::nullopt;
    if (date && *date > patient.date) {
        value->error(fmt::format(
            "'{}' is {}, after the day of the assessment, {}", key, date_text(*date), date_text(patient.date)));
        return std::nullopt;
    }
    return date;
}

std::optional<Activity> read_activity(const YamlValue& value, const std::string& field, PatientDraft& draft) {
    const auto text = value.text();
    if (!text) {
        return std::nullopt;
    }
    if (const auto exact = draft.catalogue.find_exercise(*text)) {
        return Activity{*exact, *text, true, {}};
    }
    const auto matches = draft.resolver().find_exercises(*text);
    const auto slug_of = [&](const Match& match) { return draft.catalogue.exercises[match.exercise].slug; };
    const auto* best = usable(matches);
    std::vector<std::string> nearest_ids;
    for (const auto& match : matches) {
        if (nearest_ids.size() < (best == nullptr ? most_suggestions : most_candidates)) {
            nearest_ids.push_back(slug_of(match));
        }
    }
    if (best == nullptr) {
        value.error(not_resolved("activity", *text, nearest_ids));
        return std::nullopt;
    }
    Activity activity{best->exercise, *text, best->sure, {}};
    if (!best->sure) {
        for (std::size_t at = 0; at < nearest_ids.size(); ++at) {
            activity.candidates.push_back(matches[at].exercise);
        }
        draft.add_doubt(field, *text, std::move(nearest_ids));
    }
    return activity;
}

std::vector<Activity> read_activities(const YamlValue& value, const std::string& field, PatientDraft& draft) {
    const auto text = value.text();
    if (!text) {
        return {};
    }
    const bool is_id = draft.catalogue.find_exercise(*text) || draft.catalogue.find_family(*text);
    const auto halves = is_id ? std::vector{*text} : draft.resolver().split(*text);
    std::vector<Activity> activities;
    if (halves.size() == 1) {
        if (auto activity = read_activity(value, field, draft)) {
            activities.push_back(std::move(*activity));
        }
        return activities;
    }
    for (const auto& half : halves) {
        const auto match = draft.resolver().find_exercises(half).front();
        if (!match.sure) {
            draft.add_doubt(field, *text, {draft.catalogue.exercises[match.exercise].slug});
        }
        activities.push_back({match.exercise, half, match.sure, {}});
    }
    return activities;
}

std::optional<std::string> read_listed_word(const YamlValue& value,
                                            std::string_view what,
                                            const std::string& field,
                                            bool is_known,
                                            const std::vector<WordMatch>& matches,
                                            PatientDraft& draft) {
    const auto text = value.text();
    if (!text || is_known) {
        return text;
    }
    const auto* best = usable(matches);
    if (best == nullptr) {
        value.error(not_resolved(what, *text, first_ids(matches, most_suggestions)));
        return std::nullopt;
    }
    if (!best->sure) {
        draft.add_doubt(field, *text, first_ids(matches, most_candidates));
    }
    return best->id;
}

}  // namespace detour
