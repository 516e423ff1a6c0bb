// SPDX-License-Identifier: Apache-2.0
// `detour batch`: a folder of patient files to a folder of handouts, over night, without losing any.
#include "app/batch/batch_call.h"
#include "app/batch/combined.h"
#include "app/batch/printing.h"
#include "app/batch/summary.h"
#include "app/commands.h"
#include "app/knowledge.h"
#include "app/messages.h"

#include <algorithm>
#include <ostream>

namespace detour {
namespace {

std::vector<std::string> names_of(const std::vector<PatientFile>& files) {
    std::vector<std::string> names;
    for (const auto& file : files) {
        names.push_back(file.name);
    }
    return names;
}

std::vector<FileRecord> records_of(const std::vector<Settled>& all) {
    std::vector<FileRecord> records;
    for (const auto& one : all) {
        records.push_back(one.record);
    }
    return records;
}

/// Everything but listing the files and opening the folder.
class BatchRun {
public:
    BatchRun(const Invocation& call, const Environment& environment, OutFolder& folder)
        : call_(call), environment_(environment), folder_(folder), knowledge_(built_in_knowledge()),
          setup_(batch_setup(call, environment, knowledge_->catalogue)) {}

    ExitCode run(std::vector<PatientFile> files) {
        const auto names = names_of(files);
        const auto shard = shard_of(call_);
        std::erase_if(files, [&](const PatientFile& file) { return !belongs_to(shard, file.name); });
        auto all = settle(files);
        if (const auto queue = call_.value("print")) {
            print_handouts(*queue, folder_, all, [&](const Settled& one) { tell_print_errors(one); });
        }
        bool is_fine = combine(all);
        const auto records = records_of(all);
        const auto header = header_of(setup_, knowledge_->catalogue, shard, names, files.size());
        if (const auto finished = folder_.finish(header, records); !finished) {
            print_failure(finished.error(), environment_);
            is_fine = false;
        }
        const auto summary = summarize(records);
        if (!call_.has("quiet")) {
            environment_.out << text_of(summary);
        }
        return is_fine && summary.failed == 0 ? ExitCode::done : ExitCode::failed;
    }

private:
    std::vector<Settled> settle(const std::vector<PatientFile>& files) {
        Progress progress(environment_.err, progress_style(call_, environment_), files.size());
        Batch batch(setup_, *knowledge_, folder_);
        auto all = batch.run(files,
                             {[&] { progress.advance(); },
                              [&](const Settled& one) {
                                  const auto lines = error_lines(one);
                                  if (!lines.empty()) {
                                      progress.clear();
                                      environment_.err << lines << std::flush;
                                  }
                              }});
        progress.end();
        return all;
    }

    bool combine(const std::vector<Settled>& all) const {
        const auto file = call_.value("combined");
        if (!file) {
            return true;
        }
        const auto written = write_combined(*file, folder_.path(), all, setup_.outputs);
        if (!written) {
            print_failure(written.error(), environment_);
        }
        return written.has_value();
    }

    void tell_print_errors(const Settled& one) const { environment_.err << error_lines(one); }

    const Invocation& call_;
    const Environment& environment_;
    OutFolder& folder_;
    std::shared_ptr<const Knowledge> knowledge_;
    BatchSetup setup_;
};

}  // namespace

ExitCode run_batch(const Invocation& call, const Environment& environment) {
    if (const auto fault = fault_of_batch_options(call)) {
        environment.err << "detour: " << *fault << "\n";
        return ExitCode::usage;
    }
    auto files = list_patient_files(call.arguments);
    if (!files) {
        print_failure(files.error(), environment);
        return ExitCode::failed;
    }
    auto folder = OutFolder::open(*call.value("out"));
    if (!folder) {
        print_failure(folder.error(), environment);
        return ExitCode::failed;
    }
    return BatchRun(call, environment, *folder).run(std::move(*files));
}

}  // namespace detour
