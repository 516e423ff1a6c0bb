// SPDX-License-Identifier: Apache-2.0
#include "app/patient_outputs.h"

#include "print/print.h"
#include "render/clinician_sheet.h"
#include "render/handout.h"
#include "render/json.h"
#include "render/markdown.h"

#include <fmt/format.h>

#include <exception>

namespace detour {
namespace {

using Documents = std::vector<std::pair<std::string, Document>>;

/// Adds a PDF of each document.
Expected<void> draw_all(const Documents& documents,
                        const std::string& id,
                        const RenderOptions& options,
                        DrawingDesk& drawing,
                        std::vector<Output>& outputs) {
    return drawing.use([&](DrawingContext& context) -> Expected<void> {
        for (const auto& [kind, document] : documents) {
            auto pdf = draw_pdf(document, options, context);
            if (!pdf) {
                return tl::unexpected(pdf.error());
            }
            outputs.push_back({pdf_name(id, kind), std::move(*pdf)});
        }
        return {};
    });
}

Expected<std::vector<Output>> render_all(const Plan& plan, const OutputOptions& options, DrawingDesk& drawing) {
    std::vector<Output> outputs;
    const auto documents = documents_of(plan, options);
    if (options.pdf) {
        if (auto drawn = draw_all(documents, plan.patient.id, options.render, drawing, outputs); !drawn) {
            return tl::unexpected(drawn.error());
        }
    }
    std::string markdown;
    for (const auto& [kind, document] : documents) {
        if (options.markdown) {
            markdown += (markdown.empty() ? "" : "\n") + render_markdown(document);
        }
    }
    if (options.markdown) {
        outputs.push_back({plan.patient.id + ".md", markdown});
    }
    if (options.json) {
        auto json = render_json(plan);
        if (!json) {
            return tl::unexpected(json.error());
        }
        outputs.push_back({plan.patient.id + ".json", *json + "\n"});
    }
    return outputs;
}

void plan_and_render(const Patient& patient,
                     const Knowledge& knowledge,
                     const OutputOptions& options,
                     DrawingDesk& drawing,
                     PatientOutputs& result) {
    const auto plan = make_plan(patient, knowledge, options.plan);
    result.decision = plan.decision;
    result.handout_withheld = plan.handout_withheld;
    auto files = render_all(plan, options, drawing);
    if (files) {
        result.files = std::move(*files);
    } else {
        result.failure = files.error();
    }
}

}  // namespace

std::string pdf_name(const std::string& patient_id, const std::string& kind) {
    return fmt::format("{}-{}.pdf", patient_id, kind);
}

std::vector<std::pair<std::string, Document>> documents_of(const Plan& plan, const OutputOptions& options) {
    std::vector<std::pair<std::string, Document>> documents;
    if (options.is_for(Audience::patient) && !plan.handout_withheld) {
        documents.emplace_back("handout", write_handout(plan, options.render));
    }
    if (options.is_for(Audience::clinician) || plan.handout_withheld) {
        documents.emplace_back("clinician", write_clinician_sheet(plan, options.render));
    }
    return documents;
}

PatientOutputs
make_outputs(const SourceText& source, const Knowledge& knowledge, const OutputOptions& options, DrawingDesk& drawing) {
    PatientOutputs result;
    try {
        auto checked = read_patient(source, knowledge.catalogue, options.read);
        result.diagnostics = std::move(checked.diagnostics);
        if (checked.value) {
            result.id = checked.value->id;
            plan_and_render(*checked.value, knowledge, options, drawing, result);
        }
    } catch (const std::exception& error) {
        result.failure = Failure{fmt::format("a fault in the program: {}", error.what())};
    }
    return result;
}

}  // namespace detour
