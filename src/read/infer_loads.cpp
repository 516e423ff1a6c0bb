// SPDX-License-Identifier: Apache-2.0
// A load may rest on another exercise's load, which may rest on a third: each is computed once, on demand, and a load
// that is asked for while it is being computed closes a circle. An inference is never graded better than what it
// rests on, and what rests on a judgement is judged.
#include "read/infer_loads.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace detour {
namespace {

constexpr int most_steps = 2;

/// An estimate and how many formulas lie between it and a measurement.
struct Derived {
    LoadEstimate estimate;
    int steps = 0;
    bool is_known = false;
};

enum class Progress { untouched, begun, done };

bool is_share(Stressor stressor) {
    switch (stressor) {
        case Stressor::flexion:
        case Stressor::extension:
        case Stressor::rotation:
        case Stressor::sitting:
        case Stressor::standing:
        case Stressor::neural_tension:
            return true;
        case Stressor::compression:
        case Stressor::shear:
        case Stressor::impact:
        case Stressor::vibration:
        case Stressor::count:
            return false;
    }
    return false;
}

Interval<Load> bounded(const Interval<double>& raw, Stressor stressor) {
    const double most = is_share(stressor) ? 1 : std::numeric_limits<double>::max();
    const auto clamped = [&](double value) { return Load{std::clamp(value, 0.0, most)}; };
    return {clamped(raw.low), clamped(raw.best), clamped(raw.high)};
}

Interval<double> times(const Interval<Load>& load, const Interval<double>& factor) {
    return {load.low.value * factor.low, load.best.value * factor.best, load.high.value * factor.high};
}

Grade weaker(Grade a, Grade b) {
    return std::max(a, b);
}

std::vector<std::string> united(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::set<std::string> all(a.begin(), a.end());
    all.insert(b.begin(), b.end());
    return {all.begin(), all.end()};
}

/// The hull of the rows; the best value is the mean of theirs.
Interval<double> hull(const std::vector<Interval<double>>& rows) {
    auto all = rows.front();
    double sum = 0;
    for (const auto& row : rows) {
        all.low = std::min(all.low, row.low);
        all.high = std::max(all.high, row.high);
        sum += row.best;
    }
    all.best = sum / static_cast<double>(rows.size());
    return all;
}

class Inference {
public:
    Inference(Catalogue& catalogue, const LoadSpecs& specs, const LoadRules& rules)
        : catalogue_(catalogue), specs_(specs), rules_(rules), progress_(specs.size()), derived_(specs.size()) {}

    void run() {
        for (auto id = specs_.next_id(); id.value > 0;) {
            --id.value;
            for (const auto stressor : all_stressors) {
                catalogue_.exercises[id].loads[stressor] = derive(id, stressor).estimate;
            }
        }
    }

private:
    const Derived& derive(ExerciseId id, Stressor stressor) {
        auto& progress = progress_[id][stressor];
        auto& derived = derived_[id][stressor];
        const auto& spec = specs_[id][stressor];
        if (progress == Progress::begun) {
            spec->at->error(fmt::format("the {} of '{}' rests on itself", id_of(stressor), slug(id)));
            return derived;
        }
        if (progress == Progress::untouched && spec) {
            progress = Progress::begun;
            derived = compute(id, stressor, *spec);
            if (derived.estimate.grade == Grade::judged) {
                derived.estimate.evidence.clear();
            }
            progress = Progress::done;
        }
        return derived;
    }

    Derived compute(ExerciseId id, Stressor stressor, const LoadSpec& spec) {
        switch (spec.kind) {
            case LoadSpec::Kind::measured:
                return measured(stressor, spec);
            case LoadSpec::Kind::scaled:
                return scaled(id, stressor, spec);
            case LoadSpec::Kind::analogue:
                return analogue(stressor, spec);
            case LoadSpec::Kind::judged:
                return {{spec.judged, Grade::judged, {}, spec.why}, 0, true};
            case LoadSpec::Kind::water:
                return in_water(stressor, spec);
        }
        return {};
    }

    /// Nothing after a report.
    std::optional<Interval<double>> row_on(const std::string& id, Stressor stressor, const LoadSpec& spec) const {
        const auto found = catalogue_.evidence.find(id);
        if (found == catalogue_.evidence.end()) {
            return std::nullopt;
        }
        auto interval = convert_row(found->second, catalogue_.evidence, stressor, rules_.inference);
        if (!interval) {
            const bool is_relative =
                found->second.quantity == "disc-pressure" || found->second.quantity == "compression-force";
            spec.at->error(
                is_relative && stressor == Stressor::compression
                    ? fmt::format("row '{}' needs 'relative_to', a row of its study and quantity that measured "
                                  "relaxed standing",
                                  id)
                    : fmt::format("row '{}' measured {}, which says nothing of {}",
                                  id,
                                  found->second.quantity,
                                  id_of(stressor)));
        }
        return interval;
    }

    Derived measured(Stressor stressor, const LoadSpec& spec) const {
        std::vector<Interval<double>> rows;
        for (const auto& id : spec.evidence) {
            if (const auto row = row_on(id, stressor, spec)) {
                rows.push_back(*row);
            }
        }
        if (rows.empty()) {
            return {};
        }
        return {{bounded(hull(rows), stressor), Grade::measured, spec.evidence, ""}, 0, true};
    }

    Derived scaled(ExerciseId id, Stressor stressor, const LoadSpec& spec) {
        const auto found = rules_.formulas.find(spec.by);
        if (found == rules_.formulas.end()) {
            return {};
        }
        const auto& formula = found->second;
        if (std::ranges::find(formula.stressors, stressor) == formula.stressors.end()) {
            spec.at->error(fmt::format("formula '{}' says nothing of {}", spec.by, id_of(stressor)));
            return {};
        }
        return formula.between ? on_line(id, stressor, spec, formula) : by_factor(stressor, spec, formula);
    }

    Derived by_factor(Stressor stressor, const LoadSpec& spec, const Formula& formula) {
        const auto& base = derive(spec.of, stressor);
        if (!base.is_known) {
            return {};
        }
        const bool rests_on_measurement =
            base.estimate.grade == Grade::measured || base.estimate.grade == Grade::scaled;
        if (!rests_on_measurement) {
            spec.at->error(fmt::format("a formula must start at a measured load; that of '{}' is {}",
                                       slug(spec.of),
                                       id_of(base.estimate.grade)));
            return {};
        }
        if (base.steps >= most_steps) {
            spec.at->error(fmt::format("more than {} formulas lie between this and a measured load", most_steps));
            return {};
        }
        return {{bounded(times(base.estimate.interval, *formula.factor), stressor),
                 Grade::scaled,
                 united(base.estimate.evidence, formula.evidence),
                 fmt::format("{} of {}", spec.by, slug(spec.of))},
                base.steps + 1,
                true};
    }

    Derived on_line(ExerciseId id, Stressor stressor, const LoadSpec& spec, const Formula& formula) const {
        const auto& line = *formula.between;
        const auto from = row_on(line.from, stressor, spec);
        const auto to = row_on(line.to, stressor, spec);
        const auto at = catalogue_.exercises[id].at.find(line.at);
        if (at == catalogue_.exercises[id].at.end()) {
            spec.at->error(fmt::format("formula '{}' needs '{}' under 'at'", spec.by, line.at));
            return {};
        }
        if (at->second < line.from_at || at->second > line.to_at) {
            spec.at->error(fmt::format("{} {} lies outside formula '{}', {} to {}",
                                       line.at,
                                       number_text(at->second),
                                       spec.by,
                                       number_text(line.from_at),
                                       number_text(line.to_at)));
            return {};
        }
        if (!from || !to) {
            return {};
        }
        const double share = (at->second - line.from_at) / (line.to_at - line.from_at);
        const double best = from->best + share * (to->best - from->best);
        const Interval<double> interval{best * (1 - line.spread), best, best * (1 + line.spread)};
        return {{bounded(interval, stressor),
                 Grade::scaled,
                 united({line.from, line.to}, formula.evidence),
                 fmt::format("{} at {} {}", spec.by, line.at, number_text(at->second))},
                1,
                true};
    }

    Derived analogue(Stressor stressor, const LoadSpec& spec) {
        const auto& base = derive(spec.of, stressor);
        if (!base.is_known) {
            return {};
        }
        const Interval<double> factor{spec.times * (1 - spec.widen), spec.times, spec.times * (1 + spec.widen)};
        return {{bounded(times(base.estimate.interval, factor), stressor),
                 weaker(Grade::analogue, base.estimate.grade),
                 base.estimate.evidence,
                 fmt::format("like {}: {}", slug(spec.of), spec.why)},
                0,
                true};
    }

    Derived in_water(Stressor stressor, const LoadSpec& spec) {
        const auto rule = rules_.water.find(spec.by);
        if (rule == rules_.water.end() || !rule->second[stressor]) {
            return {};
        }
        const auto& water = *rule->second[stressor];
        const auto own = water.evidence.empty() ? Grade::judged : Grade::scaled;
        const auto because = water.why.empty() ? std::string{} : ": " + water.why;
        if (water.kind == WaterLoad::Kind::value) {
            return {{bounded(water.by, stressor), own, water.evidence, spec.by + because}, 1, true};
        }
        const auto& land = derive(spec.of, stressor);
        if (!land.is_known) {
            return {};
        }
        const auto on_land = land.estimate.grade;
        if (water.kind == WaterLoad::Kind::keep) {
            return {{land.estimate.interval,
                     weaker(Grade::analogue, on_land),
                     land.estimate.evidence,
                     fmt::format("{}: as {}", spec.by, slug(spec.of))},
                    0,
                    true};
        }
        // A factor that somebody judged carries a measured load over to a like exercise; it does not undo it.
        const auto carried = weaker(water.evidence.empty() ? Grade::analogue : Grade::scaled, on_land);
        return {{bounded(times(land.estimate.interval, water.by), stressor),
                 carried,
                 united(land.estimate.evidence, water.evidence),
                 fmt::format("{} of {}{}", spec.by, slug(spec.of), because)},
                land.steps + 1,
                true};
    }

    const std::string& slug(ExerciseId id) const { return catalogue_.exercises[id].slug; }

    Catalogue& catalogue_;
    const LoadSpecs& specs_;
    const LoadRules& rules_;
    IdVector<ExerciseId, PerStressor<Progress>> progress_;
    IdVector<ExerciseId, PerStressor<Derived>> derived_;
};

}  // namespace

void infer_loads(Catalogue& catalogue, const LoadSpecs& specs, const LoadRules& rules) {
    Inference(catalogue, specs, rules).run();
}

}  // namespace detour
