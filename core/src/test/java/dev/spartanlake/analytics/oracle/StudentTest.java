package dev.spartanlake.analytics.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTest {

    /// Critical values as printed in tables, to three decimals.
    @ParameterizedTest
    @CsvSource({
        "12.706, 1, 0.05",
        "4.303, 2, 0.05",
        "2.571, 5, 0.05",
        "4.032, 5, 0.01",
        "2.228, 10, 0.05",
        "4.587, 10, 0.001",
        "2.042, 30, 0.05",
        "1.980, 120, 0.05",
        "1.962, 1000, 0.05"
    })
    void agreesWithPrintedTables(double t, double degrees, double probability) {
        assertThat(Student.bothTails(t, degrees)).isCloseTo(probability, within(probability * 0.002));
        assertThat(Student.bothTails(-t, degrees)).isEqualTo(Student.bothTails(t, degrees));
    }

    @ParameterizedTest
    @CsvSource({"1", "2.5", "400"})
    void holdsEverythingBeyondZero(double degrees) {
        assertThat(Student.bothTails(0, degrees)).isEqualTo(1);
    }
}
