package dev.spartanlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    private static final CareerPlan PLAN = CareerPlan.demo().withEarlyMatches(0).withMatches(3);
    private static final String OWNER = Long.toString(PLAN.players().getFirst().xuid());

    @TempDir
    private Path directory;

    private Path warehouse;
    private Path database;

    @BeforeEach
    void makeADatabase() throws SQLException {
        warehouse = directory.resolve("warehouse");
        database = directory.resolve(OWNER + ".db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE MatchStats (ResponseBody TEXT)");
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO MatchStats VALUES (?)")) {
                for (GeneratedDocument document : Career.of(PLAN)) {
                    insert.setString(1, new String(document.json(), StandardCharsets.UTF_8));
                    insert.execute();
                }
            }
            statement.execute("INSERT INTO MatchStats VALUES ('[]')");
        }
    }

    @Test
    void reportsWhatWasImportedAndWhatWasNot() {
        Run first = Run.in(warehouse, "import", "workshop", database.toString());
        Run again = Run.in(warehouse, "import", "workshop", database.toString());

        assertThat(first.code()).isEqualTo(3);
        assertThat(first.out())
                .matches("4 match documents found: 3 imported, 0 completed, 0 there already, 1 refused; [0-9]+ files"
                        + " written in [0-9.,]+ s\n");
        assertThat(first.err().lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("refused: " + database + "!MatchStats:4: expected an object, found []"))
                .anySatisfy(line -> assertThat(line).startsWith("There is no skill data in it"));
        assertThat(again.out())
                .startsWith("4 match documents found: 0 imported, 0 completed, 3 there already, 1 refused; 0 files");
        assertThat(Run.in(warehouse, "sql", "--format", "csv", "SELECT command, count(*) FROM meta.commits GROUP BY 1")
                        .out())
                .endsWith("import workshop,1\r\n");
    }

    @Test
    void speaksFrench() {
        Run run = Run.in(warehouse, "import", "levelup", database.toString(), "--dry-run", "--lang", "fr");

        assertThat(run.out())
                .startsWith("Essai, rien n'a été modifié. 4 documents de match trouvés\u00A0: 3 importés, 0 complété,"
                        + " 0 déjà là, 1 refusé (");
        assertThat(run.err()).contains("C'était un essai", "Il n'y a pas de données de niveau");
        assertThat(warehouse).doesNotExist();
    }

    @Test
    void importsAFolderOfAnswersWithProgress() throws IOException {
        Path dump = Files.createDirectory(directory.resolve("dump"));
        for (GeneratedDocument document : Career.of(PLAN)) {
            Files.write(dump.resolve(document.matchId() + ".json"), document.json());
        }

        Run run = Run.onTerminal(
                Map.of(), "import", "spnkr", dump.toString(), "--player", OWNER, "--warehouse", warehouse.toString());

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("3 match documents found: 3 imported, ");
        assertThat(run.err()).contains("\r");
        assertThat(Run.in(warehouse, "status").out()).contains(OWNER);
    }

    @Test
    void failsInOneLineWhereThereIsNothingToImport() {
        Path nowhere = directory.resolve("nowhere.db");

        Run run = Run.in(warehouse, "import", "workshop", nowhere.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("spartanlake: cannot read " + nowhere + ": there is no such file; expected a database that"
                        + " another program made [WH-SOURCE-001]\n");
    }
}
