// SPDX-License-Identifier: Apache-2.0
#include "support/sample_plan.h"

#include <fstream>
#include <map>
#include <regex>

namespace detour::test {
namespace {

std::map<std::string, std::string, std::less<>> read_labels(const std::string& path) {
    static const std::regex line_of_label(R"re(^"([^"]+)": "(.*)"$)re");
    std::map<std::string, std::string, std::less<>> labels;
    std::ifstream stream(path);
    std::string line;
    while (std::getline(stream, line)) {
        std::smatch match;
        if (std::regex_match(line, match, line_of_label)) {
            labels.emplace(match[1], match[2]);
        }
    }
    return labels;
}

/// A stick person of paths: enough to see where a picture is put.
std::shared_ptr<const Figure> sample_figure(int frames) {
    auto figure = std::make_shared<Figure>();
    figure->id = "sample";
    figure->layout = frames > 1 ? "column" : "single";
    figure->frames.resize(static_cast<std::size_t>(frames));
    for (auto& frame : figure->frames) {
        frame.scene.push_back({"ground", {}, {}, {}});
    }
    return figure;
}

LoadEstimate load(double low, double best, double high, Grade grade) {
    return {{Load{low}, Load{best}, Load{high}}, grade, {}, "for the test"};
}

PerStressor<LoadEstimate> sample_loads(double factor) {
    PerStressor<LoadEstimate> loads;
    loads[Stressor::compression] = load(2 * factor, 3 * factor, 4.5 * factor, Grade::measured);
    loads[Stressor::impact] = load(2 * factor, 2.4 * factor, 2.9 * factor, Grade::scaled);
    loads[Stressor::flexion] = load(0.05, 0.15, 0.3, Grade::judged);
    loads[Stressor::sitting] = load(0, 1 - factor, 1, Grade::analogue);
    return loads;
}

ExerciseView view(std::string slug, std::string name, std::string short_name, double factor) {
    ExerciseView exercise;
    exercise.exercise = std::move(slug);
    exercise.name = std::move(name);
    exercise.short_name = std::move(short_name);
    exercise.family = "sample-family";
    exercise.environment = "land-home";
    exercise.keeps = "Keeps your heart and legs fit";
    exercise.steps = {"Set the seat so your knee is a little bent at the bottom.",
                      "Sit tall. Rest your hands lightly on the bars.",
                      "Start with five easy minutes.",
                      "Then keep a pace at which you can still talk."};
    exercise.feel = "warm legs and faster breathing";
    exercise.stop_if = "leg pain spreads, or pain goes above GO";
    exercise.alt = "A person doing " + exercise.name + ".";
    exercise.loads = sample_loads(factor);
    exercise.met = 6;
    exercise.figure = sample_figure(exercise.exercise == "bird-dog-leg" ? 2 : 1);
    return exercise;
}

Dose aerobic_dose() {
    Dose dose;
    dose.minutes_per_bout = Range{20, 20};
    dose.days_per_week = Range{4, 4};
    dose.effort_0_10 = Range{3, 4};
    dose.text = "20 minutes, 4 days a week";
    return dose;
}

Dose repeated_dose() {
    Dose dose;
    dose.reps = Range{8, 8};
    dose.sets = Range{2, 2};
    dose.hold_s = Range{8, 8};
    dose.days_per_week = Range{5, 5};
    dose.text = "2 rounds of 8 times, hold 8 s, 5 days a week";
    return dose;
}

std::vector<ExerciseView> sample_exercises() {
    auto bike = view("bike-upright", "Exercise bike, sitting upright", "exercise bike", 0.4);
    auto pool = view("pool-walking", "Walking in a warm pool, chest deep", "warm pool", 0.3);
    auto bird = view("bird-dog-leg", "Bird dog, leg only", "bird dog", 0.5);
    bird.one_side = true;
    bird.steps = {"Get on your hands and knees. Keep your back flat.",
                  "Slide one leg back, no higher than your hip.",
                  "Hold, breathe, and come back. Change sides."};
    auto prone = view("prone-elbows", "Lying on your front, up on elbows", "up on elbows", 0.2);
    auto walk = view("walking-flat", "Walking on flat ground", "walking", 0.6);
    auto deep = view("deep-running", "Deep-water running with a belt", "deep-water run", 0.3);
    return {bike, pool, bird, prone, walk, deep};
}

ProgramExercise prescribed(const ExerciseView& exercise, bool aerobic) {
    ProgramExercise one;
    one.exercise = exercise;
    one.role = aerobic ? "alternative" : "trunk";
    one.dose = aerobic ? aerobic_dose() : repeated_dose();
    one.rule = "dose.yaml#aerobic/subacute/moderate";
    one.progress_if = "two sessions stayed within GO";
    one.regress_if = "pain is still up next morning";
    one.days = aerobic ? std::vector{1, 2, 4, 6} : std::vector{0, 1, 3, 4, 5};
    return one;
}

Alternative alternative(const ExerciseView& exercise, int rank) {
    Alternative one;
    one.exercise = exercise;
    one.rank = rank;
    one.cost = 0.25 * rank;
    one.distance = 0.1 * rank;
    one.keeps = {"aerobic fitness", "legs"};
    one.gives_up = {"bone loading"};
    one.change = {{Stressor::impact, 2.4, 1.1}, {Stressor::compression, 3, 1.2}};
    one.certainty = rank == 3 ? Certainty::probable : Certainty::sure;
    one.cautions = {"stand up every ten minutes"};
    one.why = {{"the saddle carries the trunk", {"source-a"}}};
    one.dose = aerobic_dose();
    return one;
}

ReturnStage stage(int number, const ExerciseView& exercise) {
    ReturnStage one;
    one.stage = number;
    one.exercise = exercise;
    one.dose = aerobic_dose();
    one.load_rise = {{Stressor::impact, 1.1, 1.3}};
    one.enter_if = {"two sessions in a row stayed within GO",
                    "ten minutes of step " + std::to_string(number) + " went well"};
    one.back_if = {"pain is above GO", "pain is still up next morning"};
    return one;
}

Substitution sample_substitution() {
    const auto exercises = sample_exercises();
    Substitution substitution;
    substitution.activity = view("running-10", "Running, 10 km/h", "running", 1);
    substitution.for_text = "running in the park";
    substitution.culprits = {
        {Stressor::impact, 2.4, 1.3, {{"pain starts after ten minutes of running", {"source-b"}}}}};
    substitution.pattern = {{"cause-technique", "Over-striding was seen.", "info", {"source-a"}}};
    substitution.technique = {"Your foot lands far in front of you. Try: take shorter, quicker steps."};
    for (int i = 0; i < 3; ++i) {
        substitution.alternatives.push_back(alternative(exercises[static_cast<std::size_t>(i)], i + 1));
    }
    substitution.modify = {alternative(view("run-walk", "Run 1 minute, walk 2 minutes", "run-walk", 0.8), 1)};
    substitution.return_path.kind = ReturnKind::open;
    substitution.return_path.stages = {stage(1, exercises[0]),
                                       stage(2, view("walking-brisk", "Brisk walking, 6 km/h", "brisk walking", 0.6)),
                                       stage(3, view("run-walk", "Run 1 minute, walk 2 minutes", "run-walk", 0.8)),
                                       stage(4, substitution.activity)};
    substitution.admissible = 38;
    return substitution;
}

Program sample_program(int exercises) {
    Program program;
    program.days_per_week = 5;
    const auto views = sample_exercises();
    for (int i = 0; i < exercises; ++i) {
        program.exercises.push_back(prescribed(views.at(static_cast<std::size_t>(i)), i != 2 && i != 3));
    }
    program.pain.go = "0 to 3: usually OK. Go on.";
    program.pain.slow_down = "Up to 5: slow down and do less.";
    program.pain.stop = "6 and over: stop and rest.";
    program.pain.leg_rule = "Leg pain that spreads down: stop, whatever the number.";
    program.pain.sources = {"source-b"};
    program.met_minutes_before = 900;
    program.met_minutes_after = 480.4;
    program.advice = {"A flare is not damage. Halve it for two or three days, then climb again.",
                      "Bend with care in the first hour of the day."};
    return program;
}

Plan frame() {
    Plan plan;
    plan.version = "0.1.0";
    plan.catalogue_id = "2026-11";
    plan.catalogue_sha256 = "3f9ac1d2aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    plan.date = Date{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{24}};
    plan.phrases = sample_phrases();
    plan.patient.id = "p-0042";
    plan.patient.name = "Maria Example";
    plan.patient.summary = "47 years, 71 kg, recreational";
    plan.patient.conditions = {"Lumbar disc herniation with radiculopathy (M51.16), subacute"};
    plan.patient.outlook = "Most backs like yours get better over weeks. Moving helps.";
    plan.patient.words = "I want to run in the park again";
    plan.patient.goals = {"aerobic", "running again by 2027-03-01"};
    plan.patient.psfs = {"running 2 of 10"};
    plan.patient.irritability = "moderate (therapist)";
    plan.patient.provokes = "running, pain 6 of 10 after 10 min";
    plan.patient.tolerates = "walking 20 min, pain 1 of 10";
    plan.therapist = {"A. Therapist PT", "Example Clinic", "555-0100", "Call me if the leg pain spreads."};
    plan.emergency_if = {"you feel numb or odd between your legs",
                         "your bladder, bowel or sexual function changes",
                         "pain or weakness is new in both legs",
                         "you have chest pain, or you faint"};
    plan.call_if = {"pain spreads farther down your leg", "night pain will not ease", "you have a fever"};
    plan.sources = {{"source-a", "Author A, Author B. A study of sitting. Journal 2010;1:1-9.", "doi:10.1000/a"},
                    {"source-b", "Author C. Pain after running. Journal 2012;2:10-19.", "doi:10.1000/b"}};
    return plan;
}

std::string longer(const std::string& text) {
    return text.empty() ? text : text + " " + text.substr(0, text.size() * 35 / 100);
}

void lengthen(std::vector<std::string>& texts) {
    for (auto& text : texts) {
        text = longer(text);
    }
}

}  // namespace

std::shared_ptr<const Phrases> sample_phrases() {
    static const auto phrases =
        std::make_shared<const Phrases>("en", read_labels(DETOUR_SOURCE_DIR "/data/text/en/labels.yaml"));
    return phrases;
}

Plan sample_plan(int exercises) {
    auto plan = frame();
    plan.decision_because = {{"sharp pain that starts during running and limits the day", {"source-b"}}};
    plan.see_clinician = {true, Urgency::routine, {{"leg pain for more than six weeks", {"source-b"}}}};
    plan.questions = {
        {"probe-stairs", "Does going down stairs hurt?", "impact or bending", {"yes: impact stays a culprit"}, false}};
    plan.defaults_used = {{"paper", "a4"}, {"availability", "3 days a week, 30 minutes"}};
    plan.findings = {{"leg-pain", "Leg pain is recorded apart from back pain.", "caution", {}}};
    plan.tolerance[Stressor::impact] = {Sensitivity::high, 1.3, false, {{"disc herniation, subacute", {"source-b"}}}};
    plan.tolerance[Stressor::flexion] = {Sensitivity::high, 0.33, true, {{"disc herniation, subacute", {"source-b"}}}};
    plan.substitutions = {sample_substitution()};
    plan.program = sample_program(exercises);
    plan.cautions = {"Drink water before and after. Stop if you feel dizzy."};
    plan.excluded = {{"breaststroke",
                      "Swimming, breaststroke",
                      "swimming",
                      "pool-deep",
                      "ldh-extension",
                      "the back arches at each stroke",
                      {"source-a"},
                      ExcludedKind::contraindication},
                     {"elliptical",
                      "Elliptical trainer",
                      "elliptical",
                      "gym",
                      "access",
                      "no elliptical at hand",
                      {},
                      ExcludedKind::access}};
    plan.excluded_counts = {{ExcludedKind::contraindication, 12}, {ExcludedKind::access, 26}};
    return plan;
}

Plan sample_referral() {
    auto plan = frame();
    plan.decision = Decision::refer;
    plan.urgency = Urgency::emergency;
    plan.decision_because = {{"new numbness of the saddle area", {"source-a"}}};
    plan.patient_message = {"You told us that you feel numb between your legs.",
                            "A doctor has to look at this at once."};
    plan.see_clinician = {true, Urgency::emergency, {{"suspected cauda equina syndrome", {"source-a"}}}};
    plan.substitutions = {sample_substitution()};
    plan.program = sample_program(3);
    return plan;
}

Plan sample_hold() {
    auto plan = frame();
    plan.decision = Decision::hold;
    plan.urgency = Urgency::same_day;
    plan.patient_message = {"You have a fever today. Your body needs rest."};
    plan.come_back_when = {"your fever has been gone for two days", "you feel well at rest"};
    return plan;
}

Plan sample_soreness() {
    auto plan = frame();
    plan.decision = Decision::continue_;
    plan.patient_message = {"This sounds like sore muscles after new exercise."};
    plan.program = sample_program(3);
    plan.program->exercises.clear();
    return plan;
}

Plan sample_withheld() {
    auto plan = sample_plan(3);
    plan.questions.push_back(
        {"rf-ces-saddle", "Is there new numbness between the legs?", "cauda equina", {"yes: emergency"}, true});
    plan.questions.push_back({"rf-fever", "Fever, or infection in the last weeks?", "infection", {}, true});
    plan.handout_withheld = true;
    return plan;
}

Plan lengthened(Plan plan) {
    for (auto& one : plan.program->exercises) {
        one.exercise.name = longer(one.exercise.name);
        one.exercise.feel = longer(one.exercise.feel);
        one.exercise.stop_if = longer(one.exercise.stop_if);
        one.dose.text = longer(one.dose.text);
        lengthen(one.exercise.steps);
    }
    lengthen(plan.emergency_if);
    lengthen(plan.call_if);
    lengthen(plan.program->advice);
    plan.program->pain.go = longer(plan.program->pain.go);
    plan.program->pain.stop = longer(plan.program->pain.stop);
    plan.patient.outlook = longer(plan.patient.outlook);
    return plan;
}

}  // namespace detour::test

/// Read by the leak sanitizer: fontconfig keeps the four typefaces (9 KB) to the end of the process.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig";
}
