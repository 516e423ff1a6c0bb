// SPDX-License-Identifier: Apache-2.0
// Many patient files to an out folder: what is whole and unchanged stays, the rest is made, whatever one file does the
// others go on. Threads and the order in which files are given change no byte that is written, told or recorded.
#pragma once

#include "app/batch/file_list.h"
#include "app/batch/out_folder.h"
#include "app/batch/record.h"
#include "app/batch/scan.h"
#include "app/patient_outputs.h"

#include <functional>
#include <map>
#include <semaphore>
#include <string>
#include <vector>

namespace detour {

struct BatchSetup {
    OutputOptions outputs;
    std::string made_with;     ///< digest of everything but the patient that changes outputs
    unsigned jobs = 1;         ///< threads that plan and draw
    bool resume = false;       ///< keep what is whole and unchanged
    bool error_files = false;  ///< write NAME.errors.txt for a file with mistakes
};

/// What became of one file.
struct Settled {
    PatientFile file;
    FileRecord record;
    bool kept = false;  ///< it was whole and unchanged
};

struct BatchEvents {
    std::function<void()> arrived;                ///< one more is done; any order
    std::function<void(const Settled&)> settled;  ///< in the order of the files
};

class Batch {
public:
    /// All three must outlive it.
    Batch(const BatchSetup& setup, const Knowledge& knowledge, OutFolder& folder)
        : setup_(setup), knowledge_(knowledge), folder_(folder), processors_(setup.jobs) {}

    /// Deals with all files; the records are in their order, each already in the folder's journal. Events come one at a
    /// time. A second call trusts what this object made or checked, for files with an unchanged stamp.
    std::vector<Settled> run(const std::vector<PatientFile>& files, const BatchEvents& events);

    /// The next run reads this file again, whatever its stamp.
    void distrust(const std::string& name) { known_.erase(name); }

private:
    struct Known {
        FileStamp stamp;
        Scan scan;
        bool checked = false;  ///< the outputs are as the record says
    };

    std::vector<Scan> scan_all(const std::vector<PatientFile>& files);
    Scan scan(const PatientFile& file) const;
    Settled settle(const PatientFile& file, const Scan& scan, const std::vector<RecordError>& conflicts);
    bool can_keep(const PatientFile& file, const Scan& scan) const;
    bool files_are_whole(const FileRecord& record) const;
    std::vector<Output> make(const PatientFile& file, FileRecord& record);
    void write(const std::vector<Output>& outputs, FileRecord& record) const;
    void keep_print(FileRecord& record) const;
    void remove_stale(const std::vector<Settled>& all) const;

    const BatchSetup& setup_;
    const Knowledge& knowledge_;
    OutFolder& folder_;
    std::counting_semaphore<> processors_;  ///< threads that may plan and draw
    DrawingDesk drawing_;
    std::map<std::string, Known> known_;
};

/// The handout as PDF; nullptr if there is none.
const WrittenFile* handout_of(const FileRecord& record);

/// Whether the old record says what a new try would say: same input, same program, knowledge and options, no error that
/// may be gone by now. (A file without a date keeps the day on which it was planned.)
bool still_holds(const FileRecord& old, const Scan& scan, const BatchSetup& setup);

}  // namespace detour
