package dev.spartanlake.bench.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.bench.inner.InnerLoops;
import dev.spartanlake.bench.report.PerformancePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JobsTest {

    @Test
    void eachHasANameOfItsOwnAndASentence() {
        assertThat(Jobs.ALL).extracting(Job::name).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z-]+"));
        assertThat(Jobs.ALL)
                .extracting(Job::description)
                .doesNotHaveDuplicates()
                .allMatch(text -> text.endsWith("."));
    }

    @Test
    void thePageHasATableOfEachAndOfNothingElse() throws IOException {
        List<String> names = Stream.concat(Jobs.ALL.stream().map(Job::name), Stream.of(InnerLoops.JOB))
                .toList();

        assertThat(PerformancePage.jobs(Files.readString(Path.of("..", "docs", "performance.md"))))
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void thePageShowsHowEachGrows() throws IOException {
        assertThat(PerformancePage.growths(Files.readString(Path.of("..", "docs", "performance.md"))))
                .containsExactlyInAnyOrderElementsOf(
                        Jobs.ALL.stream().map(Job::name).toList());
    }
}
