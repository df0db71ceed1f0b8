package dev.spartanlake.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.duck.EngineSettings;
import dev.spartanlake.error.WarehouseException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbenchTest {

    @TempDir
    private Path directory;

    private EngineSettings settings;

    @BeforeEach
    void chooseSettings() {
        settings = new EngineSettings(1L << 28, 1, directory.resolve("spill"));
    }

    @Test
    void handsOutWhatWasGivenBack() {
        try (Workbench workbench = new Workbench()) {
            CommitEngine engine = workbench.engine(settings);
            workbench.keep(engine);

            assertThat(workbench.engine(settings)).isSameAs(engine);
            engine.close();
        }
    }

    @Test
    void startsAnotherForOtherSettings() {
        try (Workbench workbench = new Workbench()) {
            CommitEngine engine = workbench.engine(settings);
            workbench.keep(engine);

            try (CommitEngine other = workbench.engine(new EngineSettings(1L << 28, 2, directory.resolve("spill")))) {
                assertThat(other).isNotSameAs(engine);
                assertThat(other.connections()).hasSize(2);
            }
            assertEnded(engine);
        }
    }

    @Test
    void endsWhatItKeepsWhenClosed() {
        Workbench workbench = new Workbench();
        CommitEngine engine = workbench.engine(settings);
        workbench.keep(engine);

        workbench.close();

        assertEnded(engine);
    }

    @Test
    void endsWhatComesBackAfterwards() {
        Workbench workbench = Workbench.keepingNothing();
        CommitEngine engine = workbench.engine(settings);
        assertThat(engine.engine().query("SELECT 42", row -> row.getInt(1))).containsExactly(42);

        workbench.keep(engine);

        assertEnded(engine);
    }

    @Test
    void leavesNothingOfACommit() {
        try (CommitEngine engine = CommitEngine.open(settings)) {
            engine.incoming().flush();
            engine.derived().createTable(CareerUpdate.DERIVED);
            new ReplacedMatches(engine.engine()).are(List.of("a"));

            engine.clear();

            assertThat(engine.engine().query("SELECT table_name FROM duckdb_tables()", row -> row.getString(1)))
                    .isEmpty();
        }
    }

    private static void assertEnded(CommitEngine engine) {
        assertThatThrownBy(() -> engine.engine().execute("SELECT 42")).isInstanceOf(WarehouseException.class);
    }
}
