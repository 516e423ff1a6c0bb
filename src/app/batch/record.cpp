// SPDX-License-Identifier: Apache-2.0
#include "app/batch/record.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace detour {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array kinds = {ErrorKind::mistake,
                              ErrorKind::unreadable,
                              ErrorKind::shared_id,
                              ErrorKind::shared_name,
                              ErrorKind::program,
                              ErrorKind::write,
                              ErrorKind::print};
constexpr std::array decisions = {Decision::continue_, Decision::substitute, Decision::hold, Decision::refer};

template <class Value, std::size_t size>
std::optional<Value> value_of(const std::array<Value, size>& values, std::string_view id) {
    const auto found = std::ranges::find_if(values, [&](Value value) { return id_of(value) == id; });
    return found == values.end() ? std::nullopt : std::optional{*found};
}

Json json_of(const RecordError& error) {
    return {{"kind", id_of(error.kind)}, {"place", error.place}, {"message", error.message}};
}

Json json_of(const WrittenFile& file) {
    return {{"name", file.name}, {"sha256", file.sha256}, {"bytes", file.bytes}};
}

template <class Items>
Json list_of(const Items& items) {
    auto list = Json::array();
    for (const auto& item : items) {
        list.push_back(json_of(item));
    }
    return list;
}

/// File names need not be UTF-8; JSON must be.
std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string text_at(const Json& json, const char* key) {
    return json.contains(key) ? json.at(key).get<std::string>() : "";
}

RecordError error_from(const Json& json) {
    return {value_of(kinds, text_at(json, "kind")).value_or(ErrorKind::program),
            text_at(json, "place"),
            text_at(json, "message")};
}

WrittenFile file_from(const Json& json) {
    return {json.at("name"), json.at("sha256"), json.at("bytes")};
}

FileRecord record_from(const Json& json) {
    FileRecord record;
    record.file = json.at("file");
    record.id = text_at(json, "id");
    record.decision = json.at("decision").is_null() ? std::nullopt : value_of(decisions, text_at(json, "decision"));
    record.withheld = json.at("withheld");
    std::ranges::transform(json.at("files"), std::back_inserter(record.files), file_from);
    std::ranges::transform(json.at("errors"), std::back_inserter(record.errors), error_from);
    record.input_sha256 = text_at(json, "input_sha256");
    record.made_with = text_at(json, "made_with");
    if (json.contains("print")) {
        record.print = PrintJob{json.at("print").at("queue"), text_at(json.at("print"), "job")};
    }
    record.folder = text_at(json, "folder");
    record.ms = json.value("ms", 0.0);
    return record;
}

template <class Read>
auto read_line(std::string_view line, Read read) -> std::optional<decltype(read(Json()))> {
    try {
        return read(Json::parse(line));
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

}  // namespace

std::string_view id_of(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::mistake:
            return "mistake";
        case ErrorKind::unreadable:
            return "unreadable";
        case ErrorKind::shared_id:
            return "shared-id";
        case ErrorKind::shared_name:
            return "shared-name";
        case ErrorKind::program:
            return "program";
        case ErrorKind::write:
            return "write";
        case ErrorKind::print:
            return "print";
    }
    return "";
}

std::string to_line(const FileRecord& record) {
    Json json;
    json["file"] = record.file;
    json["id"] = record.id;
    json["decision"] = record.decision ? Json(id_of(*record.decision)) : Json();
    json["withheld"] = record.withheld;
    json["files"] = list_of(record.files);
    json["errors"] = list_of(record.errors);
    json["input_sha256"] = record.input_sha256;
    json["made_with"] = record.made_with;
    if (record.print) {
        json["print"] = {{"queue", record.print->queue}, {"job", record.print->job}};
    }
    if (!record.folder.empty()) {
        json["folder"] = record.folder;
    }
    json["ms"] = std::round(record.ms * 10) / 10;
    return dump(json);
}

std::optional<FileRecord> record_from(std::string_view line) {
    return read_line(line, [](const Json& json) { return record_from(json); });
}

std::string to_line(const RunHeader& header) {
    return dump({{"run",
                  {{"schema", 1},
                   {"version", header.version},
                   {"catalogue", header.catalogue},
                   {"options", header.options},
                   {"made_with", header.made_with},
                   {"shard", header.shard},
                   {"of", header.of},
                   {"listed", header.listed},
                   {"listing_sha256", header.listing_sha256},
                   {"files", header.files}}}});
}

std::optional<RunHeader> header_from(std::string_view line) {
    return read_line(line, [](const Json& json) {
        const auto& run = json.at("run");
        RunHeader header;
        header.version = run.at("version");
        header.catalogue = run.at("catalogue");
        header.options = run.at("options");
        header.made_with = run.at("made_with");
        header.shard = run.at("shard");
        header.of = run.at("of");
        header.listed = run.at("listed");
        header.listing_sha256 = run.at("listing_sha256");
        header.files = run.at("files");
        return header;
    });
}

}  // namespace detour
