// SPDX-License-Identifier: Apache-2.0
#include "plan/views.h"

#include <algorithm>

namespace detour {
namespace {

/// Collects the ids wherever a plan may cite one.
class Citations {
public:
    explicit Citations(const Catalogue& catalogue) : catalogue_(catalogue) {}

    void add(const std::vector<std::string>& ids) {
        for (const auto& id : ids) {
            if (catalogue_.sources.contains(id)) {
                ids_.insert(id);
            }
        }
    }
    void add(const std::vector<Because>& reasons) {
        for (const auto& reason : reasons) {
            add(reason.sources);
        }
    }
    void add(const std::vector<Alternative>& alternatives) {
        for (const auto& one : alternatives) {
            add(one.why);
        }
    }
    void add(const Substitution& substitution) {
        for (const auto& culprit : substitution.culprits) {
            add(culprit.because);
        }
        for (const auto& finding : substitution.pattern) {
            add(finding.sources);
        }
        add(substitution.modify);
        add(substitution.alternatives);
        add(substitution.return_path.sources);
    }
    const std::set<std::string>& ids() const { return ids_; }

private:
    const Catalogue& catalogue_;
    std::set<std::string> ids_;
};

std::string url_of(const std::string& at) {
    constexpr std::string_view doi = "doi:";
    constexpr std::string_view pmid = "pmid:";
    if (at.starts_with(doi)) {
        return "https://doi.org/" + at.substr(doi.size());
    }
    if (at.starts_with(pmid)) {
        return "https://pubmed.ncbi.nlm.nih.gov/" + at.substr(pmid.size());
    }
    return at;
}

std::string reference_of(const Source& source) {
    auto text = source.authors;
    if (source.year != 0) {
        text += (text.empty() ? "" : " ") + std::to_string(source.year);
    }
    for (const auto& part : {source.title, source.journal}) {
        if (!part.empty()) {
            text += (text.empty() ? "" : ". ") + part;
        }
    }
    return text;
}

}  // namespace

ExerciseView view_of(const Catalogue& catalogue, const Say& say, ExerciseId id) {
    const auto& exercise = catalogue.exercises[id];
    const auto& text = say.language().exercises[id];
    ExerciseView view;
    view.exercise = exercise.slug;
    view.name = text.name;
    view.short_name = say.short_name(id);
    view.family = catalogue.families[exercise.family].slug;
    view.environment = exercise.environment;
    view.keeps = text.keeps;
    view.steps = text.steps;
    view.feel = text.feel;
    view.stop_if = text.stop_if;
    view.alt = text.alt;
    view.one_side = exercise.laterality == "one-side";
    const auto figure = catalogue.figures.find(exercise.figure);
    if (figure != catalogue.figures.end()) {
        view.figure = std::make_shared<const Figure>(figure->second);
    }
    view.loads = exercise.loads;
    view.met = exercise.met.value;
    return view;
}

std::vector<std::string> sources_of(const Catalogue& catalogue, const LoadEstimate& load) {
    std::set<std::string> ids;
    for (const auto& row : load.evidence) {
        const auto found = catalogue.evidence.find(row);
        if (found != catalogue.evidence.end()) {
            ids.insert(found->second.source);
        }
    }
    return {ids.begin(), ids.end()};
}

std::vector<CitedSource> cited_sources(const Plan& plan, const Catalogue& catalogue) {
    Citations cited(catalogue);
    cited.add(plan.decision_because);
    cited.add(plan.see_clinician.reasons);
    for (const auto& finding : plan.findings) {
        cited.add(finding.sources);
    }
    for (const auto& tolerance : plan.tolerance) {
        cited.add(tolerance.because);
    }
    for (const auto& substitution : plan.substitutions) {
        cited.add(substitution);
    }
    if (plan.program) {
        cited.add(plan.program->pain.sources);
    }
    for (const auto& excluded : plan.excluded) {
        cited.add(excluded.sources);
    }
    std::vector<CitedSource> sources;
    for (const auto& id : cited.ids()) {
        const auto& source = catalogue.sources.find(id)->second;
        sources.push_back({id, reference_of(source), url_of(source.at)});
    }
    return sources;
}

}  // namespace detour
