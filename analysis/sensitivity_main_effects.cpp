#include "analysis/sensitivity_main_effects.hpp"

#include "analysis/unknown.hpp"

#include <Eigen/Dense>
#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>

namespace caremarket
{

namespace
{

constexpr double one_side_of_effect = 0.975; // of a two-sided interval of 95 %
constexpr double least_pivot = 1e-8;         // of the greatest: what is below is rounding of columns that go together
constexpr double least_told = 1e-6;          // of what can be told of a sum of coefficients

using Eigen::Index;

/// Columns of the linear model: one for numbers, one for each level of a categorical factor.
class Columns
{
public:
    explicit Columns(std::vector<StudiedFactor> const& factors)
    {
        for (StudiedFactor const& factor : factors)
        {
            first_.push_back(count_);
            count_ += factor.is_categorical() ? static_cast<Index>(factor.levels.size()) : 1;
        }
    }
    [[nodiscard]] Index of(std::size_t factor) const { return first_[factor]; }
    [[nodiscard]] Index of(std::size_t factor, std::size_t level) const
    {
        return first_[factor] + static_cast<Index>(level);
    }
    [[nodiscard]] Index count() const { return count_; }

private:
    std::vector<Index> first_;
    Index count_ = 0;
};

std::size_t level_of(DesignedRuns const& runs, std::size_t sample, std::size_t factor)
{
    return static_cast<std::size_t>(runs.values[sample][factor]);
}

std::vector<std::size_t> known_samples(DesignedRuns const& runs)
{
    std::vector<std::size_t> known;
    for (std::size_t sample = 0; sample < runs.samples(); ++sample)
        if (runs.is_known(sample))
            known.push_back(sample);
    return known;
}

/// Outcomes by columns, both less their means, which takes the constant out of the model.
class LinearFit
{
public:
    LinearFit(DesignedRuns const& runs, Columns const& columns, bool is_constant)
    {
        std::vector<std::size_t> const known = known_samples(runs);
        Eigen::MatrixXd moved = Eigen::MatrixXd::Zero(static_cast<Index>(known.size()), columns.count());
        Eigen::VectorXd outcomes(static_cast<Index>(known.size()));
        for (std::size_t row = 0; row < known.size(); ++row)
        {
            outcomes[static_cast<Index>(row)] = runs.outcomes[known[row]];
            for (std::size_t f = 0; f < runs.factors.size(); ++f)
                if (runs.factors[f].is_categorical())
                    moved(static_cast<Index>(row), columns.of(f, level_of(runs, known[row], f))) = 1;
                else
                    moved(static_cast<Index>(row), columns.of(f)) = runs.points[known[row]][f];
        }
        mean_ = moved.colwise().mean().transpose();
        moved.rowwise() -= mean_.transpose();
        if (is_constant)
            outcomes.setZero(); // rounding is no effect
        else
            outcomes.array() -= outcomes.mean();

        Eigen::CompleteOrthogonalDecomposition<Eigen::MatrixXd> decomposition;
        decomposition.setThreshold(least_pivot);
        decomposition.compute(moved);
        Eigen::MatrixXd const inverse = decomposition.pseudoInverse();
        coefficients_ = inverse * outcomes;
        told_ = inverse * moved;
        Eigen::VectorXd const left = outcomes - moved * coefficients_;
        squares_ = outcomes.squaredNorm();
        squares_left_ = left.squaredNorm();
        freedom_ = static_cast<double>(moved.rows() - 1 - decomposition.rank());
        if (runs.group == 1)
        {
            covariance_ = inverse * inverse.transpose() * (squares_left_ / freedom_);
            freedom_of_errors_ = freedom_;
        }
        else
            take_errors_by_group(inverse * left.asDiagonal(), known, runs.group);
    }

    [[nodiscard]] double explained() const { return freedom_ > 0 ? 1 - squares_left_ / squares_ : unknown; }
    [[nodiscard]] double explained_adjusted(std::size_t samples) const
    {
        return freedom_ > 0 ? 1 - squares_left_ / freedom_ / (squares_ / static_cast<double>(samples - 1)) : unknown;
    }
    [[nodiscard]] double mean(Index column) const { return mean_[column]; }

    /// A sum of coefficients with these weights; unknown where samples do not tell it.
    [[nodiscard]] FittedEffect effect(Eigen::VectorXd const& weights) const
    {
        FittedEffect result{.value = unknown, .standard_error = unknown, .lower = unknown, .upper = unknown};
        bool const is_told = (told_.transpose() * weights - weights).norm() <= least_told * weights.norm();
        if (!is_told || weights.isZero())
            return result;
        result.value = weights.dot(coefficients_);
        if (freedom_ < 1 || freedom_of_errors_ < 1)
            return result;
        result.standard_error = std::sqrt(weights.dot(covariance_ * weights));
        double const half_width =
            boost::math::quantile(boost::math::students_t(freedom_of_errors_), one_side_of_effect) *
            result.standard_error;
        result.lower = result.value - half_width;
        result.upper = result.value + half_width;
        return result;
    }

private:
    /// Samples of a group err together, so that each group is one piece of evidence.
    /// \param parts [column][row] of the errors of coefficients
    /// Source: Liang and Zeger 1986, with the usual correction for few groups.
    void take_errors_by_group(Eigen::MatrixXd const& parts, std::vector<std::size_t> const& known, std::size_t group)
    {
        covariance_ = Eigen::MatrixXd::Zero(parts.rows(), parts.rows());
        double groups = 0;
        for (std::size_t row = 0; row < known.size();)
        {
            std::size_t const of = known[row] / group;
            Eigen::VectorXd part = Eigen::VectorXd::Zero(parts.rows());
            for (; row < known.size() && known[row] / group == of; ++row)
                part += parts.col(static_cast<Index>(row));
            covariance_ += part * part.transpose();
            ++groups;
        }
        covariance_ *= groups / (groups - 1) * static_cast<double>(known.size() - 1) / freedom_;
        freedom_of_errors_ = groups - 1;
    }

    Eigen::VectorXd mean_, coefficients_;
    Eigen::MatrixXd covariance_; ///< of the coefficients
    Eigen::MatrixXd told_;       ///< what of the coefficients the samples can tell: the identity if all
    double freedom_ = 0, freedom_of_errors_ = 0;
    double squares_ = 0, squares_left_ = 0;
};

std::vector<LevelEffect> level_effects(DesignedRuns const& runs, std::size_t factor, Columns const& columns,
                                       LinearFit const& fit)
{
    std::vector<std::string> const& names = runs.factors[factor].levels;
    Eigen::VectorXd average = Eigen::VectorXd::Zero(columns.count());
    for (std::size_t level = 0; level < names.size(); ++level)
        average[columns.of(factor, level)] = fit.mean(columns.of(factor, level)); // the share of samples that have it
    std::vector<LevelEffect> effects;
    for (std::size_t level = 0; level < names.size(); ++level)
    {
        Index const column = columns.of(factor, level);
        Eigen::VectorXd weights = -average;
        weights[column] += 1;
        LevelEffect effect{.level = names[level], .samples = 0, .effect = fit.effect(weights)};
        for (std::size_t const sample : known_samples(runs))
            effect.samples += level_of(runs, sample, factor) == level;
        effects.push_back(std::move(effect));
    }
    return effects;
}

MainEffect effect_of(DesignedRuns const& runs, std::size_t factor, Columns const& columns, LinearFit const& fit)
{
    StudiedFactor const& studied = runs.factors[factor];
    MainEffect result{.factor = studied.name,
                      .over_range = {.value = unknown, .standard_error = unknown, .lower = unknown, .upper = unknown},
                      .levels = {}};
    if (studied.is_categorical())
        result.levels = level_effects(runs, factor, columns, fit);
    else
        result.over_range = fit.effect(Eigen::VectorXd::Unit(columns.count(), columns.of(factor)));
    return result;
}

} // namespace

double MainEffect::size() const
{
    if (!is_categorical())
        return std::abs(over_range.value);
    double least = unknown, greatest = unknown;
    for (LevelEffect const& level : levels)
    {
        least = std::fmin(least, level.effect.value); // of two, the one that is known
        greatest = std::fmax(greatest, level.effect.value);
    }
    return greatest - least;
}

bool MainEffect::is_beyond_noise() const
{
    return over_range.is_beyond_noise() ||
           std::ranges::any_of(levels, [](LevelEffect const& level) { return level.effect.is_beyond_noise(); });
}

std::vector<MainEffect const*> MainEffects::by_size() const
{
    std::vector<MainEffect const*> sorted;
    for (MainEffect const& effect : factors)
        sorted.push_back(&effect);
    std::ranges::stable_sort(sorted, std::ranges::greater{},
                             [](MainEffect const* effect)
                             { return std::isnan(effect->size()) ? -1.0 : effect->size(); });
    return sorted;
}

MainEffects main_effects(DesignedRuns const& runs)
{
    MainEffects result{
        .outcomes = outcomes_of(runs), .factors = {}, .explained = unknown, .explained_adjusted = unknown};
    if (result.outcomes.known() == 0)
    {
        for (StudiedFactor const& factor : runs.factors)
            result.factors.push_back(
                {.factor = factor.name, .over_range = {unknown, unknown, unknown, unknown}, .levels = {}});
        return result;
    }
    Columns const columns(runs.factors);
    LinearFit const fit(runs, columns, result.outcomes.is_constant);
    for (std::size_t f = 0; f < runs.factors.size(); ++f)
        result.factors.push_back(effect_of(runs, f, columns, fit));
    if (!result.outcomes.is_constant)
    {
        result.explained = fit.explained();
        result.explained_adjusted = fit.explained_adjusted(result.outcomes.known());
    }
    return result;
}

} // namespace caremarket
