// SPDX-License-Identifier: Apache-2.0
#include "app/batch/summary.h"

#include "base/text.h"

#include <fmt/format.h>

#include <set>

namespace detour {
namespace {

std::string_view words_of_kind(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::mistake:
            return "mistakes in the file";
        case ErrorKind::unreadable:
            return "not readable";
        case ErrorKind::shared_id:
            return "patient id shared by several files";
        case ErrorKind::shared_name:
            return "name shared by several files";
        case ErrorKind::program:
            return "not drawn";
        case ErrorKind::write:
            return "not written";
        case ErrorKind::print:
            return "not printed";
    }
    return "";
}

void add(const FileRecord& record, Summary& summary) {
    ++summary.files;
    summary.failed += record.errors.empty() ? 0 : 1;
    summary.planned += record.decision && record.errors.empty() ? 1 : 0;
    summary.withheld += record.withheld ? 1 : 0;
    summary.written += record.files.size();
    summary.printed += record.print && !record.print->job.empty() ? 1 : 0;
    if (record.decision) {
        ++summary.by_decision[*record.decision];
    }
    std::set<ErrorKind> kinds;
    for (const auto& error : record.errors) {
        if (kinds.insert(error.kind).second) {
            ++summary.by_error[error.kind];
        }
    }
}

template <class Counts, class Words>
std::string counts_line(std::string_view title, const Counts& counts, Words words) {
    std::vector<std::string> parts;
    for (const auto& [key, count] : counts) {
        parts.push_back(fmt::format("{} {}", words(key), count));
    }
    return parts.empty() ? "" : fmt::format("  {}: {}\n", title, join(parts, ", "));
}

std::string count_line(std::string_view title, std::size_t count) {
    return count == 0 ? "" : fmt::format("  {}: {}\n", title, count);
}

}  // namespace

Summary summarize(const std::vector<FileRecord>& records) {
    Summary summary;
    for (const auto& record : records) {
        add(record, summary);
    }
    return summary;
}

std::string text_of(const Summary& summary) {
    return fmt::format("{} patient files, {} without error, {} with\n",
                       summary.files,
                       summary.files - summary.failed,
                       summary.failed) +
           counts_line("decisions", summary.by_decision, [](Decision decision) { return id_of(decision); }) +
           counts_line("errors", summary.by_error, words_of_kind) +
           count_line("handouts withheld for want of screening", summary.withheld) +
           count_line("handouts printed", summary.printed);
}

}  // namespace detour
