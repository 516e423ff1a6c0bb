// SPDX-License-Identifier: Apache-2.0
#include "plan/next_question.h"

#include <algorithm>
#include <cstdlib>

namespace detour {
namespace {

/// How far from an even split; nothing if the probe parts nothing.
std::optional<int> unevenness(const Probe& probe, const std::vector<Stressor>& culprits) {
    const auto tested = static_cast<int>(std::ranges::count_if(
        culprits, [&](Stressor one) { return std::ranges::find(probe.tests, one) != probe.tests.end(); }));
    const auto rest = static_cast<int>(culprits.size()) - tested;
    return tested == 0 || rest == 0 ? std::nullopt : std::optional(std::abs(tested - rest));
}

Question question_of(const Probe& probe, const std::vector<Stressor>& culprits, const Say& say) {
    Question question;
    question.id = probe.id;
    question.question = say.at("probe." + probe.id + ".question");
    question.why = say.with("plan.question.probe.why", {{"culprits", say.stressors(culprits)}});
    question.changes = {say.at("probe." + probe.id + ".yes"), say.at("probe." + probe.id + ".no")};
    return question;
}

}  // namespace

std::optional<Question> next_question(const Assessment& assessment) {
    if (assessment.culprits.empty()) {
        return std::nullopt;
    }
    const auto& culprits = assessment.culprits.front().stressors;
    const Probe* best = nullptr;
    int least = 0;
    for (const auto& probe : assessment.catalogue().rules.probes) {
        const auto uneven = unevenness(probe, culprits);
        if (uneven && (best == nullptr || *uneven < least)) {
            best = &probe;
            least = *uneven;
        }
    }
    return best == nullptr ? std::nullopt : std::optional(question_of(*best, culprits, assessment.say));
}

}  // namespace detour
