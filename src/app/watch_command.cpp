// SPDX-License-Identifier: Apache-2.0
// `detour watch`: a folder in which a saved patient file becomes a handout within a second, for the clinic that saves
// from its own software. Each change is a small batch over the folder that trusts what this process made before.
#include "app/batch/batch_call.h"
#include "app/batch/printing.h"
#include "app/batch/watched_folder.h"
#include "app/commands.h"
#include "app/knowledge.h"
#include "app/messages.h"

#include <fmt/format.h>

#include <chrono>
#include <map>
#include <ostream>
#include <set>

namespace detour {
namespace {

class Watch {
public:
    Watch(const Invocation& call, const Environment& environment, OutFolder& folder)
        : call_(call), environment_(environment), folder_(folder), knowledge_(built_in_knowledge()),
          setup_(batch_setup(call, environment, knowledge_->catalogue)), batch_(setup_, *knowledge_, folder) {
        setup_.resume = true;
        setup_.error_files = true;
    }

    /// One look at the folder: what is new or changed is made. `saved`: files that are known to be wholly written.
    void look(const std::set<std::string>& saved) {
        for (const auto& name : saved) {
            batch_.distrust(name);
        }
        auto files = list_patient_files(call_.arguments);
        if (!files) {
            tell_once("", files.error().message + "\n");
            return;
        }
        const auto left_out = std::erase_if(
            *files, [&](const PatientFile& file) { return !saved.contains(file.name) && is_fresh(file); });
        must_look_soon_ = left_out > 0;
        auto stamps = stamps_of(*files);
        if (saved.empty() && stamps == seen_ && !must_try_again_) {
            return;
        }
        seen_ = std::move(stamps);
        setup_.outputs.read.today = today();
        auto all = batch_.run(*files, {[] {}, [&](const Settled& one) { tell(one); }});
        if (const auto queue = call_.value("print")) {
            print_handouts(*queue, folder_, all, [&](const Settled& one) { tell(one); });
        }
        finish(all);
    }

    /// Files were left out that somebody may still be writing.
    bool must_look_soon() const { return must_look_soon_; }

private:
    using Stamps = std::vector<std::pair<std::string, FileStamp>>;

    static Stamps stamps_of(const std::vector<PatientFile>& files) {
        Stamps stamps;
        for (const auto& file : files) {
            stamps.emplace_back(file.name, stamp_of(file.path));
        }
        return stamps;
    }

    /// Changed within the last second, so perhaps not yet whole: its closing is told, or a later look finds it.
    static bool is_fresh(const PatientFile& file) {
        const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
        const auto age = now - stamp_of(file.path).modified_s;
        return age == 0 || age == 1;
    }

    /// The caller's day, moved on by the days that went by since the start.
    Date today() const { return Date{std::chrono::sys_days{environment_.today} + (system_day() - first_day_)}; }
    static std::chrono::sys_days system_day() {
        return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    }

    void tell(const Settled& one) {
        tell_once(one.file.name, error_lines(one));
        if (one.record.errors.empty() && !one.kept && !call_.has("quiet")) {
            environment_.out << fmt::format("{}: {}\n", one.file.name, id_of(*one.record.decision)) << std::flush;
        }
    }

    /// The same errors of a file are not told at each look.
    void tell_once(const std::string& name, const std::string& lines) {
        auto& told = told_[name];
        if (told != lines) {
            environment_.err << lines << std::flush;
            told = lines;
        }
    }

    /// Files that are gone from the folder keep their records; their patients were dealt with.
    void finish(const std::vector<Settled>& all) {
        std::map<std::string, FileRecord> records = folder_.records();
        std::set<std::string> ids;
        for (const auto& one : all) {
            ids.insert(one.record.id);
        }
        std::erase_if(records, [&](const auto& item) { return ids.contains(item.second.id); });
        must_try_again_ = false;
        for (const auto& one : all) {
            records[one.file.name] = one.record;
            must_try_again_ =
                must_try_again_ || !still_holds(one.record, {one.record.input_sha256, "", {}, {}}, setup_);
        }
        std::vector<FileRecord> in_order;
        std::vector<std::string> names;
        for (auto& [name, record] : records) {
            names.push_back(name);
            in_order.push_back(std::move(record));
        }
        const auto header = header_of(setup_, knowledge_->catalogue, {}, names, names.size());
        if (const auto finished = folder_.finish(header, in_order); !finished) {
            must_try_again_ = true;
            tell_once("", finished.error().message + "\n");
        }
    }

    const Invocation& call_;
    const Environment& environment_;
    OutFolder& folder_;
    std::shared_ptr<const Knowledge> knowledge_;
    BatchSetup setup_;
    Batch batch_;
    std::chrono::sys_days first_day_ = system_day();
    Stamps seen_;
    bool must_look_soon_ = false;
    bool must_try_again_ = true;
    std::map<std::string, std::string> told_;
};

}  // namespace

ExitCode run_watch(const Invocation& call, const Environment& environment) {
    if (const auto fault = fault_of_batch_options(call)) {
        environment.err << "detour: " << *fault << "\n";
        return ExitCode::usage;
    }
    // Watched before the first look, so that nothing falls in between.
    auto watched = WatchedFolder::open(call.arguments.front());
    if (!watched) {
        print_failure(watched.error(), environment);
        return ExitCode::failed;
    }
    auto folder = OutFolder::open(*call.value("out"));
    if (!folder) {
        print_failure(folder.error(), environment);
        return ExitCode::failed;
    }
    Watch watch(call, environment, *folder);
    watch.look({});
    if (!call.has("quiet")) {
        environment.out << fmt::format("watching {}\n", call.arguments.front()) << std::flush;
    }
    const auto next = [&] { return watched->wait(watch.must_look_soon()); };
    for (auto change = next(); !change.stop; change = next()) {
        std::erase_if(change.names, [](const std::string& name) { return !looks_like_patient(name); });
        watch.look(change.names);
    }
    return ExitCode::done;
}

}  // namespace detour
