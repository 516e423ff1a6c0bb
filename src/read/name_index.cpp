// SPDX-License-Identifier: Apache-2.0
#include "read/name_index.h"

#include "base/text.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace detour {
namespace {

constexpr double contained_base = 0.55;
constexpr double contained_share = 0.40;
constexpr double verb_penalty = 0.75;
constexpr std::size_t long_word = 8;  // two typos are forgiven from here

bool is_vowel(char letter) {
    return std::string_view("aeiouy").find(letter) != std::string_view::npos;
}

bool has_vowel(std::string_view word) {
    return std::ranges::any_of(word, is_vowel);
}

/// "runn" -> "run", but "press" and "roll" stay.
void undouble(std::string& word) {
    const auto size = word.size();
    const bool is_double = size > 3 && word[size - 1] == word[size - 2] && !is_vowel(word.back());
    if (is_double && std::string_view("lsz").find(word.back()) == std::string_view::npos) {
        word.pop_back();
    }
}

/// True if an ending was taken off.
bool drop_ending(std::string& word, std::string_view ending) {
    if (!word.ends_with(ending) || word.size() < ending.size() + 3) {
        return false;
    }
    const auto rest = word.substr(0, word.size() - ending.size());
    if (!has_vowel(rest)) {
        return false;
    }
    word = rest;
    undouble(word);
    return true;
}

bool is_number(std::string_view word) {
    return !word.empty() && std::ranges::all_of(word, [](char byte) { return byte >= '0' && byte <= '9'; });
}

void add_stems(std::set<std::string>& stems, const std::map<std::string, std::vector<std::string>>& by_language) {
    for (const auto& [language, phrases] : by_language) {
        for (const auto& phrase : phrases) {
            for (auto& word : words_of(phrase)) {
                stems.insert(stem_of(std::move(word)));
            }
        }
    }
}

std::set<std::string> both(const std::set<std::string>& a, const std::set<std::string>& b) {
    std::set<std::string> shared;
    std::ranges::set_intersection(a, b, std::inserter(shared, shared.end()));
    return shared;
}

bool comes_first(const NameHit& a, const NameHit& b) {
    if (a.score > b.score || a.score < b.score) {
        return a.score > b.score;
    }
    if (a.whole_name != b.whole_name) {
        return a.whole_name;
    }
    if (a.fit != b.fit) {
        return a.fit > b.fit;
    }
    return a.rank != b.rank ? a.rank > b.rank : a.target < b.target;
}

}  // namespace

std::string stem_of(std::string word) {
    if (word.ends_with("ies") && word.size() > 4) {
        word.replace(word.size() - 3, 3, "y");
    } else if (word.size() > 3 && word.back() == 's' && word[word.size() - 2] != 's') {
        word.pop_back();
    }
    if (!drop_ending(word, "ing") && word.size() > 5) {
        drop_ending(word, "ed");
    }
    if (word.size() > 3 && word.back() == 'e') {
        word.pop_back();
    }
    return word;
}

NameIndex::NameIndex(std::vector<NameEntry> entries, const WordRules& rules) : rules_(rules) {
    add_stems(dropped_, rules.stop_words);
    add_stems(dropped_, rules.dose_words);
    for (const auto& verb : rules.movement_verbs) {
        verbs_.insert(stem_of(verb));
    }
    for (auto& entry : entries) {
        Name name;
        name.written = words_of(entry.text);
        name.stems = content_of(name.written);
        name.small = small_of(name.written);
        for (std::size_t at = 0; at + 1 < name.written.size(); ++at) {
            if (is_number(name.written[at])) {
                numbers_.insert(name.written[at] + " " + name.written[at + 1]);
            }
        }
        said_of_[entry.group].insert(name.stems.begin(), name.stems.end());
        name.entry = std::move(entry);
        if (!name.written.empty()) {
            names_.push_back(std::move(name));
        }
    }
    for (const auto& [group, stems] : said_of_) {
        for (const auto& stem : stems) {
            ++groups_with_[stem];
        }
    }
    group_count_ = said_of_.size();
}

/// The stems that say something; all of them if nothing would be left.
std::set<std::string> NameIndex::content_of(const std::vector<std::string>& words) const {
    std::set<std::string> all;
    std::set<std::string> content;
    for (const auto& word : words) {
        const auto stem = stem_of(word);
        if (!dropped_.contains(stem) && (stem.size() > 1 || is_number(stem))) {
            content.insert(stem);
        }
        all.insert(stem);
    }
    return content.empty() ? all : content;
}

std::set<std::string> NameIndex::small_of(const std::vector<std::string>& words) const {
    std::set<std::string> small;
    for (const auto& word : words) {
        auto stem = stem_of(word);
        if (dropped_.contains(stem)) {
            small.insert(std::move(stem));
        }
    }
    return small;
}

/// As content_of, less the numbers that are a dose: "10 km/h" is part of a name, "10 minutes" is not.
std::set<std::string> NameIndex::content_said(std::string_view text) const {
    auto words = words_of(text);
    words.emplace_back();
    std::vector<std::string> kept;
    for (std::size_t at = 0; at + 1 < words.size(); ++at) {
        if (!is_number(words[at]) || numbers_.contains(words[at] + " " + words[at + 1])) {
            kept.push_back(words[at]);
        }
    }
    return content_of(kept);
}

bool NameIndex::is_opposite(const std::string& a, const std::string& b) const {
    return std::ranges::any_of(rules_.never_across, [&](const std::string& affix) {
        const auto bears = [&](const std::string& word) { return word.starts_with(affix) || word.ends_with(affix); };
        return bears(a) != bears(b);
    });
}

/// A word of the index that `stem` may be a misspelling of; `stem` itself if there is none.
std::string NameIndex::nearest_stem(const std::string& stem) const {
    const auto fuzzy_from = static_cast<std::size_t>(rules_.fuzzy_from_letters);
    if (stem.size() < fuzzy_from || is_number(stem)) {
        return stem;
    }
    auto best = stem;
    auto best_distance = stem.size() < long_word ? std::size_t{2} : std::size_t{3};
    for (const auto& [known, groups] : groups_with_) {
        if (known.size() < fuzzy_from || is_opposite(stem, known)) {
            continue;
        }
        const auto distance = edit_distance(stem, known);
        if (distance < best_distance) {
            best_distance = distance;
            best = known;
        }
    }
    return best;
}

/// Typos put right.
std::set<std::string> NameIndex::known_stems(const std::set<std::string>& stems) const {
    std::set<std::string> known;
    for (const auto& stem : stems) {
        known.insert(groups_with_.contains(stem) ? stem : nearest_stem(stem));
    }
    return known;
}

double NameIndex::weight_of(const std::string& stem) const {
    const auto found = groups_with_.find(stem);
    const auto groups = static_cast<double>(found == groups_with_.end() ? 1 : found->second);
    return std::log(1 + static_cast<double>(group_count_) / groups);
}

double NameIndex::weight_of(const std::set<std::string>& stems) const {
    double sum = 0;
    for (const auto& stem : stems) {
        sum += weight_of(stem);
    }
    return sum;
}

double NameIndex::score_of(const std::set<std::string>& said, const Name& name) const {
    const auto shared = both(said, name.stems);
    if (shared.empty()) {
        return 0;
    }
    // A number that this name lacks may be a dose; it speaks against nothing.
    auto counted = said;
    std::erase_if(counted, [&](const std::string& stem) { return is_number(stem) && !name.stems.contains(stem); });
    const double matched = weight_of(shared);
    const double recall = matched / weight_of(counted);
    const double precision = matched / weight_of(name.stems);
    double score = 2 * precision * recall / (precision + recall);
    if (shared.size() == name.stems.size()) {
        score = std::max(score, contained_base + contained_share * recall);
    }
    const auto& candidate = said_of_.at(name.entry.group);
    const bool lacks_verb = std::ranges::any_of(
        said, [&](const std::string& stem) { return verbs_.contains(stem) && !candidate.contains(stem); });
    return lacks_verb ? score * verb_penalty : score;
}

std::vector<NameHit> NameIndex::find(std::string_view text) const {
    const auto written = words_of(text);
    const auto said = known_stems(content_said(text));
    const auto small = small_of(written);
    std::map<std::size_t, NameHit> best;
    for (const auto& name : names_) {
        const bool whole = name.written == written;
        const double score = whole ? 1 : score_of(said, name);
        if (score <= 0) {
            continue;
        }
        const auto shared = static_cast<int>(both(small, name.small).size());
        const int fit = 2 * shared - static_cast<int>(name.small.size());
        const NameHit hit{name.entry.target, name.entry.group, score, whole, fit, name.entry.rank};
        const auto [entry, is_new] = best.try_emplace(hit.target, hit);
        if (!is_new && comes_first(hit, entry->second)) {
            entry->second = hit;
        }
    }
    std::vector<NameHit> hits;
    for (const auto& [target, hit] : best) {
        hits.push_back(hit);
    }
    std::ranges::sort(hits, comes_first);
    return hits;
}

bool NameIndex::is_sure(const std::vector<NameHit>& hits) const {
    if (hits.empty() || hits.front().score < rules_.sure_score) {
        return false;
    }
    const auto next = std::ranges::find_if(hits, [&](const NameHit& hit) { return hit.group != hits.front().group; });
    return next == hits.end() || hits.front().score - next->score >= rules_.sure_ahead;
}

bool NameIndex::is_class(std::string_view text) const {
    const auto written = join(words_of(text), " ");
    for (const auto& [language, phrases] : rules_.class_words) {
        if (std::ranges::any_of(phrases,
                                [&](const std::string& phrase) { return join(words_of(phrase), " ") == written; })) {
            return true;
        }
    }
    std::set<std::string> classes;
    add_stems(classes, rules_.class_words);
    const auto content = content_said(text);
    return !content.empty() &&
           std::ranges::all_of(content, [&](const std::string& stem) { return classes.contains(stem); });
}

}  // namespace detour
