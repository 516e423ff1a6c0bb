// SPDX-License-Identifier: Apache-2.0
#include "read/catalogue_finish.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>

namespace detour {

void compute_tags(Catalogue& catalogue, Diagnostics& diagnostics) {
    std::vector<int> caught(catalogue.rules.tags.size(), 0);
    for (auto id = ExerciseId{}; id.value < catalogue.exercises.size(); ++id.value) {
        const auto facts = facts_of(catalogue, id);
        for (auto tag = TagId{}; tag.value < catalogue.rules.tags.size(); ++tag.value) {
            if (evaluate(catalogue.rules.tags[tag].when, facts) == Truth::yes) {
                catalogue.exercises[id].tags.push_back(tag);
                ++caught[tag.value];
            }
        }
    }
    for (auto tag = TagId{}; tag.value < catalogue.rules.tags.size(); ++tag.value) {
        if (caught[tag.value] == 0) {
            diagnostics.push_back({{"rules/tags.yaml", 0, 0},
                                   Severity::warning,
                                   fmt::format("the tag '{}' catches no exercise", catalogue.rules.tags[tag].slug),
                                   "",
                                   {}});
        }
    }
}

void count_matches(Catalogue& catalogue, Diagnostics& diagnostics) {
    for (auto id = ExerciseId{}; id.value < catalogue.exercises.size(); ++id.value) {
        const auto facts = facts_of(catalogue, id);
        for (auto& condition : catalogue.conditions) {
            for (auto& good : condition.good_for) {
                good.matches += evaluate(good.match, facts) == Truth::yes ? 1 : 0;
            }
        }
    }
    for (const auto& condition : catalogue.conditions) {
        for (const auto& good : condition.good_for) {
            if (good.matches == 0) {
                diagnostics.push_back({{fmt::format("conditions/{}.yaml", condition.slug), 0, 0},
                                       Severity::warning,
                                       fmt::format("no exercise matches the evidence for '{}'", describe(good.match)),
                                       "",
                                       {}});
            }
        }
    }
}

std::string sha256_of(std::vector<SourceText> files) {
    std::ranges::sort(files);
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    const auto add = [&](const std::string& text) {
        const auto length = std::to_string(text.size()) + ":";
        crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(length.data()), length.size());
        crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    };
    for (const auto& file : files) {
        add(file.name);
        add(file.text);
    }
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256_final(&state, digest.data());
    std::string text;
    for (const auto byte : digest) {
        text += fmt::format("{:02x}", byte);
    }
    return text;
}

}  // namespace detour
