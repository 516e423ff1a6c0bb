// SPDX-License-Identifier: Apache-2.0
#include "plan/triage.h"

#include <algorithm>
#include <iterator>

namespace detour {
namespace {

/// An assumed answer adds precautions; it sends nobody away whose flag was never asked.
bool decides(const FiredRule& fired, const Patient& patient) {
    if (!fired.is_assumed || fired.rule->flag.empty()) {
        return true;
    }
    const auto found = patient.red_flags.find(fired.rule->flag);
    return found != patient.red_flags.end() && found->second != Answer::unknown;
}

/// Only what cannot wait refers; what is soon or routine is advised and keeps the plan.
bool refers(const Rule& rule) {
    return rule.then.decision == Decision::refer && rule.then.urgency != Urgency::soon &&
           rule.then.urgency != Urgency::routine;
}

/// A referral without an urgency is taken as urgent.
Urgency urgency_of(const Rule& rule) {
    return rule.then.urgency == Urgency::none ? Urgency::same_day : rule.then.urgency;
}

/// A flag of the kind that sends to a doctor or holds; a mere risk factor leaves soreness what it is.
bool has_serious_flag(const RuleOutcome& outcome) {
    return std::ranges::any_of(outcome.fired, [](const FiredRule& fired) {
        return fired.rule->kind == RuleKind::red_flag && !fired.is_assumed && fired.rule->then.decision;
    });
}

bool speaks_for_pain(const RuleOutcome& outcome) {
    return std::ranges::any_of(outcome.fired, [](const FiredRule& fired) {
        return fired.rule->kind == RuleKind::soreness && fired.rule->then.speaks_for == "pain";
    });
}

class Triager {
public:
    explicit Triager(const Assessment& assessment) : assessment_(assessment), say_(assessment.say) {}

    Triage decide() {
        for (const auto& fired : assessment_.rules.fired) {
            if (decides(fired, assessment_.patient)) {
                weigh(*fired.rule);
            }
        }
        settle_soreness();
        write_messages();
        return std::move(triage_);
    }

private:
    void weigh(const Rule& rule) {
        const auto& then = rule.then;
        if (refers(rule)) {
            raise(Decision::refer, rule);
            triage_.urgency = std::max(triage_.urgency, urgency_of(rule));
        } else if (then.decision == Decision::refer) {
            advise(rule, then.urgency);
        } else if (then.decision == Decision::hold) {
            raise(Decision::hold, rule);
        } else if (then.decision) {
            raise(*then.decision, rule);
        }
        if (then.see_clinician != Urgency::none) {
            advise(rule, then.see_clinician);
        }
    }

    /// The strongest decision wins and keeps only its own reasons.
    void raise(Decision decision, const Rule& rule) {
        if (decision < strongest_) {
            return;
        }
        if (decision > strongest_) {
            deciding_.clear();
        }
        strongest_ = decision;
        any_ = true;
        deciding_.push_back(&rule);
    }

    void advise(const Rule& rule, Urgency urgency) {
        auto& advice = triage_.see_clinician;
        advice.advised = true;
        advice.urgency = std::max(advice.urgency, urgency);
        advice.reasons.push_back({rule.statement, rule.support.sources});
        if (urgency == Urgency::soon) {
            add_once(soon_, say_.optional("rule." + rule.id + ".patient"));
        }
    }

    static void add_once(std::vector<std::string>& texts, const std::string& text) {
        if (!text.empty() && std::ranges::find(texts, text) == texts.end()) {
            texts.push_back(text);
        }
    }

    /// A visit within days is the patient's to book: said on the handout, in the rule's words if it has any.
    void write_soon() {
        if (soon_.empty() && triage_.see_clinician.urgency == Urgency::soon) {
            soon_.push_back(say_.at("plan.substitute.see_soon"));
        }
        std::ranges::copy(soon_, std::back_inserter(triage_.patient_message));
    }

    void settle_soreness() {
        const bool sore = any_ && strongest_ == Decision::continue_;
        const bool doubtful = has_serious_flag(assessment_.rules) || speaks_for_pain(assessment_.rules) ||
                              !is_pain_described(assessment_.patient);
        triage_.decision = sore && !doubtful ? Decision::continue_ : std::max(strongest_, Decision::substitute);
        if (triage_.decision == strongest_) {
            for (const auto* rule : deciding_) {
                const bool is_said = std::ranges::any_of(
                    triage_.because, [&](const Because& one) { return one.text == rule->statement; });
                if (!is_said) {
                    triage_.because.push_back({rule->statement, rule->support.sources});
                }
            }
        }
        if (triage_.because.empty()) {
            triage_.because.push_back({say_.at("plan.decision.pain"), {}});
        }
    }

    void write_messages() {
        switch (triage_.decision) {
            case Decision::refer:
                write_rule_messages();
                add(triage_.urgency == Urgency::emergency ? "plan.refer.emergency" : "plan.refer.same_day");
                add("plan.refer.rest");
                return;
            case Decision::hold:
                write_rule_messages();
                add("plan.hold.today");
                write_until();
                return;
            case Decision::continue_:
                add("plan.continue.soreness");
                add("plan.continue.go_on");
                add("plan.continue.same_dose");
                add("plan.continue.if_pain");
                return;
            case Decision::substitute:
                add("plan.substitute.stop");
                write_soon();
                return;
        }
    }

    void write_rule_messages() {
        for (const auto* rule : deciding_) {
            const auto text = say_.optional("rule." + rule->id + ".patient");
            if (!text.empty()) {
                triage_.patient_message.push_back(text);
            }
        }
    }

    void write_until() {
        for (const auto* rule : deciding_) {
            const auto text = say_.optional("rule." + rule->id + ".until");
            if (!text.empty()) {
                triage_.come_back_when.push_back(text);
            }
        }
        if (triage_.come_back_when.empty()) {
            triage_.come_back_when.push_back(say_.at("plan.hold.until"));
        }
    }

    void add(const char* key) { triage_.patient_message.push_back(say_.at(key)); }

    const Assessment& assessment_;
    const Say& say_;
    Triage triage_;
    Decision strongest_ = Decision::continue_;
    bool any_ = false;
    std::vector<const Rule*> deciding_;
    std::vector<std::string> soon_;
};

}  // namespace

bool is_pain_described(const Patient& patient) {
    const auto& pain = patient.pain;
    return !pain.quality.empty() && (pain.settles_after_h || pain.settles_min) &&
           pain.limits_daily_activity != Answer::unknown;
}

Triage triage_patient(const Assessment& assessment) {
    return Triager(assessment).decide();
}

}  // namespace detour
