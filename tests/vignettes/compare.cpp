// SPDX-License-Identifier: Apache-2.0
#include "vignettes/compare.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace detour::vignettes {
namespace {

constexpr std::string_view tag_prefix = "tag:";

/// An exercise that the patient is told to do now, and how much of it.
struct Offer {
    std::string exercise;
    std::string family;
    Dose dose;
};

std::vector<Offer> offered(const Plan& plan) {
    std::vector<Offer> offers;
    for (const auto& substitution : plan.substitutions) {
        for (const auto* list : {&substitution.alternatives, &substitution.modify}) {
            for (const auto& one : *list) {
                offers.push_back({one.exercise.exercise, one.exercise.family, one.dose});
            }
        }
    }
    if (plan.program) {
        for (const auto& one : plan.program->exercises) {
            offers.push_back({one.exercise.exercise, one.exercise.family, one.dose});
        }
    }
    return offers;
}

bool is_named(const Offer& offer, const std::string& name, const Catalogue& catalogue) {
    if (name.starts_with(tag_prefix)) {
        const auto exercise = catalogue.find_exercise(offer.exercise);
        const auto tag = catalogue.find_tag(name.substr(tag_prefix.size()));
        return exercise && tag && catalogue.has_tag(*exercise, *tag);
    }
    return offer.exercise == name || offer.family == name;
}

bool is_offered(const std::string& name, const std::vector<Offer>& offers, const Catalogue& catalogue) {
    return std::ranges::any_of(offers, [&](const auto& offer) { return is_named(offer, name, catalogue); });
}

std::string names_of(const std::vector<Offer>& offers) {
    std::set<std::string> names;
    for (const auto& offer : offers) {
        names.insert(offer.exercise);
    }
    return names.empty() ? "nothing" : fmt::format("{}", fmt::join(names, " "));
}

/// The question of a red flag goes by the id of the rule that reads it.
bool asks(const Plan& plan, const std::string& name, const Catalogue& catalogue) {
    return std::ranges::any_of(plan.questions, [&](const Question& question) {
        if (question.id == name || question.id.ends_with("." + name)) {
            return true;
        }
        const auto& rules = catalogue.rules.rules;
        const auto rule = std::ranges::find(rules, question.id, &Rule::id);
        return rule != rules.end() && rule->flag == name;
    });
}

std::string_view id_of(ReturnKind kind) {
    switch (kind) {
        case ReturnKind::open:
            return "open";
        case ReturnKind::wait:
            return "wait";
        case ReturnKind::barred:
            return "barred";
        case ReturnKind::none:
            return "none";
    }
    return "none";
}

/// What the patient reads beside the exercises.
bool is_mentioned(const Plan& plan, const std::string& words) {
    const auto says = [&](const std::string& text) { return text.find(words) != std::string::npos; };
    return std::ranges::any_of(plan.cautions, says) ||
           (plan.program && std::ranges::any_of(plan.program->advice, says));
}

/// Collects what differs.
class Judge {
public:
    Judge(const Expectation& expect, const Plan& plan, const Catalogue& catalogue)
        : expect_(expect), plan_(plan), catalogue_(catalogue), offers_(offered(plan)) {}

    std::vector<Disagreement> disagreements() {
        check_decision();
        check_offers();
        check_questions();
        check_words();
        check_text();
        check_pain_bar();
        check_doses();
        return std::move(found_);
    }

private:
    void add(std::string text, bool is_harmful = false) { found_.push_back({std::move(text), is_harmful}); }

    void check_decision() {
        const auto& allowed = expect_.decision;
        if (!allowed.empty() && std::ranges::find(allowed, plan_.decision) == allowed.end()) {
            std::vector<std::string_view> wanted;
            for (const auto one : allowed) {
                wanted.push_back(id_of(one));
            }
            const bool is_stop = std::ranges::all_of(allowed, [](auto one) { return one >= Decision::hold; });
            const bool is_harmful = is_stop && (plan_.decision < Decision::hold || !offers_.empty());
            add(fmt::format("expected {}, got {}", fmt::join(wanted, " or "), id_of(plan_.decision)), is_harmful);
        } else if (plan_.decision >= Decision::hold && !offers_.empty()) {
            add(fmt::format("{} with exercises: {}", id_of(plan_.decision), names_of(offers_)), true);
        }
        if (expect_.urgency && plan_.urgency != *expect_.urgency) {
            add(fmt::format("expected urgency {}, got {}", id_of(*expect_.urgency), id_of(plan_.urgency)));
        }
        const auto advised = plan_.see_clinician.advised ? plan_.see_clinician.urgency : Urgency::none;
        if (expect_.see_clinician && std::max(advised, plan_.urgency) < *expect_.see_clinician) {
            add(fmt::format(
                "expected see_clinician {} at least, got {}", id_of(*expect_.see_clinician), id_of(advised)));
        }
    }

    void check_offers() {
        const auto is_there = [&](const auto& name) { return is_offered(name, offers_, catalogue_); };
        if (!expect_.some_of.empty() && std::ranges::none_of(expect_.some_of, is_there)) {
            add(fmt::format("expected one of {}, got {}", fmt::join(expect_.some_of, " "), names_of(offers_)));
        }
        for (const auto& name : expect_.none_of) {
            std::vector<Offer> hits;
            std::ranges::copy_if(offers_, std::back_inserter(hits), [&](const auto& offer) {
                return is_named(offer, name, catalogue_);
            });
            if (!hits.empty()) {
                add(fmt::format("expected no {}, got {}", name, names_of(hits)), true);
            }
        }
    }

    void check_questions() {
        for (const auto& name : expect_.asks) {
            if (!asks(plan_, name, catalogue_)) {
                add(fmt::format("expected the question {}, it is not asked", name));
            }
        }
        for (const auto& name : expect_.does_not_ask) {
            if (asks(plan_, name, catalogue_)) {
                add(fmt::format("expected no question {}, it is asked", name));
            }
        }
        if (expect_.handout_withheld && plan_.handout_withheld != *expect_.handout_withheld) {
            add(*expect_.handout_withheld ? "expected the handout to be withheld, it is not"
                                          : "expected a handout, it is withheld");
        }
    }

    void check_words() {
        if (!plan_.patient.irritability.starts_with(expect_.irritability)) {
            add(fmt::format("expected irritability {}, got {}", expect_.irritability, plan_.patient.irritability));
        }
        const auto follow_up = plan_.follow_up ? plan_.follow_up->decision : "none";
        const auto& allowed = expect_.follow_up;
        if (!allowed.empty() && std::ranges::find(allowed, follow_up) == allowed.end()) {
            add(fmt::format("expected follow-up {}, got {}", fmt::join(allowed, " or "), follow_up));
        }
    }

    void check_text() {
        for (const auto& words : expect_.mentions) {
            if (!is_mentioned(plan_, words)) {
                add(fmt::format("expected the words '{}', they are missing", words));
            }
        }
        for (const auto& words : expect_.does_not_mention) {
            if (is_mentioned(plan_, words)) {
                add(fmt::format("expected no words '{}', they are there", words));
            }
        }
        const auto kind = plan_.substitutions.empty() ? ReturnKind::none : plan_.substitutions.front().return_path.kind;
        if (!expect_.return_path.empty() && id_of(kind) != expect_.return_path) {
            add(fmt::format("expected the return path to be {}, got {}", expect_.return_path, id_of(kind)));
        }
    }

    void check_pain_bar() {
        if (!plan_.program) {
            if (expect_.has_pain_bar || expect_.pain_go_at_most || expect_.pain_go_at_least) {
                add("expected a program with a pain bar, got no program");
            }
            return;
        }
        const auto& bar = plan_.program->pain;
        if (expect_.has_pain_bar && bar.has_bar != *expect_.has_pain_bar) {
            add(bar.has_bar ? "expected no pain bar, got one" : "expected a pain bar, got none");
        }
        if (expect_.pain_go_at_most && bar.has_bar && bar.go_to > *expect_.pain_go_at_most) {
            add(fmt::format("expected go up to pain {} at most, got {}", *expect_.pain_go_at_most, bar.go_to));
        }
        if (expect_.pain_go_at_least && (!bar.has_bar || bar.go_to < *expect_.pain_go_at_least)) {
            add(fmt::format("expected go up to pain {} at least, got {}",
                            *expect_.pain_go_at_least,
                            bar.has_bar ? std::to_string(bar.go_to) : "no bar"));
        }
    }

    void
    check_limit(std::string_view what, std::optional<double> limit, std::optional<Range> dose, const Offer& offer) {
        if (limit && dose && dose->high > *limit) {
            add(fmt::format("expected {} {} of {} at most, got {}", what, *limit, offer.exercise, dose->high));
        }
    }

    void check_doses() {
        if (expect_.exercises_at_most && plan_.program &&
            static_cast<double>(plan_.program->exercises.size()) > *expect_.exercises_at_most) {
            add(fmt::format(
                "expected {} exercises at most, got {}", *expect_.exercises_at_most, plan_.program->exercises.size()));
        }
        if (!expect_.dose_at_most) {
            return;
        }
        const auto& limit = *expect_.dose_at_most;
        for (const auto& offer : offers_) {
            if (!limit.name.empty() && !is_named(offer, limit.name, catalogue_)) {
                continue;
            }
            check_limit("minutes", limit.minutes, offer.dose.minutes_per_bout, offer);
            check_limit("effort", limit.effort, offer.dose.effort_0_10, offer);
            check_limit("sets", limit.sets, offer.dose.sets, offer);
            check_limit("days", limit.days, offer.dose.days_per_week, offer);
        }
    }

    const Expectation& expect_;
    const Plan& plan_;
    const Catalogue& catalogue_;
    std::vector<Offer> offers_;
    std::vector<Disagreement> found_;
};

}  // namespace

std::vector<Disagreement> compare(const Expectation& expect, const Plan& plan, const Catalogue& catalogue) {
    return Judge(expect, plan, catalogue).disagreements();
}

std::vector<std::string> unknown_names(const Expectation& expect, const Catalogue& catalogue) {
    std::vector<std::string> unknown;
    auto names = expect.some_of;
    names.insert(names.end(), expect.none_of.begin(), expect.none_of.end());
    if (expect.dose_at_most && !expect.dose_at_most->name.empty()) {
        names.push_back(expect.dose_at_most->name);
    }
    for (const auto& name : names) {
        const bool is_known = name.starts_with(tag_prefix)
                                  ? catalogue.find_tag(name.substr(tag_prefix.size())).has_value()
                                  : catalogue.find_exercise(name) || catalogue.find_family(name);
        if (!is_known) {
            unknown.push_back(name);
        }
    }
    return unknown;
}

}  // namespace detour::vignettes
