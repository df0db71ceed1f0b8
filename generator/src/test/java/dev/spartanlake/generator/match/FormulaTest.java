package dev.spartanlake.generator.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The game's own formulas, on figures that were recorded.
class FormulaTest {

    @ParameterizedTest
    @CsvSource({"14,4,16,-66", "8,10,14,-266", "31,15,50,-1400", "365,97,5,39233", "13,5,12,266", "0,0,0,0"})
    void kdaIsTruncatedTowardZero(int kills, int assists, int deaths, long hundredths) {
        StatLine line = new StatLine();
        line.set(CoreStat.KILLS, kills);
        line.set(CoreStat.ASSISTS, assists);
        line.set(CoreStat.DEATHS, deaths);

        assertThat(StatsWriter.kda(line)).isEqualTo(hundredths);
    }

    @ParameterizedTest
    @CsvSource({"329,875,3759", "135,221,6108", "81,92,8804", "17,438,388", "0,22,0", "6,6,10000", "0,0,0"})
    void accuracyIsTruncatedInSinglePrecision(int hit, int fired, long hundredths) {
        assertThat(StatsWriter.accuracy(hit, fired)).isEqualTo(hundredths);
    }
}
