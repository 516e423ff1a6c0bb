// SPDX-License-Identifier: Apache-2.0
// data/evidence: sources and published figures.
#include "read/draft.h"

#include <array>

namespace detour {
namespace {

const std::vector<std::string> source_kinds = {
    "guideline", "review", "trial", "cohort", "measurement", "consensus", "protocol", "web", "judged"};
const std::vector<std::string> quantities = {"compression-ratio",
                                             "disc-pressure",
                                             "compression-force",
                                             "compression-bodyweights",
                                             "implant-force-ratio",
                                             "shear-bodyweights",
                                             "peak-force",
                                             "flexion-share",
                                             "extension-share",
                                             "rotation-share",
                                             "vibration",
                                             "contacts",
                                             "met",
                                             "factor",
                                             "order",
                                             "other"};
constexpr int earliest_year = 1900;
constexpr int latest_year = 2100;
constexpr int most_persons = 100000000;

void read_source(const YamlValue& id, const YamlValue& value, Draft& draft) {
    Source source;
    auto map = value.map();
    source.id = id.text().value_or("");
    source.authors = map.text("authors");
    source.year = map.optional_integer("year", earliest_year, latest_year).value_or(0);
    source.title = map.text("title");
    source.journal = map.optional_text("journal");
    source.kind = map.one_of("kind", source_kinds);
    source.at = map.optional_text("at");
    if (source.at.empty() && source.kind != "judged" && map.is_sound()) {
        map.error("'at' is missing; give doi:..., pmid:... or an address");
    }
    map.finish();
    draft.catalogue.sources.emplace(source.id, source);
}

std::optional<Range> read_range(const YamlValue& value) {
    const auto numbers = value.numbers();
    if (numbers.size() != 2 || numbers[0] > numbers[1]) {
        value.error("expected [low, high] for 'range'");
        return std::nullopt;
    }
    return Range{numbers[0], numbers[1]};
}

void read_row(const YamlValue& value, Draft& draft) {
    Evidence row;
    auto map = value.map();
    row.id = map.text("id");
    const auto source = map.require("source");
    if (source && draft.sources.resolve(*source)) {
        row.source = *source->text();
    }
    row.activity = map.text("activity");
    row.quantity = map.one_of("quantity", quantities);
    row.value = map.optional_number("value");
    const auto range = map.find("range");
    row.range = range ? read_range(*range) : std::nullopt;
    row.n = map.optional_integer("n", 1, most_persons).value_or(0);
    row.population = map.optional_text("population");
    row.method = map.optional_text("method");
    row.note = map.optional_text("note");
    row.verified = map.optional_truth("verified").value_or(false);
    if (const auto relative = map.find("relative_to"); relative && draft.evidence.resolve(*relative)) {
        row.relative_to = *relative->text();
    }
    if (!row.value && !row.range && map.is_sound() && row.quantity != "order" && row.quantity != "other") {
        map.error("an evidence row needs 'value' or 'range'");
    }
    if (row.value && row.range && (*row.value < row.range->low || *row.value > row.range->high)) {
        map.error("'value' lies outside 'range'");
    }
    map.finish();
    draft.catalogue.evidence.emplace(row.id, row);
}

}  // namespace

void read_evidence_file(YamlMap& root, Draft& draft) {
    for (const auto& [id, value] : root.optional_pairs("sources")) {
        read_source(id, value, draft);
    }
    for (const auto& value : root.optional_list("evidence")) {
        read_row(value, draft);
    }
}

}  // namespace detour
