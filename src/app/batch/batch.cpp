// SPDX-License-Identifier: Apache-2.0
// Three steps: look at every file (digest, id), settle each on its own, remove what earlier runs made for these files
// and this one did not. Until the last step nothing that was finished is touched but to be replaced by its successor.
#include "app/batch/batch.h"

#include "app/batch/discreet.h"
#include "app/batch/parallel.h"
#include "app/batch/progress.h"
#include "app/output_file.h"
#include "base/text.h"
#include "read/sha256.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <unistd.h>

namespace detour {
namespace {

namespace fs = std::filesystem;

/// A disk makes many files durable in the time of one: while one thread plans and draws, these wait for the disk.
constexpr unsigned writers_for_a_job = 8;

std::string place_text(const Place& place, const std::string& name) {
    return place.line == 0 ? name : fmt::format("{}:{}:{}", name, place.line, place.column);
}

bool is_settled_error(const RecordError& error) {
    return error.kind == ErrorKind::mistake || error.kind == ErrorKind::print;
}

/// Errors that say nothing against what earlier runs made.
bool may_pass(const RecordError& error) {
    return error.kind == ErrorKind::write || error.kind == ErrorKind::unreadable;
}

bool is_plain_name(const std::string& name) {
    return !name.empty() && name.find('/') == std::string::npos && !name.starts_with(".") && name != manifest_name;
}

std::string names_text(const std::vector<PatientFile>& files, const std::vector<std::size_t>& numbers) {
    std::vector<std::string> names;
    for (const auto number : numbers) {
        names.push_back(files[number].name);
    }
    return join(names, ", ");
}

using Errors = std::vector<std::vector<RecordError>>;

Errors conflict_errors(const std::vector<PatientFile>& files, const std::vector<Scan>& scans) {
    Errors errors(files.size());
    const auto conflicts = find_conflicts(files, scans);
    for (const auto& group : conflicts.same_name) {
        for (const auto one : group) {
            errors[one].push_back(
                {ErrorKind::shared_name, files[one].name, fmt::format("{} files have this name", group.size())});
        }
    }
    for (const auto& group : conflicts.same_id) {
        const auto message = fmt::format("{} files are of patient {}, none of them was planned: {}",
                                         group.size(),
                                         scans[group.front()].id,
                                         names_text(files, group));
        for (const auto one : group) {
            errors[one].push_back({ErrorKind::shared_id, place_text(scans[one].id_place, files[one].name), message});
        }
    }
    return errors;
}

std::vector<RecordError> errors_of(const PatientOutputs& made, const std::string& name) {
    std::vector<RecordError> errors;
    for (const auto& diagnostic : sorted(made.diagnostics)) {
        if (diagnostic.severity == Severity::error) {
            errors.push_back({ErrorKind::mistake, place_text(diagnostic.place, name), discreet(diagnostic.message)});
        }
    }
    if (made.failure) {
        errors.push_back({ErrorKind::program, name, discreet(made.failure->message)});
    }
    return errors;
}

/// "cannot read /home/anna/p-1.yaml: it is a folder" without the path.
std::string reason_of(const Failure& failure) {
    const auto colon = failure.message.rfind(": ");
    return "cannot be read" + (colon == std::string::npos ? "" : failure.message.substr(colon));
}

std::string error_text(const FileRecord& record) {
    std::string text;
    for (const auto& error : record.errors) {
        text += fmt::format("{}: error: {}\n", error.place, error.message);
    }
    return text;
}

std::string file_digest(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) {
        return "";
    }
    return sha256_hex(std::string(std::istreambuf_iterator<char>(stream), {}));
}

}  // namespace

const WrittenFile* handout_of(const FileRecord& record) {
    const auto found = std::ranges::find(record.files, pdf_name(record.id, "handout"), &WrittenFile::name);
    return found == record.files.end() ? nullptr : &*found;
}

bool still_holds(const FileRecord& old, const Scan& scan, const BatchSetup& setup) {
    return !scan.input_sha256.empty() && old.input_sha256 == scan.input_sha256 && old.made_with == setup.made_with &&
           std::ranges::all_of(old.errors, is_settled_error);
}

std::vector<Settled> Batch::run(const std::vector<PatientFile>& files, const BatchEvents& events) {
    const auto scans = scan_all(files);
    const auto conflicts = conflict_errors(files, scans);
    InOrder<Settled> results(files.size(), events.settled);
    for_each_number(files.size(), setup_.jobs * writers_for_a_job, [&](std::size_t at) {
        results.add(at, settle(files[at], scans[at], conflicts[at]), events.arrived);
    });
    auto all = results.take();
    for (const auto& one : all) {
        known_[one.file.name].checked = std::ranges::all_of(one.record.errors, is_settled_error);
    }
    remove_stale(all);
    return all;
}

std::vector<Scan> Batch::scan_all(const std::vector<PatientFile>& files) {
    std::vector<Scan> scans(files.size());
    std::vector<FileStamp> stamps(files.size());
    for_each_number(files.size(), setup_.jobs, [&](std::size_t at) {
        stamps[at] = stamp_of(files[at].path);
        const auto found = known_.find(files[at].name);
        const bool is_known = found != known_.end() && found->second.stamp == stamps[at];
        scans[at] = is_known ? found->second.scan : scan(files[at]);
    });
    for (std::size_t at = 0; at < files.size(); ++at) {
        auto& known = known_[files[at].name];
        const bool checked = known.checked && known.scan == scans[at];
        known = {stamps[at], scans[at], checked};
    }
    return scans;
}

Scan Batch::scan(const PatientFile& file) const {
    try {
        return scan_file(file);
    } catch (const std::exception& error) {
        Scan broken;
        broken.unreadable = Failure{discreet(error.what())};
        return broken;
    }
}

Settled Batch::settle(const PatientFile& file, const Scan& scan, const std::vector<RecordError>& conflicts) {
    processors_.acquire();
    if (conflicts.empty() && can_keep(file, scan)) {
        processors_.release();
        return {file, folder_.records().at(file.name), true};
    }
    const auto start = seconds_now();
    FileRecord record;
    record.file = file.name;
    record.id = scan.id;
    record.input_sha256 = scan.input_sha256;
    record.made_with = setup_.made_with;
    record.errors = conflicts;
    if (scan.unreadable) {
        record.errors.push_back({ErrorKind::unreadable, file.name, reason_of(*scan.unreadable)});
    }
    auto outputs = record.errors.empty() ? make(file, record) : std::vector<Output>{};
    processors_.release();
    if (setup_.error_files && !record.errors.empty()) {
        outputs.push_back({record.file + ".errors.txt", error_text(record)});
    }
    write(outputs, record);
    keep_print(record);
    record.ms = (seconds_now() - start) * 1000;
    if (const auto noted = folder_.note(record); !noted) {
        record.errors.push_back({ErrorKind::write, file.name, noted.error().message});
    }
    return {file, record, false};
}

bool Batch::files_are_whole(const FileRecord& record) const {
    return std::ranges::all_of(record.files, [&](const WrittenFile& file) {
        return is_plain_name(file.name) && file_digest(folder_.path() / file.name) == file.sha256;
    });
}

bool Batch::can_keep(const PatientFile& file, const Scan& scan) const {
    const auto old = folder_.records().find(file.name);
    if (!setup_.resume || old == folder_.records().end() || !still_holds(old->second, scan, setup_)) {
        return false;
    }
    return known_.at(file.name).checked || files_are_whole(old->second);
}

std::vector<Output> Batch::make(const PatientFile& file, FileRecord& record) {
    const auto source = load_text(file.path.string());
    if (!source || sha256_hex(source->text) != record.input_sha256) {
        record.errors.push_back(
            {ErrorKind::unreadable, file.name, "changed while the run went on; run it again with --resume"});
        return {};
    }
    auto made = make_outputs(*source, knowledge_, setup_.outputs, drawing_);
    record.decision = made.decision;
    record.withheld = made.handout_withheld && setup_.outputs.is_for(Audience::patient);
    record.errors = errors_of(made, file.name);
    return std::move(made.files);
}

void Batch::write(const std::vector<Output>& outputs, FileRecord& record) const {
    const auto fail = [&](const Failure& failure) {
        record.errors.push_back({ErrorKind::write, record.file, failure.message});
    };
    for (const auto& output : outputs) {
        if (const auto written = write_unflushed(folder_.path() / output.name, output.bytes); !written) {
            fail(written.error());
        } else {
            record.files.push_back({output.name, sha256_hex(output.bytes), output.bytes.size()});
        }
    }
    if (outputs.empty()) {
        return;
    }
    if (const auto flushed = flush_folder(folder_.path()); !flushed) {
        fail(flushed.error());
    }
}

/// A handout that was printed and came out the same is not printed again.
void Batch::keep_print(FileRecord& record) const {
    const auto old = folder_.records().find(record.file);
    if (!setup_.resume || old == folder_.records().end() || !old->second.print) {
        return;
    }
    const auto* before = handout_of(old->second);
    const auto* now = handout_of(record);
    if (before != nullptr && now != nullptr && *before == *now) {
        record.print = old->second.print;
    }
}

void Batch::remove_stale(const std::vector<Settled>& all) const {
    std::set<std::string> names;
    std::set<std::string> ids;
    std::set<std::string> made_now;
    for (const auto& one : all) {
        names.insert(one.file.name);
        ids.insert(one.record.id);
        for (const auto& file : one.record.files) {
            made_now.insert(file.name);
        }
    }
    std::set<std::string> stale;
    for (const auto& one : all) {
        if (!std::ranges::any_of(one.record.errors, may_pass)) {
            stale.merge(folder_.names_made_for(one.file.name));
        }
    }
    for (const auto& [name, record] : folder_.records()) {
        if (!record.id.empty() && ids.contains(record.id) && !names.contains(name)) {
            stale.merge(folder_.names_made_for(name));
        }
    }
    for (const auto& name : stale) {
        if (is_plain_name(name) && !made_now.contains(name)) {
            unlink((folder_.path() / name).c_str());
        }
    }
}

}  // namespace detour
