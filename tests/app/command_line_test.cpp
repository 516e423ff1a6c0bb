// SPDX-License-Identifier: Apache-2.0
#include "app/command_line.h"

#include <catch2/catch.hpp>

using namespace detour;

namespace {

template <class... Words>
auto parse(Words... words) {
    const std::vector<const char*> arguments = {words...};
    return parse_command_line(arguments);
}

std::string error_of(const std::variant<ParsedCall, UsageError, HelpText>& parsed) {
    const auto* error = std::get_if<UsageError>(&parsed);
    return error == nullptr ? "" : error->message;
}

}  // namespace

TEST_CASE("options may stand before or after the files", "[app]") {
    const auto parsed = parse("plan", "--format", "json", "a.yaml", "--draft", "b.yaml");
    const auto& call = std::get<ParsedCall>(parsed);
    CHECK(call.command->name == "plan");
    CHECK(call.invocation.arguments == std::vector<std::string>{"a.yaml", "b.yaml"});
    CHECK(call.invocation.options == std::map<std::string, std::string>{{"format", "json"}, {"draft", "yes"}});
}

TEST_CASE("a mistyped option, command or value names the nearest", "[app]") {
    CHECK(error_of(parse("plan", "a.yaml", "--formt", "json")).ends_with("did you mean '--format'?"));
    CHECK(error_of(parse("pln")).ends_with("did you mean 'plan'?"));
    CHECK(error_of(parse("catalogue", "lst")).ends_with("did you mean 'catalogue list'?"));
    CHECK(error_of(parse("plan", "a.yaml", "--format", "jsn")) ==
          "unknown value 'jsn' of --format; expected pdf, md, json or all; did you mean 'json'?");
}

TEST_CASE("an option is not taken by its first letters, and not twice", "[app]") {
    CHECK_FALSE(error_of(parse("plan", "a.yaml", "--form", "json")).empty());
    CHECK(error_of(parse("plan", "a.yaml", "--for", "patient", "--for", "both")) == "option --for is given twice");
}

TEST_CASE("a call without its files says how to call it", "[app]") {
    CHECK(error_of(parse("plan")) == "usage: detour plan FILE...");
    CHECK(error_of(parse("explain", "a.yaml", "b.yaml")) == "usage: detour explain FILE");
}
