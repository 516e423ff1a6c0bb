// SPDX-License-Identifier: Apache-2.0
#include "plan/questions.h"

#include "base/text.h"
#include "plan/access.h"
#include "plan/next_question.h"
#include "plan/triage.h"

#include <algorithm>

namespace detour {
namespace {

void add_rule_questions(std::vector<Question>& questions, const Assessment& assessment) {
    const bool is_told = assessment.irritability.word.has_value();
    const auto add = [&](const Rule& rule) {
        const bool is_about_water = rule.kind == RuleKind::pool && !has_pool(assessment);
        if (is_about_water || (is_told && rule.kind == RuleKind::irritability)) {
            return;
        }
        const auto text = assessment.say.optional("rule." + rule.id + ".question");
        if (!text.empty()) {
            questions.push_back({rule.id, text, rule.statement, {}, rule.must_answer});
        }
    };
    for (const auto* rule : assessment.rules.unanswered) {
        add(*rule);
    }
    for (const auto& fired : assessment.rules.fired) {
        if (fired.rule->then.ask && !fired.is_assumed) {
            add(*fired.rule);
        }
    }
}

void add_doubts(std::vector<Question>& questions, const Assessment& assessment) {
    const auto& say = assessment.say;
    for (const auto& doubt : assessment.patient.doubts) {
        const Values values = {{"written", doubt.written}, {"used", doubt.used}};
        questions.push_back({doubt.field,
                             say.with("plan.question.doubt", values),
                             say.with("plan.question.doubt.why", {{"candidates", join(doubt.candidates, ", ")}}),
                             {},
                             false});
    }
}

void add(std::vector<Question>& questions, const Assessment& assessment, const std::string& key) {
    const auto& say = assessment.say;
    questions.push_back({key, say.at("plan.question." + key), say.at("plan.question." + key + ".why"), {}, false});
}

bool asks(const Assessment& assessment, RuleKind kind) {
    return std::ranges::any_of(assessment.rules.unanswered, [&](const Rule* rule) { return rule->kind == kind; });
}

void add_file_questions(std::vector<Question>& questions, const Assessment& assessment) {
    const auto& patient = assessment.patient;
    const auto has = [&](auto predicate) { return std::ranges::any_of(patient.conditions, predicate); };
    if (has([](const PatientCondition& one) { return one.from_code; })) {
        add(questions, assessment, "code");
    }
    if (has([](const PatientCondition& one) { return !one.stage_given && !one.from_rule; })) {
        add(questions, assessment, "stage");
    }
    if (!is_pain_described(patient) && !asks(assessment, RuleKind::soreness)) {
        add(questions, assessment, "pain");
    }
    if (!assessment.irritability.known() && !asks(assessment, RuleKind::irritability)) {
        add(questions, assessment, "irritability");
    }
}

}  // namespace

std::vector<Question> find_rule_questions(const Assessment& assessment) {
    std::vector<Question> questions;
    add_rule_questions(questions, assessment);
    return questions;
}

std::vector<Question> find_questions(const Assessment& assessment) {
    auto questions = find_rule_questions(assessment);
    std::ranges::stable_partition(questions, [](const Question& one) { return one.must_answer; });
    add_doubts(questions, assessment);
    add_file_questions(questions, assessment);
    if (auto probe = next_question(assessment)) {
        questions.push_back(*std::move(probe));
    }
    return questions;
}

}  // namespace detour
