// SPDX-License-Identifier: Apache-2.0
#include "plan/visit_facts.h"

#include "plan/pain_bar.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace detour {
namespace {

using Number = std::optional<double>;

double days_between(Date from, Date to) {
    return static_cast<double>((std::chrono::sys_days{to} - std::chrono::sys_days{from}).count());
}

void set_number(Facts& facts, const char* field, Number value) {
    if (value) {
        facts.set(field, *value);
    }
}

void set_answer(Facts& facts, const char* field, bool value) {
    facts.set(field, std::string(value ? "yes" : "no"));
}

/// The latest visit and what was before it.
class Course {
public:
    Course(const Patient& patient, double ceiling)
        : patient_(patient), visit_(patient.visits.back()), ceiling_(ceiling) {}

    void write(Facts& facts) const {
        facts.set("visits.count", static_cast<double>(patient_.visits.size()));
        facts.set("visits.weeks_since_start", std::floor(days_between(patient_.date, visit_.date) / 7));
        facts.set("visits.gap_days", days_between(day_before(), visit_.date));
        write_log(facts);
        set_number(facts, "visits.settles_h", visit_.settles_h);
        if (!visit_.distal_response.empty()) {
            facts.set("visits.distal_response", visit_.distal_response);
        }
        if (visit_.new_weakness != Answer::unknown) {
            set_answer(facts, "visits.new_weakness", visit_.new_weakness == Answer::yes);
        }
        write_change(facts);
    }

private:
    Date day_before() const { return before() == nullptr ? patient_.date : before()->date; }
    const Visit* before() const {
        return patient_.visits.size() < 2 ? nullptr : &patient_.visits[patient_.visits.size() - 2];
    }
    /// The usual pain before the sessions of the log.
    Number usual_pain() const {
        return before() != nullptr && before()->pain_now ? before()->pain_now : patient_.pain.now;
    }

    void write_log(Facts& facts) const {
        if (visit_.log.empty()) {
            return;
        }
        double sessions = 0;
        double minutes = 0;
        double over = 0;
        Number worst;
        Number morning;
        bool contradicts = false;
        for (const auto& entry : visit_.log) {
            sessions = std::max(sessions, entry.sessions.value_or(0));
            minutes += entry.sessions.value_or(0) * entry.minutes.value_or(0);
            over += entry.pain_during.value_or(0) > ceiling_ ? 1 : 0;
            worst = entry.pain_during ? std::max(worst.value_or(0), *entry.pain_during) : worst;
            morning = entry.pain_next_morning ? std::max(morning.value_or(0), *entry.pain_next_morning) : morning;
            const bool nothing_done = entry.sessions && *entry.sessions <= 0;
            contradicts = contradicts || (nothing_done && (entry.pain_during || entry.minutes.value_or(0) > 0));
        }
        const double weeks = days_between(day_before(), visit_.date) / 7;
        const double days = weeks * patient_.days_per_week;
        facts.set("visits.sessions", sessions);
        if (days >= 1) {
            facts.set("visits.adherence", sessions / days);
            facts.set("visits.volume_ratio", minutes / (days * patient_.minutes_per_day));
        }
        set_number(facts, "visits.pain_during_max", worst);
        if (worst) {
            facts.set("visits.over_ceiling", *worst - ceiling_);
            facts.set("visits.over_ceiling_count", over);
        }
        if (morning && usual_pain()) {
            facts.set("visits.morning_change", *morning - *usual_pain());
        }
        set_answer(facts, "visits.log_inconsistent", contradicts);
    }

    void write_change(Facts& facts) const {
        if (visit_.pain_now && patient_.pain.now) {
            const double change = *visit_.pain_now - *patient_.pain.now;
            facts.set("visits.pain_change", change);
            if (*patient_.pain.now > 0) {
                facts.set("visits.change_pct", -100 * change / *patient_.pain.now);
            }
        }
        const auto first = mean_score(patient_.psfs);
        const auto latest = mean_score(visit_.psfs);
        if (first && latest) {
            facts.set("visits.psfs_change", *latest - *first);
        }
    }

    static Number mean_score(const std::vector<Psfs>& scores) {
        double sum = 0;
        for (const auto& one : scores) {
            sum += one.score;
        }
        return scores.empty() ? Number() : Number(sum / static_cast<double>(scores.size()));
    }

    const Patient& patient_;
    const Visit& visit_;
    double ceiling_;
};

}  // namespace

void add_visit_facts(Facts& facts,
                     const Patient& at_start,
                     const Catalogue& catalogue,
                     std::optional<Irritability> irritability) {
    if (!at_start.visits.empty()) {
        const auto known = irritability.value_or(catalogue.rules.dose.unknown_irritability);
        Course(at_start, pain_ceiling(catalogue.rules.pain, known, facts)).write(facts);
    }
}

}  // namespace detour
