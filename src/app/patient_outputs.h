// SPDX-License-Identifier: Apache-2.0
// Everything that is made of one patient file, in memory: plan, batch and watch share it, and each decides by itself
// where the bytes go. Safe from any thread: no file, no clock, no stream.
#pragma once

#include "app/drawing_desk.h"
#include "base/result.h"
#include "model/decision.h"
#include "plan/planner.h"
#include "read/patient_reader.h"
#include "render/document.h"
#include "render/render.h"

#include <optional>
#include <string>
#include <vector>

namespace detour {

/// One file to write, or a text for standard output.
struct Output {
    std::string name;  ///< "p-0042-handout.pdf"
    std::string bytes;
};

/// What is made of each patient, and how.
struct OutputOptions {
    ReadOptions read;
    PlanOptions plan;
    RenderOptions render;
    bool pdf = true;
    bool markdown = false;
    bool json = false;

    bool is_for(Audience whom) const { return render.audience == whom || render.audience == Audience::both; }
};

struct PatientOutputs {
    std::string id;                    ///< empty: the file could not be read as a patient
    std::optional<Decision> decision;  ///< none: nothing was planned
    bool handout_withheld = false;     ///< for want of screening
    std::vector<Output> files;         ///< handout, clinician sheet, Markdown, JSON: those that were asked for
    Diagnostics diagnostics;           ///< of the patient file
    std::optional<Failure> failure;    ///< it could not be drawn, or a fault in the program; then there are no files
};

/// Reads, plans and renders. Whatever the bytes hold, it comes back.
PatientOutputs
make_outputs(const SourceText& source, const Knowledge& knowledge, const OutputOptions& options, DrawingDesk& drawing);

/// "p-0042" and "handout": "p-0042-handout.pdf".
std::string pdf_name(const std::string& patient_id, const std::string& kind);

/// The documents that the options ask for, by kind: "handout" unless it is withheld, "clinician".
std::vector<std::pair<std::string, Document>> documents_of(const Plan& plan, const OutputOptions& options);

}  // namespace detour
