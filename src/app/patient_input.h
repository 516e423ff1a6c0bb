// SPDX-License-Identifier: Apache-2.0
// A patient file from the command line: - is standard input; --date and --language beat the file.
#pragma once

#include "app/command_line.h"
#include "app/patient_outputs.h"
#include "model/patient.h"
#include "read/source_text.h"

#include <optional>
#include <string>

namespace detour {

/// What is wrong with --date, if anything.
std::optional<std::string> fault_of_patient_options(const Invocation& call);

/// What the options of plan, batch and watch ask for.
OutputOptions output_options(const Invocation& call, const Environment& environment);

/// The bytes of a file, or of standard input.
Expected<SourceText> load_input(const std::string& file, const Environment& environment);

/// The patient, or nothing after printing all that is wrong with the file.
std::optional<Patient> read_patient_file(const std::string& file,
                                         const Catalogue& catalogue,
                                         const Invocation& call,
                                         const Environment& environment);

}  // namespace detour
