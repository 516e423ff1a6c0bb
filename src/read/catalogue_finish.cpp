// SPDX-License-Identifier: Apache-2.0
#include "read/catalogue_finish.h"

#include "read/sha256.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace detour {

void compute_tags(Catalogue& catalogue, Diagnostics& diagnostics) {
    std::vector<int> caught(catalogue.rules.tags.size(), 0);
    for (auto id = ExerciseId{}; id.value < catalogue.exercises.size(); ++id.value) {
        const auto facts = facts_of(catalogue, id);
        for (auto tag = TagId{}; tag.value < catalogue.rules.tags.size(); ++tag.value) {
            if (evaluate(catalogue.rules.tags[tag].when, facts) == Truth::yes) {
                catalogue.exercises[id].tags.push_back(tag);
                ++caught[tag.value];
            }
        }
    }
    for (auto tag = TagId{}; tag.value < catalogue.rules.tags.size(); ++tag.value) {
        if (caught[tag.value] == 0) {
            diagnostics.push_back({{"rules/tags.yaml", 0, 0},
                                   Severity::warning,
                                   fmt::format("the tag '{}' catches no exercise", catalogue.rules.tags[tag].slug),
                                   "",
                                   {}});
        }
    }
}

void count_matches(Catalogue& catalogue, Diagnostics& diagnostics) {
    for (auto id = ExerciseId{}; id.value < catalogue.exercises.size(); ++id.value) {
        const auto facts = facts_of(catalogue, id);
        for (auto& condition : catalogue.conditions) {
            for (auto& good : condition.good_for) {
                good.matches += evaluate(good.match, facts) == Truth::yes ? 1 : 0;
            }
        }
    }
    for (const auto& condition : catalogue.conditions) {
        for (const auto& good : condition.good_for) {
            if (good.matches == 0) {
                diagnostics.push_back({{fmt::format("conditions/{}.yaml", condition.slug), 0, 0},
                                       Severity::warning,
                                       fmt::format("no exercise matches the evidence for '{}'", describe(good.match)),
                                       "",
                                       {}});
            }
        }
    }
}

void find_dosed(Catalogue& catalogue, Diagnostics& diagnostics) {
    for (auto id = ExerciseId{}; id.value < catalogue.exercises.size(); ++id.value) {
        const auto facts = facts_of(catalogue, id);
        for (auto& rule : catalogue.rules.rules) {
            for (auto& dose : rule.then.doses) {
                if (evaluate(dose.match, facts) == Truth::yes) {
                    dose.exercises.push_back(id);
                }
            }
        }
    }
    for (const auto& rule : catalogue.rules.rules) {
        for (const auto& dose : rule.then.doses) {
            if (dose.exercises.empty()) {
                auto message = fmt::format("rule '{}': no exercise matches '{}'", rule.id, describe(dose.match));
                diagnostics.push_back({{"rules", 0, 0}, Severity::warning, std::move(message), "", {}});
            }
        }
    }
}

namespace {

/// "comorbidities=stoma" for what lists are asked for, and the field alone for the rest.
class ReadWords {
public:
    void add(const Expression& expression) {
        words_.insert(expression.field);
        for (const auto& operand : expression.operands) {
            if (const auto* word = std::get_if<std::string>(&operand)) {
                words_.insert(expression.field + "=" + *word);
            } else if (const auto* list = std::get_if<std::vector<std::string>>(&operand)) {
                for (const auto& one : *list) {
                    words_.insert(expression.field + "=" + one);
                }
            }
        }
        for (const auto& part : expression.parts) {
            add(part);
        }
    }
    void add(const std::optional<Expression>& expression) {
        if (expression) {
            add(*expression);
        }
    }
    void add_comorbidity(const std::string& word) { words_.insert("comorbidities=" + word); }
    bool holds(const std::string& word) const { return words_.contains(word); }

private:
    std::set<std::string> words_;
};

void add_bars(ReadWords& read, const std::vector<Bar>& bars) {
    for (const auto& bar : bars) {
        if (const auto* expression = std::get_if<WhileTrue>(&bar.until)) {
            read.add(expression->expression);
        }
    }
}

ReadWords words_read(const Catalogue& catalogue) {
    ReadWords read;
    for (const auto& rule : catalogue.rules.rules) {
        read.add(rule.when);
        read.add(rule.asked);
        read.add(rule.explained);
    }
    for (const auto& condition : catalogue.conditions) {
        read.add_comorbidity(condition.comorbidity);
        for (const auto* bars : {&condition.absolute, &condition.relative, &condition.allow_only}) {
            add_bars(read, *bars);
        }
        for (const auto& cap : condition.caps) {
            read.add(cap.unless);
        }
        for (const auto& signature : condition.signature) {
            read.add(signature.when);
        }
        for (const auto& misfit : condition.misfit) {
            read.add(misfit.when);
        }
    }
    return read;
}

}  // namespace

void find_unread_words(const Catalogue& catalogue, Diagnostics& diagnostics) {
    const auto read = words_read(catalogue);
    const auto& vocabulary = catalogue.rules.vocabulary;
    const auto check = [&](const char* file, const std::string& word, const std::string& as) {
        if (!read.holds(as)) {
            auto message =
                fmt::format("no rule reads '{}': a patient file that names it would be heard by nobody", word);
            diagnostics.push_back({{file, 0, 0}, Severity::error, std::move(message), "", {}});
        }
    };
    for (const auto& word : vocabulary.comorbidities) {
        check("rules/lists.yaml", word.id, "comorbidities=" + word.id);
    }
    for (const auto& word : vocabulary.medications) {
        check("rules/lists.yaml", word.id, "medications=" + word.id);
    }
    for (const auto& word : vocabulary.procedures) {
        if (word.condition.empty()) {
            check("rules/lists.yaml", word.id, "surgery.procedure=" + word.id);
        }
    }
    for (const auto& [flag, meaning] : vocabulary.red_flags) {
        check("rules/lists.yaml", flag, "red_flags." + flag);
    }
    for (const auto& answer : vocabulary.answers) {
        check("rules/answers", answer.id, "answers." + answer.id);
    }
}

std::string sha256_of(std::vector<SourceText> files) {
    std::ranges::sort(files);
    std::string all;
    const auto add = [&](const std::string& text) { all += std::to_string(text.size()) + ":" + text; };
    for (const auto& file : files) {
        add(file.name);
        add(file.text);
    }
    return sha256_hex(all);
}

}  // namespace detour
