// SPDX-License-Identifier: Apache-2.0
// From bytes to our tree, by the events of yaml-cpp. What YAML allows and we do not (anchors, aliases, tags, merge
// keys, deep nesting, a second document) is refused here, before anything walks the tree. yaml-cpp counts from 0 and in
// bytes, and marks an empty value at whatever comes next; both are put right here.
#include "base/contract.h"
#include "base/text.h"
#include "read/yaml_node.h"
#include "read/yaml_reader.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <sstream>

namespace detour {
namespace {

constexpr std::size_t deepest = 16;

struct TooDeep {};

std::vector<std::string> split_lines(std::string_view text) {
    std::vector<std::string> lines;
    while (true) {
        const auto end = text.find('\n');
        auto line = text.substr(0, end);
        if (!line.empty() && line.back() == '\r') {
            line.remove_suffix(1);
        }
        lines.emplace_back(line);
        if (end == std::string_view::npos) {
            return lines;
        }
        text.remove_prefix(end + 1);
    }
}

/// False if the quoted text that begins at this byte of this line runs to the end of the file: yaml-cpp takes the
/// whole rest of the file for it and says nothing.
bool is_closed(const std::vector<std::string>& lines, std::size_t line, std::size_t at) {
    if (line >= lines.size() || at >= lines[line].size()) {
        return true;
    }
    const char quote = lines[line][at];
    if (quote != '"' && quote != '\'') {
        return true;
    }
    for (++at; line < lines.size(); ++line, at = 0) {
        const auto& text = lines[line];
        for (; at < text.size(); ++at) {
            const bool is_escape = quote == '"' && text[at] == '\\';
            const bool is_doubled = quote == '\'' && text[at] == quote && at + 1 < text.size() && text[at + 1] == quote;
            if (is_escape || is_doubled) {
                ++at;
            } else if (text[at] == quote) {
                return true;
            }
        }
    }
    return false;
}

/// Builds the tree; reports what is refused. An unfinished map holds one key more than it has items.
class TreeBuilder : public YAML::EventHandler {
public:
    explicit TreeBuilder(const YamlContext& context) : context_(context) {}

    void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        refuse(mark, "?", anchor);
        add(node_at(mark, YamlNode::Kind::empty));
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
        report(mark, "aliases (*name) are not allowed; write the value again");
        add(node_at(mark, YamlNode::Kind::empty));
    }
    void
    OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value) override {
        refuse(mark, tag, anchor);
        auto node = node_at(mark, YamlNode::Kind::text);
        node.text = value;
        node.is_quoted = tag == "!";
        if (node.is_quoted &&
            !is_closed(context_.lines, node.line - 1, static_cast<std::size_t>(std::max(mark.column, 0)))) {
            report(mark, "this quote is never closed");
        }
        add(std::move(node));
    }
    void OnSequenceStart(const YAML::Mark& mark,
                         const std::string& tag,
                         YAML::anchor_t anchor,
                         YAML::EmitterStyle::value /*style*/) override {
        refuse(mark, tag, anchor);
        open(node_at(mark, YamlNode::Kind::list));
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark,
                    const std::string& tag,
                    YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override {
        refuse(mark, tag, anchor);
        open(node_at(mark, YamlNode::Kind::map));
    }
    void OnMapEnd() override { close(); }

    bool is_sound() const { return is_sound_; }
    YamlNode& root() { return root_; }

private:
    YamlNode node_at(const YAML::Mark& mark, YamlNode::Kind kind) const {
        YamlNode node;
        node.kind = kind;
        node.line = static_cast<std::size_t>(std::max(mark.line, 0)) + 1;
        const auto bytes = static_cast<std::size_t>(std::max(mark.column, 0));
        const auto line = node.line <= context_.lines.size() ? std::string_view(context_.lines[node.line - 1]) : "";
        node.column = length_in_characters(line.substr(0, bytes)) + 1;
        return node;
    }

    void report(std::size_t line, std::size_t column, std::string message) {
        is_sound_ = false;
        context_.diagnostics->push_back(context_.at(line, column, Severity::error, std::move(message)));
    }
    void report(const YAML::Mark& mark, std::string message) {
        const auto node = node_at(mark, YamlNode::Kind::empty);
        report(node.line, node.column, std::move(message));
    }

    void refuse(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
        if (anchor != 0) {
            report(mark, "anchors (&name) are not allowed");
        }
        if (!tag.empty() && tag != "?" && tag != "!") {
            report(mark, fmt::format("tags ({}) are not allowed", tag));
        }
    }

    bool expects_key() const {
        return !open_.empty() && open_.back().kind == YamlNode::Kind::map &&
               open_.back().keys.size() == open_.back().items.size();
    }

    void add_key(YamlNode key) {
        auto& map = open_.back();
        if (key.kind != YamlNode::Kind::text || key.text.empty()) {
            report(key.line, key.column, "a key must be a word");
        } else if (key.text == "<<") {
            report(key.line, key.column, "merge keys (<<) are not allowed");
        }
        const auto same = std::ranges::find(map.keys, key.text, &YamlNode::text);
        if (same != map.keys.end() && !key.text.empty()) {
            report(key.line, key.column, fmt::format("duplicate key '{}'", key.text));
            context_.diagnostics->back().notes.push_back(
                {{context_.file, same->line, same->column}, "first given here"});
        }
        key.name = map.name;
        map.keys.push_back(std::move(key));
    }

    void add(YamlNode node) {
        if (open_.empty()) {
            root_ = std::move(node);
            return;
        }
        if (expects_key()) {
            add_key(std::move(node));
            return;
        }
        auto& parent = open_.back();
        if (parent.kind == YamlNode::Kind::map) {
            const auto& key = parent.keys.back();
            node.name = key.text;
            if (node.kind == YamlNode::Kind::empty) {
                node.line = key.line;
                node.column = key.column;
            }
        } else {
            node.name = parent.name;
        }
        parent.items.push_back(std::move(node));
    }

    void open(YamlNode node) {
        if (open_.size() == deepest) {
            report(node.line, node.column, fmt::format("nested deeper than {} levels", deepest));
            throw TooDeep{};
        }
        if (!open_.empty() && !expects_key()) {
            const auto& parent = open_.back();
            node.name = parent.kind == YamlNode::Kind::map ? parent.keys.back().text : parent.name;
        }
        open_.push_back(std::move(node));
    }

    void close() {
        auto node = std::move(open_.back());
        open_.pop_back();
        add(std::move(node));
    }

    const YamlContext& context_;
    std::vector<YamlNode> open_;
    YamlNode root_;
    bool is_sound_ = true;
};

std::string hint_for(std::string_view what) {
    if (what.find("illegal map value") != std::string_view::npos) {
        return "a ': ' stands where none can; is a quote or bracket left open above, or does the text need quotes?";
    }
    if (what.find("end of") != std::string_view::npos) {
        return "something is not closed or not indented as the lines above; is a quote or bracket left open above?";
    }
    if (what.find("escape") != std::string_view::npos) {
        return "a backslash in double quotes begins an escape; use single quotes or two backslashes";
    }
    if (what.find("tab") != std::string_view::npos) {
        return "indent with spaces, not with tabs";
    }
    return "this is not valid YAML; is a quote or bracket left open above, or the indentation uneven?";
}

Diagnostic syntax_error(const YamlContext& context, const YAML::Exception& error) {
    const auto lines = context.lines.size();
    const auto line = error.mark.line < 0 ? 1 : std::min(static_cast<std::size_t>(error.mark.line) + 1, lines);
    const auto& source = context.lines[line - 1];
    const auto bytes = error.mark.column < 0 ? 0 : std::min(static_cast<std::size_t>(error.mark.column), source.size());
    const auto column = length_in_characters(std::string_view(source).substr(0, bytes)) + 1;
    return context.at(line, column, Severity::error, hint_for(error.msg));
}

/// False after a report.
bool build(const SourceText& source, const YamlContext& context, TreeBuilder& builder) {
    std::istringstream stream(source.text);
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(builder)) {
        context.diagnostics->push_back(context.at(0, 0, Severity::error, "the file is empty"));
        return false;
    }
    TreeBuilder second(context);
    if (builder.is_sound() && parser.HandleNextDocument(second)) {
        const auto& root = second.root();
        context.diagnostics->push_back(
            context.at(root.line, root.column, Severity::error, "a second document starts here; only one is allowed"));
        return false;
    }
    return builder.is_sound();
}

bool try_build(const SourceText& source, const YamlContext& context, TreeBuilder& builder) {
    try {
        return build(source, context, builder);
    } catch (const TooDeep&) {
        return false;
    } catch (const YAML::Exception& error) {
        context.diagnostics->push_back(syntax_error(context, error));
        return false;
    }
}

}  // namespace

Diagnostic YamlContext::at(std::size_t line, std::size_t column, Severity severity, std::string message) const {
    auto source_line = line > 0 && line <= lines.size() ? lines[line - 1] : std::string{};
    return {{file, line, column}, severity, std::move(message), std::move(source_line), {}};
}

std::optional<YamlDocument> parse_yaml(const SourceText& source, Diagnostics& diagnostics) {
    auto faults = check_bytes(source);
    if (!faults.empty()) {
        std::ranges::move(faults, std::back_inserter(diagnostics));
        return std::nullopt;
    }
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    SourceText plain = source;
    if (plain.text.starts_with(byte_order_mark)) {
        plain.text.erase(0, byte_order_mark.size());
    }
    YamlDocument document;
    document.context_ = std::make_unique<YamlContext>(YamlContext{source.name, split_lines(plain.text), &diagnostics});
    TreeBuilder builder(*document.context_);
    if (!try_build(plain, *document.context_, builder)) {
        return std::nullopt;
    }
    document.root_ = std::make_unique<YamlNode>(std::move(builder.root()));
    return document;
}

}  // namespace detour
