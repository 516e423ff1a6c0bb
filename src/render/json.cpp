// SPDX-License-Identifier: Apache-2.0
#include "render/json.h"

#include "base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <stdexcept>

namespace detour {
namespace {

using Json = nlohmann::ordered_json;

/// A number that JSON cannot say; ends in a Failure.
struct NotFinite : std::runtime_error {
    using std::runtime_error::runtime_error;
};

constexpr int schema_version = 1;

/// Rounded to the digits that are printed; whole numbers without a fraction.
Json number(double value, int decimals = 2) {
    if (!std::isfinite(value)) {
        throw NotFinite("a number of the plan is not finite");
    }
    const double factor = std::pow(10.0, decimals);
    const double rounded = std::round(value * factor) / factor;
    if (rounded == std::trunc(rounded) && std::abs(rounded) < 1e15) {
        return static_cast<std::int64_t>(rounded);
    }
    return rounded;
}

Json optional_number(const std::optional<double>& value) {
    return value ? number(*value) : Json(nullptr);
}

Json range(const Range& range) {
    if (range.low == range.high) {
        return number(range.low, 1);
    }
    return Json::array({number(range.low, 1), number(range.high, 1)});
}

template <class Items, class Write>
Json list(const Items& items, const Write& write) {
    auto result = Json::array();
    for (const auto& item : items) {
        result.push_back(write(item));
    }
    return result;
}

Json because(const std::vector<Because>& reasons) {
    return list(reasons, [](const Because& one) { return Json{{"text", one.text}, {"source", one.sources}}; });
}

Json dose(const Dose& dose) {
    Json result = Json::object();
    const auto add = [&](const char* key, const std::optional<Range>& value) {
        if (value) {
            result[key] = range(*value);
        }
    };
    add("minutes_per_bout", dose.minutes_per_bout);
    if (dose.bouts_per_day) {
        result["bouts_per_day"] = *dose.bouts_per_day;
    }
    add("days_per_week", dose.days_per_week);
    add("sets", dose.sets);
    add("reps", dose.reps);
    add("hold_s", dose.hold_s);
    add("rest_s", dose.rest_s);
    add("effort_0_10", dose.effort_0_10);
    if (!dose.intervals.empty()) {
        result["intervals"] = dose.intervals;
    }
    result["text"] = dose.text;
    return result;
}

void add_exercise(Json& target, const ExerciseView& exercise) {
    target["exercise"] = exercise.exercise;
    target["name"] = exercise.name;
    target["family"] = exercise.family;
    target["environment"] = exercise.environment;
}

Json loads(const ExerciseView& exercise) {
    Json result = Json::object();
    for (const auto stressor : all_stressors) {
        const auto& estimate = exercise.loads[stressor];
        result[std::string(id_of(stressor))] = {{"low", number(estimate.interval.low.value)},
                                                {"best", number(estimate.interval.best.value)},
                                                {"high", number(estimate.interval.high.value)},
                                                {"unit", unit_of(stressor)},
                                                {"grade", id_of(estimate.grade)}};
    }
    return result;
}

Json change(const std::vector<Change>& changes) {
    Json result = Json::object();
    for (const auto& one : changes) {
        result[std::string(id_of(one.stressor))] = {
            {"from", number(one.from)}, {"to", number(one.to)}, {"unit", unit_of(one.stressor)}};
    }
    return result;
}

Json load_rise(const std::vector<Change>& changes) {
    Json result = Json::object();
    for (const auto& one : changes) {
        result[std::string(id_of(one.stressor))] = number(one.to - one.from);
    }
    return result;
}

Json alternative(const Alternative& one) {
    Json result;
    add_exercise(result, one.exercise);
    result["rank"] = one.rank;
    result["cost"] = number(one.cost, 3);
    result["distance"] = number(one.distance, 3);
    result["path"] = one.path;
    result["keeps"] = one.keeps;
    result["gives_up"] = one.gives_up;
    result["loads"] = loads(one.exercise);
    result["change"] = change(one.change);
    result["certainty"] = one.certainty == Certainty::sure ? "sure" : "probable";
    result["cautions"] = one.cautions;
    result["why"] = because(one.why);
    result["dose"] = dose(one.dose);
    return result;
}

Json culprit(const Culprit& one) {
    return {{"stressor", id_of(one.stressor)},
            {"value", number(one.value)},
            {"cap", optional_number(one.cap)},
            {"unit", unit_of(one.stressor)},
            {"because", because(one.because)}};
}

Json return_stage(const ReturnStage& stage) {
    Json result{{"stage", stage.stage}};
    add_exercise(result, stage.exercise);
    result["dose"] = dose(stage.dose);
    result["load_rise"] = load_rise(stage.load_rise);
    result["enter_if"] = stage.enter_if;
    result["back_if"] = stage.back_if;
    return result;
}

const char* id_of(ReturnKind kind) {
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
    return "";
}

Json finding(const Finding& one) {
    return {{"id", one.id}, {"text", one.text}, {"severity", one.severity}, {"source", one.sources}};
}

Json substitution(const Substitution& one) {
    Json result{
        {"for", one.activity.exercise}, {"for_text", one.for_text}, {"resolved", one.sure ? "sure" : "doubtful"}};
    if (!one.sure) {
        result["candidates"] = list(one.candidates, [](const auto& candidate) {
            return Json{{"exercise", candidate.first}, {"name", candidate.second}};
        });
    }
    result["culprits"] = list(one.culprits, culprit);
    result["pattern"] = list(one.pattern, finding);
    result["technique"] = one.technique;
    result["modify"] = list(one.modify, alternative);
    result["alternatives"] = list(one.alternatives, alternative);
    result["return_path"] = list(one.return_path.stages, return_stage);
    result["return"] = {{"kind", id_of(one.return_path.kind)},
                        {"until", one.return_path.until},
                        {"reason", one.return_path.reason},
                        {"source", one.return_path.sources}};
    result["none_because"] = one.none_because;
    result["admissible"] = one.admissible;
    return result;
}

Json program_exercise(const ProgramExercise& one) {
    return {{"id", one.exercise.exercise},
            {"name", one.exercise.name},
            {"family", one.exercise.family},
            {"environment", one.exercise.environment},
            {"role", one.role},
            {"rule", one.rule},
            {"dose", dose(one.dose)},
            {"cues", one.exercise.steps},
            {"stop_if", one.exercise.stop_if},
            {"progress_if", one.progress_if},
            {"regress_if", one.regress_if}};
}

Json week(const Program& program) {
    constexpr std::array days = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    auto result = Json::array();
    for (std::size_t day = 0; day < days.size(); ++day) {
        auto sessions = Json::array();
        for (const auto& one : program.exercises) {
            if (std::ranges::find(one.days, static_cast<int>(day)) != one.days.end()) {
                sessions.push_back({{"exercise", one.exercise.exercise}, {"dose", one.dose.text}});
            }
        }
        result.push_back({{"day", days.at(day)}, {"sessions", std::move(sessions)}});
    }
    return result;
}

Json pain_rule(const PainBar& pain) {
    Json result{{"has_bar", pain.has_bar}};
    if (pain.has_bar) {
        result["go_to"] = pain.go_to;
        result["slow_down_to"] = pain.slow_to;
        result["go"] = pain.go;
        result["slow_down"] = pain.slow_down;
        result["stop"] = pain.stop;
    }
    result["leg"] = pain.leg_rule;
    result["source"] = pain.sources;
    return result;
}

Json program(const Program& program) {
    return {{"days_per_week", program.days_per_week},
            {"week", week(program)},
            {"exercises", list(program.exercises, program_exercise)},
            {"pain_rule", pain_rule(program.pain)},
            {"met_minutes",
             {{"before", number(program.met_minutes_before, 0)}, {"after", number(program.met_minutes_after, 0)}}},
            {"advice", program.advice},
            {"review_in_days", program.review_in_days}};
}

Json tolerance(const Plan& plan) {
    Json result = Json::object();
    for (const auto stressor : all_stressors) {
        const auto& one = plan.tolerance[stressor];
        result[std::string(id_of(stressor))] = {{"sensitivity", id_of(one.sensitivity)},
                                                {"cap", optional_number(one.cap)},
                                                {"unit", unit_of(stressor)},
                                                {"kind", one.is_protective ? "protective" : "symptom"},
                                                {"because", because(one.because)}};
    }
    return result;
}

Json question(const Question& one) {
    return {{"id", one.id},
            {"question", one.question},
            {"why", one.why},
            {"changes", one.changes},
            {"must_answer", one.must_answer}};
}

Json excluded(const Excluded& one) {
    return {{"exercise", one.exercise},
            {"name", one.name},
            {"family", one.family},
            {"environment", one.environment},
            {"rule", one.rule},
            {"reason", one.reason},
            {"source", one.sources},
            {"kind", id_of(one.kind)}};
}

Json follow_up(const FollowUp& one) {
    return {{"visit", one.visit}, {"decision", one.decision}, {"reason", one.reason}, {"changes", one.changes}};
}

void add_frame(Json& result, const Plan& plan) {
    result["detour"] = {{"version", plan.version},
                        {"schema", schema_version},
                        {"catalogue", {{"id", plan.catalogue_id}, {"sha256", plan.catalogue_sha256}}}};
    result["patient"] = {{"id", plan.patient.id}};
    result["date"] = date_text(plan.date);
    result["decision"] = id_of(plan.decision);
    result["decision_because"] = because(plan.decision_because);
    result["come_back_when"] = plan.come_back_when;
    const auto urgency = plan.urgency != Urgency::none ? plan.urgency : plan.see_clinician.urgency;
    auto reasons = list(plan.see_clinician.reasons, [](const Because& one) { return Json(one.text); });
    result["see_clinician"] = {{"advised", plan.see_clinician.advised},
                               {"urgency", urgency == Urgency::none ? Json(nullptr) : Json(id_of(urgency))},
                               {"reasons", std::move(reasons)}};
    result["handout_withheld"] = plan.handout_withheld;
    result["questions"] = list(plan.questions, question);
    result["defaults_used"] = list(
        plan.defaults_used, [](const DefaultUsed& one) { return Json{{"field", one.field}, {"value", one.value}}; });
    result["findings"] = list(plan.findings, finding);
    result["tolerance"] = tolerance(plan);
}

/// With a hold or a referral no exercise is named anywhere.
void add_exercises(Json& result, const Plan& plan) {
    const bool none = plan.decision == Decision::hold || plan.decision == Decision::refer;
    result["substitutions"] = none ? Json::array() : list(plan.substitutions, substitution);
    result["program"] = none || !plan.program ? Json(nullptr) : program(*plan.program);
    result["none_because"] = none ? std::vector<std::string>{} : plan.program_none_because;
    result["follow_up"] = plan.follow_up ? follow_up(*plan.follow_up) : Json(nullptr);
    result["excluded"] = none ? Json::array() : list(plan.excluded, excluded);
    Json counts = Json::object();
    for (const auto& [kind, count] : plan.excluded_counts) {
        counts[std::string(id_of(kind))] = count;
    }
    result["excluded_counts"] = std::move(counts);
    result["sources"] = list(plan.sources, [](const CitedSource& one) {
        return Json{{"id", one.id}, {"text", one.text}, {"doi_or_url", one.doi_or_url}};
    });
}

}  // namespace

Expected<std::string> render_json(const Plan& plan) {
    try {
        Json result;
        add_frame(result, plan);
        add_exercises(result, plan);
        return result.dump();
    } catch (const NotFinite& problem) {
        return failure(std::string("cannot write JSON: ") + problem.what());
    } catch (const nlohmann::json::exception& problem) {
        return failure(std::string("cannot write JSON: ") + problem.what());
    }
}

}  // namespace detour
