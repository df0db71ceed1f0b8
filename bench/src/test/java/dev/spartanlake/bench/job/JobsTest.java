package dev.spartanlake.bench.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.bench.report.PerformancePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    void thePageHasATableOfEach() throws IOException {
        List<String> names = Jobs.ALL.stream().map(Job::name).toList();

        assertThat(PerformancePage.jobs(Files.readString(Path.of("..", "docs", "performance.md"))))
                .containsAll(names)
                .doesNotHaveDuplicates();
    }
}
