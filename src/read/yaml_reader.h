// SPDX-License-Identifier: Apache-2.0
// The only door to YAML. A document becomes a tree of our own whose every value knows its place; cursors over it
// check types and ranges. Every mistake goes to one list of diagnostics, so that all are reported at once: a
// function that finds one reports it and returns nothing, and what hangs on it is skipped in silence.
//
// Asking a map for a key marks the key as known; `finish` reports the keys that nobody asked for. So the reader is
// the schema, and there is no second list of keys.
#pragma once

#include "base/date.h"
#include "base/diagnostic.h"
#include "read/source_text.h"

#include <limits>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace detour {

/// Lowest and highest number allowed.
struct Bounds {
    double low = std::numeric_limits<double>::lowest();
    double high = std::numeric_limits<double>::max();
};
inline constexpr Bounds any_number{};
inline constexpr Bounds not_negative{0, std::numeric_limits<double>::max()};

struct YamlNode;
struct YamlContext;
class YamlMap;

/// One value of a document. Cheap to copy; lives as long as its document.
class YamlValue {
public:
    YamlValue(const YamlNode& node, const YamlContext& context) : node_(&node), context_(&context) {}

    bool is_text() const;  ///< a scalar, quoted or not
    bool is_list() const;
    bool is_map() const;
    bool is_quoted() const;
    /// The key under which it stands; an item of a list has the list's.
    const std::string& name() const;
    Place place() const;

    void error(std::string message, std::vector<Note> notes = {}) const;
    void warning(std::string message, std::vector<Note> notes = {}) const;
    /// The diagnostic that `error` would report; for notes and for reporting later.
    Diagnostic diagnostic(Severity severity, std::string message) const;

    // Each of these reports and returns nothing if the value is not what is wanted.
    std::optional<std::string> text() const;
    std::optional<double> number(Bounds bounds = any_number) const;
    std::optional<int> integer(int low, int high) const;
    std::optional<bool> truth() const;  ///< true or false
    /// "yes", "no" or "unknown"; true and false are taken for yes and no.
    std::optional<std::string> answer() const;
    std::optional<std::string> one_of(const std::vector<std::string>& allowed) const;
    std::optional<Date> date() const;
    std::vector<YamlValue> list() const;     ///< the items
    std::vector<std::string> texts() const;  ///< the items of a list, each a text
    std::vector<double> numbers(Bounds bounds = any_number) const;
    /// The pairs of a map whose keys are free, in file order.
    std::vector<std::pair<YamlValue, YamlValue>> pairs() const;
    YamlMap map() const;

private:
    friend class YamlMap;
    const YamlNode* node_;
    const YamlContext* context_;
};

/// A cursor over a map whose keys are known. Made from a value that is no map, it has no keys and reports nothing.
class YamlMap {
public:
    explicit YamlMap(std::optional<YamlValue> value) : value_(std::move(value)) {}

    bool is_sound() const { return value_.has_value(); }
    Place place() const;
    void error(std::string message, std::vector<Note> notes = {}) const;
    /// Reports every key that was not asked for, with the nearest that was.
    void finish() const;

    std::optional<YamlValue> find(std::string_view key);     ///< nothing if absent
    std::optional<YamlValue> require(std::string_view key);  ///< an error if absent

    // Required: absent is an error. What cannot be read comes back empty, after a report.
    std::string text(std::string_view key);
    std::optional<double> number(std::string_view key, Bounds bounds = any_number);
    std::optional<int> integer(std::string_view key, int low, int high);
    std::string one_of(std::string_view key, const std::vector<std::string>& allowed);
    std::vector<YamlValue> list(std::string_view key);
    std::vector<std::string> texts(std::string_view key);
    std::vector<double> numbers(std::string_view key, Bounds bounds = any_number);
    std::vector<std::pair<YamlValue, YamlValue>> pairs(std::string_view key);
    YamlMap map(std::string_view key);

    // Optional: absent is nothing, an empty text or an empty list.
    std::string optional_text(std::string_view key);
    std::optional<double> optional_number(std::string_view key, Bounds bounds = any_number);
    std::optional<int> optional_integer(std::string_view key, int low, int high);
    std::optional<bool> optional_truth(std::string_view key);
    std::optional<std::string> optional_answer(std::string_view key);
    std::string optional_one_of(std::string_view key, const std::vector<std::string>& allowed);
    std::optional<Date> optional_date(std::string_view key);
    std::vector<YamlValue> optional_list(std::string_view key);
    std::vector<std::string> optional_texts(std::string_view key);
    std::vector<double> optional_numbers(std::string_view key, Bounds bounds = any_number);
    std::vector<std::pair<YamlValue, YamlValue>> optional_pairs(std::string_view key);
    std::optional<YamlMap> optional_map(std::string_view key);

private:
    std::optional<YamlValue> value_;
    std::set<std::string, std::less<>> asked_;
};

/// A parsed file. Values and the list of diagnostics must not outlive it, nor it them.
class YamlDocument {
public:
    YamlDocument(YamlDocument&&) noexcept;
    YamlDocument& operator=(YamlDocument&&) noexcept;
    ~YamlDocument();

    YamlValue root() const;
    const std::string& name() const;

private:
    friend std::optional<YamlDocument> parse_yaml(const SourceText&, Diagnostics&);
    YamlDocument();
    std::unique_ptr<YamlContext> context_;
    std::unique_ptr<YamlNode> root_;
};

/// The document of `source`, or nothing after a report to `diagnostics`, where all later reports of its values go
/// too. Refused: what is not UTF-8, syntax errors, duplicate keys, anchors, aliases, tags, merge keys, nesting deeper
/// than 16, more than one document, none.
std::optional<YamlDocument> parse_yaml(const SourceText& source, Diagnostics& diagnostics);

/// "unknown stage 'sub-acute'; expected acute or subacute; did you mean 'subacute'?"
std::string unknown_word(std::string_view what, std::string_view found, const std::vector<std::string>& allowed);

/// The whole of `text` as a decimal number: no hexadecimal, no infinity, no leading zeros.
std::optional<double> parse_number(std::string_view text);

}  // namespace detour
