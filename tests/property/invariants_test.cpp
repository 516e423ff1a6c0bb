// SPDX-License-Identifier: Apache-2.0
// The invariants of planning, each over random patients drawn evenly from the knowledge base. A failure prints the
// shrunk patient file and the seed; RC_PARAMS="seed=..." repeats it, RC_PARAMS="max_success=2000" runs more.
#include "plan/planner.h"
#include "render/json.h"
#include "support/knowledge.h"
#include "support/random_patient.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

using namespace detour;
using test::PatientDraft;

namespace {

Plan plan_of(const PatientDraft& draft) {
    return make_plan(test::patient(test::yaml_of(draft)), test::knowledge(), {"0.0.0", true, false});
}

/// Exercises that the patient is told to do now: alternatives, lighter forms and the program.
std::set<std::string> offered_now(const Plan& plan) {
    std::set<std::string> slugs;
    for (const auto& substitution : plan.substitutions) {
        for (const auto& one : substitution.alternatives) {
            slugs.insert(one.exercise.exercise);
        }
    }
    if (plan.program) {
        for (const auto& one : plan.program->exercises) {
            slugs.insert(one.exercise.exercise);
        }
    }
    return slugs;
}

/// What the plan did not leave out.
std::set<std::string> admitted(const Plan& plan) {
    std::set<std::string> slugs;
    for (const auto& exercise : test::knowledge().catalogue.exercises) {
        slugs.insert(exercise.slug);
    }
    for (const auto& one : plan.excluded) {
        slugs.erase(one.exercise);
    }
    return slugs;
}

const Exercise& exercise_of(const std::string& slug) {
    const auto& catalogue = test::knowledge().catalogue;
    return catalogue.exercises[*catalogue.find_exercise(slug)];
}

bool is_in_force(const Bar& bar, const PatientCondition& condition, const Facts& facts) {
    struct Visitor {
        const PatientCondition& condition;
        const Facts& facts;
        bool operator()(Always) const { return true; }
        bool operator()(ThroughStage until) const { return condition.stage <= until.stage; }
        /// A stage that the file gives is at least 6 (subacute) or 12 (persistent) weeks old.
        bool operator()(ForWeeks until) const {
            const int by_stage = 6 * static_cast<int>(condition.stage);
            const int least = condition.weeks.value_or(condition.stage_given ? by_stage : 0);
            return least < until.weeks;
        }
        bool operator()(const WhileTrue& until) const { return evaluate(until.expression, facts) != Truth::no; }
    };
    return std::visit(Visitor{condition, facts}, bar.until);
}

bool has_any(const Exercise& exercise, const std::vector<TagId>& tags) {
    return std::ranges::any_of(tags, [&](TagId tag) { return std::ranges::binary_search(exercise.tags, tag); });
}

/// Tags that conditions and rules bar absolutely, found anew from the knowledge base.
std::vector<TagId> barred_tags(const Patient& patient) {
    const auto& catalogue = test::knowledge().catalogue;
    const auto facts = facts_of(patient, catalogue, patient.irritability);
    std::vector<TagId> tags;
    for (const auto& condition : patient.conditions) {
        for (const auto& bar : catalogue.conditions[condition.id].absolute) {
            if (is_in_force(bar, condition, facts)) {
                tags.insert(tags.end(), bar.tags.begin(), bar.tags.end());
            }
        }
    }
    for (const auto& rule : catalogue.rules.rules) {
        const bool is_explained = rule.explained && evaluate(*rule.explained, facts) == Truth::yes;
        if (!is_explained && evaluate(rule.when, facts) == Truth::yes) {
            tags.insert(tags.end(), rule.then.exclude.begin(), rule.then.exclude.end());
        }
    }
    return tags;
}

bool is_subset(const std::set<std::string>& part, const std::set<std::string>& whole) {
    return std::ranges::includes(whole, part);
}

/// True unless the check failed; rapidcheck shrinks the draft when it did.
template <class Check>
void holds_for(const char* fact, rc::Gen<PatientDraft> drafts, Check check) {
    const bool passed = rc::check(fact, [&] { check(*drafts); });
    REQUIRE(passed);
}

}  // namespace

TEST_CASE("a flag that stops everything leaves no exercise anywhere", "[property][safety]") {
    holds_for("refer and hold carry no exercise", test::patients(), [](const PatientDraft& draft) {
        const auto plan = plan_of(draft);
        if (plan.decision == Decision::refer || plan.decision == Decision::hold) {
            RC_ASSERT(plan.substitutions.empty());
            RC_ASSERT(!plan.program.has_value());
            RC_ASSERT(plan.excluded.empty());
            RC_ASSERT(!plan.patient_message.empty());
        }
    });
}

TEST_CASE("a rule that refers at once and is answered yes always refers", "[property][safety]") {
    holds_for("no patient with an emergency gets exercises", test::patients(), [](const PatientDraft& draft) {
        const auto patient = test::patient(test::yaml_of(draft));
        const auto facts = facts_of(patient, test::knowledge().catalogue, patient.irritability);
        const auto plan = plan_of(draft);
        for (const auto& rule : test::knowledge().catalogue.rules.rules) {
            const bool stops = rule.then.decision == Decision::refer && rule.then.urgency >= Urgency::same_day;
            if (stops && evaluate(rule.when, facts) == Truth::yes) {
                RC_ASSERT(plan.decision == Decision::refer);
                RC_ASSERT(plan.urgency >= rule.then.urgency);
            }
        }
    });
}

TEST_CASE("nothing that is absolutely contraindicated is printed", "[property][safety]") {
    holds_for("no barred exercise is offered", test::patients_without_flags(), [](const PatientDraft& draft) {
        const auto patient = test::patient(test::yaml_of(draft));
        const auto tags = barred_tags(patient);
        for (const auto& slug : offered_now(plan_of(draft))) {
            RC_TAG(slug);
            RC_ASSERT(!has_any(exercise_of(slug), tags));
            RC_ASSERT(std::ranges::find(draft.exclude, slug) == draft.exclude.end());
        }
    });
}

TEST_CASE("what a surgeon forbids is not offered", "[property][safety]") {
    REQUIRE(rc::check([] {
        const auto draft = *test::patients_without_flags();
        const auto& catalogue = test::knowledge().catalogue;
        for (const auto& slug : offered_now(plan_of(draft))) {
            const auto& family = catalogue.families[exercise_of(slug).family].slug;
            RC_ASSERT(std::ranges::find(draft.surgeon_forbids, family) == draft.surgeon_forbids.end());
        }
    }));
}

TEST_CASE("every alternative is lower than the aggravating activity on every culprit", "[property]") {
    holds_for("alternatives lower each culprit", test::patients_without_flags(), [](const PatientDraft& draft) {
        for (const auto& substitution : plan_of(draft).substitutions) {
            for (const auto& culprit : substitution.culprits) {
                for (const auto& one : substitution.alternatives) {
                    const auto best = one.exercise.loads[culprit.stressor].interval.best.value;
                    RC_ASSERT(best < substitution.activity.loads[culprit.stressor].interval.best.value);
                }
            }
        }
    });
}

TEST_CASE("adding a condition never admits an exercise", "[property][safety]") {
    holds_for("more conditions, fewer exercises", test::patients_without_flags(), [](PatientDraft draft) {
        draft.aggravating.resize(1);
        const auto before = plan_of(draft);
        const auto& all = test::knowledge().catalogue.conditions.items();
        const auto& extra = all[*rc::gen::inRange<std::size_t>(0, all.size())].slug;
        if (std::ranges::any_of(draft.conditions, [&](const auto& one) { return one.id == extra; })) {
            RC_DISCARD("the condition is there already");
        }
        draft.conditions.push_back({extra, "acute"});
        const auto after = plan_of(draft);
        if (before.decision == Decision::substitute && after.decision == Decision::substitute) {
            RC_ASSERT(is_subset(admitted(after), admitted(before)));
        }
    });
}

TEST_CASE("adding a comorbidity never admits an exercise", "[property][safety]") {
    holds_for("more illnesses, fewer exercises", test::patients_without_flags(), [](PatientDraft draft) {
        draft.aggravating.resize(1);
        const auto before = plan_of(draft);
        const auto& all = test::knowledge().catalogue.rules.vocabulary.comorbidities;
        const auto& extra = all[*rc::gen::inRange<std::size_t>(0, all.size())].id;
        if (std::ranges::find(draft.comorbidities, extra) != draft.comorbidities.end()) {
            RC_DISCARD("the comorbidity is there already");
        }
        draft.comorbidities.push_back(extra);
        const auto after = plan_of(draft);
        if (before.decision == Decision::substitute && after.decision == Decision::substitute) {
            RC_ASSERT(is_subset(admitted(after), admitted(before)));
        }
    });
}

TEST_CASE("raising irritability never raises a cap, a dose or what is admitted", "[property][safety]") {
    holds_for("more irritable, less load", test::patients_without_flags(), [](PatientDraft draft) {
        draft.aggravating.resize(1);
        const bool from_low = *rc::gen::arbitrary<bool>();
        draft.irritability = from_low ? "low" : "moderate";
        const auto calmer = plan_of(draft);
        draft.irritability = from_low ? "moderate" : "high";
        const auto hotter = plan_of(draft);
        for (const auto stressor : all_stressors) {
            const auto& before = calmer.tolerance[stressor].cap;
            const auto& after = hotter.tolerance[stressor].cap;
            RC_TAG(std::string(id_of(stressor)));
            RC_ASSERT(!before || (after && *after <= *before));
        }
        RC_ASSERT(is_subset(admitted(hotter), admitted(calmer)));
        if (!calmer.program || !hotter.program) {
            return;
        }
        for (const auto& before : calmer.program->exercises) {
            for (const auto& after : hotter.program->exercises) {
                const bool same = before.exercise.exercise == after.exercise.exercise;
                if (same && before.dose.minutes_per_bout && after.dose.minutes_per_bout) {
                    RC_ASSERT(after.dose.minutes_per_bout->high <= before.dose.minutes_per_bout->high);
                }
                if (same && before.dose.effort_0_10 && after.dose.effort_0_10) {
                    RC_ASSERT(after.dose.effort_0_10->high <= before.dose.effort_0_10->high);
                }
            }
        }
    });
}

TEST_CASE("nobody is sent to a pool that they cannot use", "[property][safety]") {
    holds_for("pool access, deep water and swimming", test::patients_without_flags(), [](const PatientDraft& draft) {
        const auto has = [&](const char* place) {
            return std::ranges::find(draft.places, place) != draft.places.end();
        };
        for (const auto& slug : offered_now(plan_of(draft))) {
            const auto& exercise = exercise_of(slug);
            const bool in_water = !exercise.immersion.empty();
            RC_ASSERT(!in_water || has("pool") || has("heated-pool"));
            const bool needs_to_swim = exercise.environment == "pool-deep" ||
                                       std::ranges::find(exercise.traits, "needs-swim-skill") != exercise.traits.end();
            RC_ASSERT(!needs_to_swim || draft.swims);
        }
    });
}

TEST_CASE("an unanswered question of the six is printed and withholds the handout", "[property][safety]") {
    holds_for("unknown is not no", test::patients(), [](const PatientDraft& draft) {
        const auto plan = plan_of(draft);
        const auto patient = test::patient(test::yaml_of(draft));
        const auto facts = facts_of(patient, test::knowledge().catalogue, patient.irritability);
        for (const auto& rule : test::knowledge().catalogue.rules.rules) {
            const bool is_asked = !rule.asked || evaluate(*rule.asked, facts) == Truth::yes;
            const bool open =
                rule.must_answer && is_asked && !rule.flag.empty() && draft.red_flags.at(rule.flag) == "unknown";
            if (open && plan.decision != Decision::refer) {
                RC_TAG(rule.id);
                RC_ASSERT(std::ranges::any_of(plan.questions, [&](const Question& one) { return one.id == rule.id; }));
                RC_ASSERT(plan.handout_withheld);
            }
        }
    });
}

TEST_CASE("what aggravates never comes back as its own substitute", "[property]") {
    holds_for("neither itself nor a higher level of it", test::patients_without_flags(), [](const PatientDraft& draft) {
        for (const auto& substitution : plan_of(draft).substitutions) {
            const auto& activity = exercise_of(substitution.activity.exercise);
            for (const auto& one : substitution.alternatives) {
                const auto& exercise = exercise_of(one.exercise.exercise);
                RC_ASSERT(exercise.slug != activity.slug);
                RC_ASSERT(exercise.family != activity.family || exercise.level < activity.level);
            }
        }
    });
}

TEST_CASE("the same file gives the same bytes", "[property]") {
    holds_for("planning is a function", test::patients(), [](const PatientDraft& draft) {
        RC_ASSERT(render_json(plan_of(draft)).value() == render_json(plan_of(draft)).value());
    });
}

TEST_CASE("a program keeps to the days, the minutes and six exercises", "[property]") {
    holds_for("a program fits the week", test::patients_without_flags(), [](const PatientDraft& draft) {
        const auto plan = plan_of(draft);
        if (!plan.program) {
            return;
        }
        RC_ASSERT(plan.program->exercises.size() <= 6U);
        RC_ASSERT(plan.program->days_per_week <= draft.days_per_week);
        for (const auto& one : plan.program->exercises) {
            RC_ASSERT(!one.dose.minutes_per_bout || one.dose.minutes_per_bout->high <= draft.minutes_per_day);
            RC_ASSERT(static_cast<int>(one.days.size()) <= draft.days_per_week);
        }
    });
}
