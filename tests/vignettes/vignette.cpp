// SPDX-License-Identifier: Apache-2.0
#include "vignettes/vignette.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace detour::vignettes {
namespace {

/// A mistake in a vignette file; caught in read_vignettes, never outside.
struct Mistake : std::runtime_error {
    using std::runtime_error::runtime_error;
};

[[noreturn]] void fail(const YAML::Node& where, const std::string& what) {
    throw Mistake(fmt::format("{}: {}", where.Mark().line + 1, what));
}

std::string text_of(const YAML::Node& node) {
    if (!node.IsScalar()) {
        fail(node, "text is expected");
    }
    return node.Scalar();
}

std::vector<std::string> texts_of(const YAML::Node& node) {
    std::vector<std::string> texts;
    if (node.IsScalar()) {
        texts.push_back(node.Scalar());
    } else {
        for (const auto& one : node) {
            texts.push_back(text_of(one));
        }
    }
    return texts;
}

double number_of(const YAML::Node& node) {
    try {
        return node.as<double>();
    } catch (const YAML::Exception&) {
        fail(node, "a number is expected");
    }
}

bool answer_of(const YAML::Node& node) {
    const auto text = text_of(node);
    if (text != "yes" && text != "no") {
        fail(node, "yes or no is expected");
    }
    return text == "yes";
}

Decision decision_of(const YAML::Node& node, const std::string& text) {
    constexpr std::array all = {Decision::continue_, Decision::substitute, Decision::hold, Decision::refer};
    const auto* found = std::ranges::find(all, text, [](Decision one) { return id_of(one); });
    if (found == all.end()) {
        fail(node, fmt::format("'{}' is no decision", text));
    }
    return *found;
}

Urgency urgency_of(const YAML::Node& node) {
    constexpr std::array all = {Urgency::routine, Urgency::soon, Urgency::same_day, Urgency::emergency};
    const auto text = text_of(node);
    const auto* found = std::ranges::find(all, text, [](Urgency one) { return id_of(one); });
    if (found == all.end()) {
        fail(node, fmt::format("'{}' is no urgency", text));
    }
    return *found;
}

std::string word_of(const YAML::Node& node, std::initializer_list<std::string_view> allowed) {
    auto text = text_of(node);
    if (std::ranges::find(allowed, text) == allowed.end()) {
        fail(node, fmt::format("'{}' is not one of {}", text, fmt::join(allowed, ", ")));
    }
    return text;
}

DoseLimit dose_limit_of(const YAML::Node& map) {
    DoseLimit limit;
    for (const auto& entry : map) {
        const auto key = text_of(entry.first);
        if (key == "family" || key == "exercise") {
            limit.name = text_of(entry.second);
        } else if (key == "minutes") {
            limit.minutes = number_of(entry.second);
        } else if (key == "effort") {
            limit.effort = number_of(entry.second);
        } else if (key == "sets") {
            limit.sets = number_of(entry.second);
        } else if (key == "days") {
            limit.days = number_of(entry.second);
        } else {
            fail(entry.first, fmt::format("unknown key '{}'", key));
        }
    }
    return limit;
}

/// Reads one key of `expect`; false if there is no such key.
bool read_expected(const std::string& key, const YAML::Node& value, Expectation& expect) {
    if (key == "decision") {
        for (const auto& text : texts_of(value)) {
            expect.decision.push_back(decision_of(value, text));
        }
    } else if (key == "or_refused") {
        expect.or_refused = answer_of(value);
    } else if (key == "urgency") {
        expect.urgency = urgency_of(value);
    } else if (key == "see_clinician") {
        expect.see_clinician = urgency_of(value);
    } else if (key == "some_of") {
        expect.some_of = texts_of(value);
    } else if (key == "none_of") {
        expect.none_of = texts_of(value);
    } else if (key == "asks") {
        expect.asks = texts_of(value);
    } else if (key == "does_not_ask") {
        expect.does_not_ask = texts_of(value);
    } else if (key == "irritability") {
        expect.irritability = word_of(value, {"low", "moderate", "high"});
    } else if (key == "follow_up") {
        expect.follow_up = texts_of(value);
    } else if (key == "return_path") {
        expect.return_path = word_of(value, {"open", "wait", "barred", "none"});
    } else if (key == "mentions") {
        expect.mentions = texts_of(value);
    } else if (key == "does_not_mention") {
        expect.does_not_mention = texts_of(value);
    } else if (key == "handout_withheld") {
        expect.handout_withheld = answer_of(value);
    } else if (key == "has_pain_bar") {
        expect.has_pain_bar = answer_of(value);
    } else if (key == "pain_go_at_most") {
        expect.pain_go_at_most = static_cast<int>(number_of(value));
    } else if (key == "pain_go_at_least") {
        expect.pain_go_at_least = static_cast<int>(number_of(value));
    } else if (key == "dose_at_most") {
        expect.dose_at_most = dose_limit_of(value);
    } else if (key == "exercises_at_most") {
        expect.exercises_at_most = number_of(value);
    } else {
        return false;
    }
    return true;
}

Expectation expectation_of(const YAML::Node& map) {
    if (!map.IsMap() || map.size() == 0) {
        fail(map, "'expect' needs at least one key");
    }
    Expectation expect;
    for (const auto& entry : map) {
        const auto key = text_of(entry.first);
        if (!read_expected(key, entry.second, expect)) {
            fail(entry.first, fmt::format("unknown key '{}'", key));
        }
    }
    return expect;
}

/// Maps merge key by key, `~` takes a key away, anything else replaces.
YAML::Node merged(const YAML::Node& base, const YAML::Node& change) {
    if (!base.IsMap() || !change.IsMap()) {
        return YAML::Clone(change);
    }
    auto result = YAML::Clone(base);
    for (const auto& entry : change) {
        const auto key = text_of(entry.first);
        if (entry.second.IsNull()) {
            result.remove(key);
        } else if (result[key]) {
            result[key] = merged(result[key], entry.second);
        } else {
            result[key] = YAML::Clone(entry.second);
        }
    }
    return result;
}

void check_keys(const YAML::Node& map, std::initializer_list<std::string_view> allowed) {
    for (const auto& entry : map) {
        const auto key = text_of(entry.first);
        if (std::ranges::find(allowed, key) == allowed.end()) {
            fail(entry.first, fmt::format("unknown key '{}'", key));
        }
    }
}

Vignette vignette_of(const YAML::Node& map, const YAML::Node& base) {
    check_keys(map, {"id", "source", "judged", "says", "patient", "expect", "note"});
    for (const auto* key : {"id", "says", "patient", "expect"}) {
        if (!map[key]) {
            fail(map, fmt::format("'{}' is missing", key));
        }
    }
    Vignette vignette;
    vignette.line = map.Mark().line + 1;
    vignette.id = text_of(map["id"]);
    vignette.says = text_of(map["says"]);
    vignette.is_judged = map["judged"].IsDefined();
    if (map["source"]) {
        vignette.sources = texts_of(map["source"]);
    }
    const bool is_empty = std::ranges::any_of(vignette.sources, [](const auto& one) { return one.size() < 12; });
    if (is_empty || (vignette.sources.empty() && !vignette.is_judged)) {
        fail(map, fmt::format("{}: no source", vignette.id));
    }
    auto patient = merged(base, map["patient"]);
    patient["patient"]["id"] = vignette.id;
    vignette.patient = YAML::Dump(patient) + "\n";
    vignette.expect = expectation_of(map["expect"]);
    return vignette;
}

}  // namespace

Expected<std::vector<Vignette>> read_vignettes(const std::string& path, const std::string& base_path) {
    try {
        const auto base = YAML::LoadFile(base_path);
        const auto root = YAML::LoadFile(path);
        check_keys(root, {"schema", "vignettes"});
        std::vector<Vignette> vignettes;
        for (const auto& one : root["vignettes"]) {
            vignettes.push_back(vignette_of(one, base));
            vignettes.back().file = path;
        }
        return vignettes;
    } catch (const Mistake& mistake) {
        return failure(fmt::format("{}:{}", path, mistake.what()));
    } catch (const YAML::Exception& exception) {
        return failure(fmt::format("{}: {}", path, exception.what()));
    }
}

}  // namespace detour::vignettes
