package dev.spartanlake.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.query.statement.SqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementsTest {

    private final Statements statements = new Statements();

    @Test
    void aSemicolonEndsAStatement() {
        assertThat(statements.add("SELECT 1; SELECT 2;\nSELECT"))
                .containsExactly(new Statement("SELECT 1;", 1), new Statement("SELECT 2;", 1));
        assertThat(statements.isPending()).isTrue();
        assertThat(statements.add("\n3\n;")).containsExactly(new Statement("SELECT\n3\n;", 2));
        assertThat(statements.isPending()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ';'",
                "SELECT 'it''s; fine'",
                "SELECT E'it\\'s; fine'",
                "SELECT e'a''\\'; b'",
                "SELECT 'a\\'",
                "SELECT \"a;b\"\"c;\"",
                "SELECT $$a;'b$$",
                "SELECT $tag$a; $$ ; $ta$ $tag$",
                "SELECT $1 + $2",
                "SELECT a$b$c",
                "SELECT 1 -- no; not yet '\n + 2",
                "SELECT 1 /* ; ' */ + 2",
                "SELECT 1 /**/ /*/ ; */ + 2",
                "SELECT 1 /**/* 2",
                "SELECT 4 - -2, 4 / 2 * 1",
                "SELECT 'a' -- it's\n, 'b;'",
                "SELECT name'x;'"
            })
    void aSemicolonWithinQuotesAndCommentsEndsNone(String sql) {
        assertThat(statements.add(sql)).isEmpty();
        assertThat(statements.add(";")).extracting(Statement::sql).containsExactly(sql + ";");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SELECT 'a", "SELECT E'a\\'", "SELECT \"a", "SELECT $$a$", "SELECT $a$b$$", "SELECT /* a", "/* a"
            })
    void whatIsStillOpenIsPending(String sql) {
        assertThat(statements.add(sql + ";\n")).isEmpty();
        assertThat(statements.isPending()).isTrue();
        assertThat(statements.isInCode()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n \t", ";", " ; ;\n;", "-- only a remark\n", "-- one; two", "/* a; b */", "/* a */ ; -- b"
            })
    void blanksAndCommentsAloneAreNoStatement(String text) {
        assertThat(statements.add(text)).isEmpty();
        assertThat(statements.isPending()).isFalse();
        assertThat(statements.end()).isEmpty();
    }

    @Test
    void theLastStatementNeedsNoSemicolon() {
        assertThat(statements.add("\n\n-- the year\n  SELECT 1\n")).isEmpty();

        assertThat(statements.end()).containsExactly(new Statement("-- the year\n  SELECT 1", 4));
        assertThat(statements.end()).isEmpty();
    }

    /// The library's own reading of SQL finds a semicolon at the end of every statement that was cut here, and nowhere
    /// else in it.
    @Test
    void readsSqlAsTheLibraryDoes() {
        List<String> pieces = List.of(
                "a", "e", "E", "'", "''", "\"", "$", "$$", "$a$", "$1", "1", "\\", "-", "--", "/", "*", "/*", "*/", ";",
                "; ", " ", "\n", "_", "é");
        Random random = new Random(7);
        int compared = 0;
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            for (Statement statement : new Statements().add(text.toString())) {
                assertThat(semicolons(statement.sql()))
                        .as(text.toString())
                        .containsExactly(statement.sql().length() - 1);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(2_000);
    }

    private static List<Integer> semicolons(String sql) {
        List<Integer> places = new ArrayList<>();
        SqlTokens.of(sql).stream().filter(token -> token.is(";")).forEach(token -> places.add(token.start()));
        return places;
    }
}
