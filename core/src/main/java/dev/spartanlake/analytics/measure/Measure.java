package dev.spartanlake.analytics.measure;

import static dev.spartanlake.analytics.measure.Term.MATCH;
import static dev.spartanlake.analytics.measure.Term.PLAYED;
import static dev.spartanlake.analytics.measure.Term.always;
import static dev.spartanlake.analytics.measure.Term.decimal;
import static dev.spartanlake.analytics.measure.Term.endedIn;
import static dev.spartanlake.analytics.measure.Term.known;
import static dev.spartanlake.match.MatchOutcome.LOSS;
import static dev.spartanlake.match.MatchOutcome.TIE;
import static dev.spartanlake.match.MatchOutcome.WIN;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What is measured about matches. Every measure is a ratio of two sums,
///
///     scale · Σ numerator / Σ denominator
///
/// over the matches in which both are known. A single match's value is the same with one match. Where the
/// denominators add up to zero, or nothing is known, there is no value. Both sums are sums of integers or decimals,
/// so that a value does not depend on the order in which matches are added.
///
/// The terms are SQL over the columns of `match_facts` and [Term#PLAYED_SECONDS].
public enum Measure {
    /// Percent of wins among the matches that ended: wins, losses and ties. Others do not count.
    WIN_RATE(
            known("CAST(" + endedIn(WIN) + " AS INTEGER)"),
            known("CASE WHEN " + endedIn(WIN, LOSS, TIE) + " THEN 1 END"),
            100,
            Preference.MORE),
    /// The game's KDA per match, kills + assists / 3 − deaths, from the counts: not cut to two decimals as the
    /// served figure of a match is. Signed.
    KDA(always("3 * kills + assists - 3 * deaths"), always("3"), 1, Preference.MORE),
    /// Kills for each death.
    KD_RATIO(always("kills"), always("deaths"), 1, Preference.MORE),
    /// Kills per match.
    KILLS_PER_MATCH(always("kills"), MATCH, 1, Preference.MORE),
    /// Deaths per match.
    DEATHS_PER_MATCH(always("deaths"), MATCH, 1, Preference.FEWER),
    /// Assists per match.
    ASSISTS_PER_MATCH(always("assists"), MATCH, 1, Preference.MORE),
    /// Kills per minute of play.
    KILLS_PER_MINUTE(always("kills"), PLAYED, 60, Preference.MORE),
    /// Deaths per minute of play.
    DEATHS_PER_MINUTE(always("deaths"), PLAYED, 60, Preference.FEWER),
    /// Assists per minute of play.
    ASSISTS_PER_MINUTE(always("assists"), PLAYED, 60, Preference.MORE),
    /// Percent of the shots that hit, of all shots together; never a mean of percentages.
    ACCURACY(known("shots_hit"), known("shots_fired"), 100, Preference.MORE),
    /// Percent of the kills that were headshots.
    HEADSHOT_RATE(known("headshot_kills"), always("kills"), 100, Preference.MORE),
    /// Damage dealt in a life. A match has one life more than deaths.
    DAMAGE_PER_LIFE(known("damage_dealt"), always("deaths + 1"), 1, Preference.MORE),
    /// Damage dealt per match.
    DAMAGE_DEALT(known("damage_dealt"), MATCH, 1, Preference.MORE),
    /// Damage taken per match.
    DAMAGE_TAKEN(known("damage_taken"), MATCH, 1, Preference.FEWER),
    /// Damage dealt per minute of play.
    DAMAGE_PER_MINUTE(known("damage_dealt"), PLAYED, 60, Preference.MORE),
    /// Length of a life in seconds: the matches' means, each weighted by its lives.
    LIFE_SECONDS(
            known(decimal("avg_life_seconds", 1) + " * (deaths + 1)", 1), always("deaths + 1"), 1, Preference.MORE),
    /// The longest spree of a match, per match.
    KILLING_SPREE(known("max_killing_spree"), MATCH, 1, Preference.MORE),
    /// The sum of awards per match.
    PERSONAL_SCORE(known("personal_score"), MATCH, 1, Preference.MORE),
    /// The performance score, 0 to 100 against the player's own past, per match that has one.
    PERFORMANCE_SCORE(known(decimal("performance_score", 1), 1), MATCH, 1, Preference.MORE),
    /// Minutes of play per match.
    MINUTES_PLAYED(PLAYED, always("60"), 1, Preference.NONE),
    /// The rating of the player's team, per match for which it is known.
    TEAM_MMR(known(decimal("team_mmr", 3), 3), MATCH, 1, Preference.NONE),
    /// The rating of the other team, per match for which it is known.
    ENEMY_MMR(known(decimal("enemy_mmr", 3), 3), MATCH, 1, Preference.NONE),
    /// By how much the player's team is rated above the other.
    MMR_ADVANTAGE(known(decimal("team_mmr", 3) + " - " + decimal("enemy_mmr", 3), 3), MATCH, 1, Preference.NONE),
    /// Kills above what the game expected, per match for which that is known.
    KILLS_ABOVE_EXPECTED(known("kills - " + decimal("expected_kills", 4), 4), MATCH, 1, Preference.MORE),
    /// Deaths above what the game expected, per match for which that is known.
    DEATHS_ABOVE_EXPECTED(known("deaths - " + decimal("expected_deaths", 4), 4), MATCH, 1, Preference.FEWER),
    /// Competitive rank won or lost, per match for which it is known before and after.
    CSR_CHANGE(known("csr_after - csr_before"), MATCH, 1, Preference.MORE);

    private final String numerator;
    private final String denominator;
    private final String denominators;
    private final int scale;
    private final int places;
    private final boolean isCount;
    private final Preference preference;

    Measure(Term numerator, Term denominator, int scale, Preference preference) {
        this.numerator = numerator.where(denominator);
        this.denominator = denominator.where(numerator);
        this.denominators = denominator.equals(MATCH) ? numerator.count() : "sum(" + this.denominator + ")";
        this.scale = scale;
        this.places = Math.max(numerator.places(), denominator.places());
        this.isCount = denominator.equals(MATCH) && places == 0;
        this.preference = preference;
    }

    /// The measure of a column, in either case; empty because there is none.
    public static Optional<Measure> named(String column) {
        return Arrays.stream(values())
                .filter(measure -> measure.name().equals(column.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /// The name in SQL, JSON and options, such as `kd_ratio`.
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Which way is the better one.
    public Preference preference() {
        return preference;
    }

    /// What the ratio is multiplied by: 100 for percentages, 60 for what is counted per minute of seconds.
    public int scale() {
        return scale;
    }

    /// The numerator of one match; null where it or the denominator is not known.
    public String numerator() {
        return numerator;
    }

    /// The denominator of one match; null where it or the numerator is not known.
    public String denominator() {
        return denominator;
    }

    /// How many decimal places numerator and denominator have; without any both fit 32 bits.
    public int places() {
        return places;
    }

    /// Whether it counts things, so that one match's value is a whole number.
    public boolean isCount() {
        return isCount;
    }

    /// The value of one match.
    public String ofMatch() {
        return ofSums(numerator, denominator);
    }

    /// The value of a group of matches.
    public String ofGroup() {
        return ofSums("sum(" + numerator + ")", denominators);
    }

    /// The value of the matches in a window.
    ///
    /// @param window the window's name
    public String ofWindow(String window) {
        return ofSums("sum(" + numerator + ") OVER " + window, denominators + " OVER " + window);
    }

    /// The value of matches of which both sums are had already.
    ///
    /// @param over the sum of [#numerator]
    /// @param under the sum of [#denominator]
    public String ofSums(String over, String under) {
        // Both sides are whole numbers when they are divided, so that equal ratios are equal to the last digit.
        if (places == 0) {
            return scale + " * CAST(" + over + " AS DOUBLE) / nullif(" + under + ", 0)";
        }
        long unit = Math.round(Math.pow(10, places));
        return "round(" + scale * unit + " * CAST(" + over + " AS DOUBLE)) / nullif(round(" + unit + " * CAST(" + under
                + " AS DOUBLE)), 0)";
    }
}
