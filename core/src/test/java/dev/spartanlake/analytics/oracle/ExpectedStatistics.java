package dev.spartanlake.analytics.oracle;

import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.trend.Comparison;
import dev.spartanlake.analytics.trend.Directions;
import dev.spartanlake.analytics.trend.Estimate;
import dev.spartanlake.analytics.trend.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Whether something changes, from residuals one by one.
public record ExpectedStatistics(Selection selection) {

    private static final MathContext EXACT = new MathContext(60);
    private static final BigDecimal NOTHING = new BigDecimal("1e-30");

    /// What is to be found about one measure. A judgement is absent where there are too few matches or none differ.
    ///
    /// @param matches matches with a value
    /// @param mean their mean, or their ratio; null without
    /// @param before matches compared with, 0 for a direction
    /// @param baseline their ratio; null without
    /// @param change the change; null where there is nothing to compare
    /// @param judgement how sure the change is
    public record Finding(
            Measure measure,
            long matches,
            @Nullable Double mean,
            long before,
            @Nullable Double baseline,
            @Nullable Double change,
            @Nullable Judgement judgement) {

        /// Holds an answer's row against this one.
        public void assertDirection(Directions.Direction answer) {
            Sameness.assertSame(measure.column(), answer.measure());
            Sameness.assertSame(matches, answer.matches());
            Sameness.assertSame(mean, answer.mean());
            assertEstimate(answer.estimate(), answer.verdict());
        }

        /// Holds an answer's row against this one.
        public void assertDifference(Comparison.Difference answer) {
            Sameness.assertSame(measure.column(), answer.measure());
            Sameness.assertSame(before, answer.baselineMatches());
            Sameness.assertSame(baseline, answer.baseline());
            Sameness.assertSame(matches, answer.matches());
            Sameness.assertSame(mean, answer.value());
            assertEstimate(answer.estimate(), answer.verdict());
        }

        private void assertEstimate(Estimate estimate, Verdict verdict) {
            Judgement judged = judgement;
            if (change == null || judged == null) {
                Sameness.assertClose(measure.column() + " change", change, estimate.change(), 0);
                Sameness.assertSame(new Estimate(estimate.change(), null, null, null), estimate);
                Sameness.assertSame(Verdict.UNKNOWN, verdict);
                return;
            }
            double error = judged.error();
            Sameness.assertClose(measure.column() + " change", change, estimate.change(), error);
            judged.assertEstimate(measure.column(), change, estimate);
            Sameness.assertSame(verdict(measure, change, judged.pValue(change)), verdict);
        }

        private static Verdict verdict(Measure measure, double change, double pValue) {
            if (pValue >= 0.05) {
                return Verdict.STEADY;
            }
            return change * Definitions.better(measure) > 0 ? Verdict.IMPROVING : Verdict.DECLINING;
        }
    }

    /// How sure a change is.
    ///
    /// @param error the standard error, above zero
    /// @param degrees the degrees of freedom
    public record Judgement(double error, double degrees) {

        double pValue(double change) {
            return Student.bothTails(change / error, degrees);
        }

        /// The interval's ends are where the tails hold one in twenty.
        void assertEstimate(String measure, double change, Estimate estimate) {
            double low = Objects.requireNonNull(estimate.low(), measure);
            double high = Objects.requireNonNull(estimate.high(), measure);
            Sameness.assertClose(measure + " p", pValue(change), estimate.pValue(), 1e-3);
            Sameness.assertClose(measure + " middle", change, (low + high) / 2, error);
            double reach = (high - low) / 2;
            Sameness.assertClose(measure + " tails", 0.05, Student.bothTails(reach / error, degrees), 10);
        }
    }

    /// The answer to [Directions].
    public List<Finding> directions(int latest) {
        List<PlayedMatch> matches = selection.matches();
        List<PlayedMatch> last = matches.subList(Math.max(0, matches.size() - latest), matches.size());
        List<Finding> findings = new ArrayList<>();
        for (Measure measure : Definitions.judged()) {
            List<BigDecimal> numbers = new ArrayList<>();
            List<BigDecimal> values = new ArrayList<>();
            for (int i = 0; i < last.size(); i++) {
                Double value = last.get(i).value(measure);
                if (value != null) {
                    numbers.add(BigDecimal.valueOf(i + 1));
                    values.add(new BigDecimal(value).setScale(6, RoundingMode.HALF_UP));
                }
            }
            findings.add(line(measure, numbers, values));
        }
        return findings;
    }

    private static Finding line(Measure measure, List<BigDecimal> numbers, List<BigDecimal> values) {
        int n = values.size();
        if (n == 0) {
            return new Finding(measure, 0, null, 0, null, null, null);
        }
        BigDecimal middle = mean(numbers);
        BigDecimal mean = mean(values);
        if (n < 3) {
            return new Finding(measure, n, mean.doubleValue(), 0, null, null, null);
        }
        BigDecimal spread = BigDecimal.ZERO;
        BigDecimal product = BigDecimal.ZERO;
        for (int i = 0; i < n; i++) {
            BigDecimal away = numbers.get(i).subtract(middle);
            spread = spread.add(away.multiply(away));
            product = product.add(away.multiply(values.get(i).subtract(mean)));
        }
        BigDecimal slope = product.divide(spread, EXACT);
        BigDecimal squares = BigDecimal.ZERO;
        for (int i = 0; i < n; i++) {
            BigDecimal residual = values.get(i)
                    .subtract(mean)
                    .subtract(slope.multiply(numbers.get(i).subtract(middle)));
            squares = squares.add(residual.multiply(residual), EXACT);
        }
        double error = 100 * Math.sqrt(squares.doubleValue() / (n - 2) / spread.doubleValue());
        Judgement judgement = squares.compareTo(NOTHING) < 0 ? null : new Judgement(error, n - 2);
        return new Finding(measure, n, mean.doubleValue(), 0, null, 100 * slope.doubleValue(), judgement);
    }

    private static BigDecimal mean(List<BigDecimal> values) {
        return values.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.size()), EXACT);
    }

    /// The answer to [Comparison].
    public List<Finding> comparison(Selection baseline) {
        List<Finding> findings = new ArrayList<>();
        for (Measure measure : Definitions.judged()) {
            findings.add(difference(
                    measure, Sample.of(measure, baseline.matches()), Sample.of(measure, selection.matches())));
        }
        return findings;
    }

    private static Finding difference(Measure measure, Sample before, Sample after) {
        Double first = before.value();
        Double second = after.value();
        Double change = first == null || second == null ? null : Double.valueOf(second - first);
        return new Finding(
                measure,
                after.ratios().size(),
                second,
                before.ratios().size(),
                first,
                change,
                change == null ? null : before.judgement(after));
    }

    /// One side of a comparison.
    private record Sample(
            int scale, List<Ratio> ratios, @Nullable Ratio sum) {

        static Sample of(Measure measure, List<PlayedMatch> matches) {
            List<Ratio> ratios = matches.stream()
                    .map(match -> match.ratio(measure))
                    .filter(Objects::nonNull)
                    .toList();
            return new Sample(Definitions.scale(measure), ratios, Ratio.sum(ratios));
        }

        @Nullable
        Double value() {
            return sum == null ? null : Double.valueOf(sum.scaled(scale));
        }

        /// Residuals are exact when multiplied with the sum of denominators.
        double variance() {
            Ratio total = Objects.requireNonNull(sum);
            BigDecimal squares = BigDecimal.ZERO;
            for (Ratio ratio : ratios) {
                BigDecimal residual = ratio.numerator()
                        .multiply(total.denominator())
                        .subtract(ratio.denominator().multiply(total.numerator()));
                squares = squares.add(residual.multiply(residual));
            }
            double n = ratios.size();
            return n
                    / (n - 1)
                    * squares.divide(total.denominator().pow(4), EXACT).doubleValue();
        }

        @Nullable
        Judgement judgement(Sample other) {
            if (ratios.size() < 2 || other.ratios.size() < 2) {
                return null;
            }
            double own = variance();
            double others = other.variance();
            if (own + others == 0) {
                return null;
            }
            double degrees = Math.pow(own + others, 2)
                    / (own * own / (ratios.size() - 1) + others * others / (other.ratios.size() - 1));
            return new Judgement(scale * Math.sqrt(own + others), degrees);
        }
    }
}
