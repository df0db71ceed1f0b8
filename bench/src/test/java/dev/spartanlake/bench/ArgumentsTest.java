package dev.spartanlake.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.bench.job.Job;
import dev.spartanlake.bench.job.Jobs;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void withoutArgumentsEverythingIsMeasuredOnTwoSizes() {
        Arguments arguments = Arguments.parse(List.of("clone"));

        assertThat(arguments.project()).isEqualTo(Path.of("clone"));
        assertThat(arguments.jobs()).isEqualTo(Jobs.ALL);
        assertThat(arguments.matches()).containsExactly(400, 10_000);
        assertThat(arguments.runs()).isEqualTo(15);
        assertThat(arguments.json()).isNull();
        assertThat(arguments.scratch()).isNull();
    }

    @Test
    void jobsAndOptionsMayBeMixed() {
        Arguments arguments = Arguments.parse(List.of(
                "clone",
                "delta",
                "--matches",
                "100000",
                "--runs",
                "3",
                "verify",
                "--matches",
                "400",
                "--json",
                "out.json",
                "--scratch",
                "careers"));

        assertThat(arguments.jobs()).extracting(Job::name).containsExactly("delta", "verify");
        assertThat(arguments.matches()).containsExactly(100_000, 400);
        assertThat(arguments.runs()).isEqualTo(3);
        assertThat(arguments.json()).isEqualTo(Path.of("out.json"));
        assertThat(arguments.scratch()).isEqualTo(Path.of("careers"));
    }

    @Test
    void careersMayHaveAMillionMatchesAndMore() {
        Arguments arguments = Arguments.parse(List.of("clone", "--matches", "1000000", "--matches", "2000000"));

        assertThat(arguments.matches()).containsExactly(1_000_000, 2_000_000);
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        assertRefused(List.of("clone", "no-such-job"), "no job or option is called no-such-job; the jobs are ingest, ");
        assertRefused(List.of("clone", "--runs", "0"), "--runs: expected a number from 1 to 9999999, found 0");
        assertRefused(
                List.of("clone", "--matches", "2000001"),
                "--matches: expected a number from 1 to 2000000, found 2000001");
        assertRefused(
                List.of("clone", "--matches", "99999999999"),
                "--matches: expected a number from 1 to 2000000, found 99999999999");
        assertRefused(List.of("clone", "--matches"), "--matches: expected a value after it");
    }

    private static void assertRefused(List<String> words, String message) {
        assertThatThrownBy(() -> Arguments.parse(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
