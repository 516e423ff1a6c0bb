// SPDX-License-Identifier: Apache-2.0
#include "app/batch/printing.h"

#include "app/batch/print_queue.h"

#include <fmt/format.h>

#include <algorithm>

namespace detour {
namespace {

void add_error(FileRecord& record, std::string message) {
    record.errors.push_back({ErrorKind::print, record.file, std::move(message)});
}

void send(const std::string& queue, const WrittenFile& handout, OutFolder& folder, FileRecord& record) {
    record.print = PrintJob{queue, ""};
    if (const auto noted = folder.note(record); !noted) {
        record.print.reset();
        add_error(record, noted.error().message);
        return;
    }
    const auto job = print_file(queue, record.id, folder.path() / handout.name);
    if (job) {
        record.print->job = *job;
    } else {
        record.print.reset();
        add_error(record, job.error().message);
    }
    if (const auto noted = folder.note(record); !noted) {
        add_error(record, noted.error().message);
    }
}

void print_one(const std::string& queue, OutFolder& folder, FileRecord& record) {
    std::erase_if(record.errors, [](const RecordError& error) { return error.kind == ErrorKind::print; });
    const auto* handout = handout_of(record);
    if (handout == nullptr || !record.errors.empty()) {
        return;
    }
    if (!record.print || record.print->queue != queue) {
        send(queue, *handout, folder, record);
    } else if (record.print->job.empty()) {
        add_error(record,
                  fmt::format("the run was stopped while {} was handed to {}; see whether it is printed, and print it "
                              "by hand if not",
                              handout->name,
                              queue));
    }
}

}  // namespace

void print_handouts(const std::string& queue,
                    OutFolder& folder,
                    std::vector<Settled>& all,
                    const std::function<void(const Settled&)>& failed) {
    for (auto& one : all) {
        print_one(queue, folder, one.record);
        if (std::ranges::any_of(one.record.errors,
                                [](const RecordError& error) { return error.kind == ErrorKind::print; })) {
            failed(one);
        }
    }
}

}  // namespace detour
