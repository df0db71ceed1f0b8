package dev.spartanlake.query.statement;

import java.util.List;
import java.util.Set;

/// One statement's text, sorted by how it has to be checked and run.
///
/// @param form how to run it
/// @param runnable the text to run, without trailing semicolon
/// @param checkable a text whose syntax tree shows all that `runnable` does
public record StatementText(Form form, String runnable, String checkable) {

    /// Long enough for any question, short enough that the parser is never the expensive part.
    static final int MOST_CHARACTERS = 64 * 1024;

    /// How a statement is run.
    public enum Form {
        /// Can stand in parentheses after `FROM`.
        QUERY,
        /// Answers with text about a plan, and cannot stand in parentheses.
        EXPLAIN,
        /// Asks for the names of all there is to select from. DuckDB would name its own helpers as well, and leave
        /// out all schemas but one.
        SHOW_TABLES
    }

    private static final Set<String> PIVOT_ENDS = Set.of("USING", "GROUP", "ORDER", "LIMIT");

    /// Sorts a text.
    ///
    /// @throws dev.spartanlake.error.WarehouseException when the text is empty, overlong, cut off or more than
    /// one statement
    public static StatementText of(String sql) {
        if (sql.length() > MOST_CHARACTERS) {
            throw QueryErrors.refused("The statement is " + sql.length() + " characters long, at most "
                    + MOST_CHARACTERS + " are accepted; pass long values as parameters");
        }
        if (sql.indexOf('\0') >= 0) {
            throw QueryErrors.invalid("The statement holds a NUL character; remove it");
        }
        List<SqlToken> tokens = SqlTokens.of(sql);
        while (!tokens.isEmpty() && tokens.getLast().is(";")) {
            tokens.removeLast();
        }
        if (tokens.isEmpty()) {
            throw QueryErrors.invalid("The statement is empty; write a SELECT");
        }
        if (tokens.stream().anyMatch(token -> token.is(";"))) {
            throw QueryErrors.refused(
                    "One statement at a time: found a semicolon inside the text; send the statements" + " one by one");
        }
        String text = sql.substring(0, tokens.getLast().end());
        if (tokens.size() == 2
                && tokens.getFirst().is("SHOW")
                && tokens.getLast().is("TABLES")) {
            return new StatementText(Form.SHOW_TABLES, text, text);
        }
        return tokens.getFirst().is("EXPLAIN") ? explain(text, tokens) : query(text, tokens);
    }

    /// The statement as it stands after `FROM`.
    public String source() {
        return "(" + runnable + "\n)";
    }

    private static StatementText query(String text, List<SqlToken> tokens) {
        return new StatementText(Form.QUERY, text, withPivotValues(text, tokens));
    }

    private static StatementText explain(String text, List<SqlToken> tokens) {
        int next = 1;
        boolean analyze = next < tokens.size() && tokens.get(next).is("ANALYZE");
        next += analyze ? 1 : 0;
        String options = options(tokens, next);
        next += options.isEmpty() ? 0 : closing(tokens, next) - next + 1;
        if (next >= tokens.size()) {
            throw QueryErrors.invalid("EXPLAIN is not followed by a statement");
        }
        List<SqlToken> rest = tokens.subList(next, tokens.size());
        String explained = text.substring(rest.getFirst().start());
        int shift = rest.getFirst().start();
        List<SqlToken> shifted = rest.stream()
                .map(token -> new SqlToken(token.kind(), token.text(), token.start() - shift, token.depth()))
                .toList();
        return new StatementText(
                Form.EXPLAIN,
                "EXPLAIN " + (analyze ? "ANALYZE " : "") + options + " " + explained,
                withPivotValues(explained, shifted));
    }

    /// The options in parentheses after `EXPLAIN`, written anew; empty when a parenthesized query follows
    /// instead.
    private static String options(List<SqlToken> tokens, int from) {
        boolean options = from + 1 < tokens.size()
                && tokens.get(from).is("(")
                && Set.of("ANALYZE", "FORMAT")
                        .contains(tokens.get(from + 1).text().toUpperCase(java.util.Locale.ROOT));
        if (!options) {
            return "";
        }
        StringBuilder written = new StringBuilder();
        for (SqlToken token : tokens.subList(from, closing(tokens, from) + 1)) {
            written.append(token.text()).append(' ');
        }
        return written.toString().strip();
    }

    private static int closing(List<SqlToken> tokens, int opening) {
        for (int i = opening; i < tokens.size(); i++) {
            if (tokens.get(i).depth() == 0 && tokens.get(i).is(")")) {
                return i;
            }
        }
        throw QueryErrors.invalid("A parenthesis after EXPLAIN is never closed");
    }

    /// `PIVOT t ON year` looks its values up while it runs and has no syntax tree to show; `PIVOT t ON year IN
    /// (0)` has one, and names the same tables, columns and functions.
    private static String withPivotValues(String text, List<SqlToken> tokens) {
        int pivot = topLevel(tokens, 0, Set.of("PIVOT"));
        boolean leads = pivot == 0 || (pivot > 0 && tokens.getFirst().is("WITH"));
        int on = leads ? topLevel(tokens, pivot, Set.of("ON")) : -1;
        if (on < 0) {
            return text;
        }
        int end = topLevel(tokens, on, PIVOT_ENDS);
        List<SqlToken> pivoted = tokens.subList(on + 1, end < 0 ? tokens.size() : end);
        StringBuilder written =
                new StringBuilder(text.substring(0, tokens.get(on).end()));
        int copied = tokens.get(on).end();
        boolean hasValues = false;
        for (int i = 0; i < pivoted.size(); i++) {
            SqlToken token = pivoted.get(i);
            hasValues |= token.isTopLevel("IN");
            boolean last = i + 1 == pivoted.size() || pivoted.get(i + 1).isTopLevel(",");
            if (last) {
                written.append(text, copied, token.end()).append(hasValues ? "" : " IN (0)");
                copied = token.end();
                hasValues = false;
            }
        }
        return written.append(text.substring(copied)).toString();
    }

    private static int topLevel(List<SqlToken> tokens, int from, Set<String> keywords) {
        for (int i = from; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            if (keywords.stream().anyMatch(token::isTopLevel)) {
                return i;
            }
        }
        return -1;
    }
}
