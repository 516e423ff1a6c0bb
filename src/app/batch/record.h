// SPDX-License-Identifier: Apache-2.0
// One line of a manifest: what became of one patient file. Nothing of the patient but the id. The keys are a public
// interface, docs/batch.md.
#pragma once

#include "model/decision.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace detour {

/// Why a file was not (wholly) dealt with. All but `mistake` may be gone at the next try.
enum class ErrorKind { mistake, unreadable, shared_id, shared_name, program, write, print };
std::string_view id_of(ErrorKind kind);

struct RecordError {
    ErrorKind kind = ErrorKind::mistake;
    std::string place;    ///< "anna.yaml:12:10"; the base name alone if it concerns the whole file
    std::string message;  ///< discreet
    bool operator==(const RecordError&) const = default;
};

struct WrittenFile {
    std::string name;
    std::string sha256;
    std::uint64_t bytes = 0;
    bool operator==(const WrittenFile&) const = default;
};

/// A handout that was given to a print queue.
struct PrintJob {
    std::string queue;
    std::string job;  ///< "Keep-12"; empty: the run was stopped while it was handed over, so nobody knows
    bool operator==(const PrintJob&) const = default;
};

struct FileRecord {
    std::string file;                  ///< base name
    std::string id;                    ///< of the patient; empty if the file does not say it
    std::optional<Decision> decision;  ///< none: not planned
    bool withheld = false;             ///< no handout for want of screening
    std::vector<WrittenFile> files;
    std::vector<RecordError> errors;
    std::string input_sha256;  ///< of the patient file; empty if it could not be read
    std::string made_with;     ///< digest of version, knowledge base and options
    std::optional<PrintJob> print;
    std::string folder;  ///< only in a merged manifest: where `files` are
    double ms = 0;       ///< wall time; the one field that two runs do not share
    bool operator==(const FileRecord&) const = default;
};

/// One line of JSON, without its end.
std::string to_line(const FileRecord& record);
/// Nothing if the line is no record: torn, or of another program.
std::optional<FileRecord> record_from(std::string_view line);

/// The first line of a manifest: the run as a whole.
struct RunHeader {
    std::string version;
    std::string catalogue;  ///< id and digest
    std::string options;    ///< "format=pdf for=both ...", what changes outputs
    std::string made_with;
    unsigned shard = 1;
    unsigned of = 1;
    std::uint64_t listed = 0;    ///< files given to the run, all shards together
    std::string listing_sha256;  ///< of their names
    std::uint64_t files = 0;     ///< files of this shard: the lines that follow
    bool operator==(const RunHeader&) const = default;
};
std::string to_line(const RunHeader& header);
std::optional<RunHeader> header_from(std::string_view line);

}  // namespace detour
