package dev.spartanlake.cli.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What may stand at the cursor: tables where one is selected from, elsewhere the columns of the tables that the
/// statement names, functions and keywords.
final class Completion {

    private static final List<String> KEYWORDS = List.of(
            ("ALL AND ANTI AS ASC ASOF BETWEEN BY CASE CAST CROSS DESC DESCRIBE DISTINCT ELSE END EXCEPT EXCLUDE EXISTS EXPLAIN"
                            + " FILTER FROM FULL GROUP HAVING ILIKE IN INNER INTERSECT INTERVAL IS JOIN LEFT LIKE LIMIT NOT"
                            + " NULL NULLS OFFSET ON OR ORDER OUTER OVER PARTITION PIVOT QUALIFY RECURSIVE REPLACE RIGHT"
                            + " SELECT SEMI SHOW SUMMARIZE TABLES THEN UNION UNPIVOT USING VALUES WHEN WHERE WINDOW WITH")
                    .split(" "));

    /// After these words comes a table.
    private static final Set<String> BEFORE_A_TABLE =
            Set.of("FROM", "JOIN", "DESCRIBE", "SUMMARIZE", "PIVOT", "UNPIVOT", "TABLE");

    /// A table and the other name that the statement gives it, if any.
    private static final Pattern NAMED =
            Pattern.compile("(?i)\\b(?:FROM|JOIN|,)\\s*([a-z_][a-z0-9_.]*)(?:\\s+(?:AS\\s+)?([a-z_][a-z0-9_]*))?");

    private static final Pattern LAST_CLAUSE =
            Pattern.compile("(?is).*\\b(FROM|SELECT|WHERE|GROUP|ORDER|HAVING|ON|USING)\\b");

    private final Vocabulary vocabulary;
    private final Statements typed = new Statements();
    private final String line;
    private final String before;
    private final String statement;
    private final String word;

    /// @param before what stands before the cursor
    /// @param after what stands behind it
    Completion(Vocabulary vocabulary, String before, String after) {
        this.vocabulary = vocabulary;
        this.line = before;
        this.word = ShellParser.name(before);
        typed.add(before);
        String begun = typed.begun();
        this.before = begun.substring(0, Math.max(begun.length() - word.length(), 0));
        this.statement = this.before + after;
    }

    /// All that begin with what was typed of the word, in whatever case.
    List<Proposal> proposals() {
        if (ShellParser.isCommand(line)) {
            return matching(arguments());
        }
        if (!typed.isInCode()) {
            return List.of();
        }
        if (isTableWanted()) {
            return matching(tables());
        }
        int dot = word.lastIndexOf('.');
        return matching(dot < 0 ? words() : qualified(word.substring(0, dot)));
    }

    private List<Proposal> matching(Stream<Proposal> all) {
        String begun = word.toLowerCase(Locale.ROOT);
        return all.filter(proposal -> proposal.text().toLowerCase(Locale.ROOT).startsWith(begun))
                .toList();
    }

    private Stream<Proposal> arguments() {
        List<String> words = List.of(line.strip().split("\\s+"));
        boolean isFirst = words.size() == 1 && !Character.isWhitespace(line.charAt(line.length() - 1));
        if (isFirst) {
            return DotCommand.names().stream().map(Proposal::of);
        }
        return DotCommand.named(words.getFirst()).stream()
                .flatMap(command -> command == DotCommand.SCHEMA
                        ? tables()
                        : command.choices().stream().map(Proposal::of));
    }

    private boolean isTableWanted() {
        String text = before.stripTrailing();
        if (text.length() == before.length()) {
            return false;
        }
        String last = ShellParser.name(text).toUpperCase(Locale.ROOT);
        if (BEFORE_A_TABLE.contains(last)) {
            return true;
        }
        Matcher clause = LAST_CLAUSE.matcher(text);
        return text.endsWith(",") && clause.lookingAt() && clause.group(1).equalsIgnoreCase("FROM");
    }

    private Stream<Proposal> tables() {
        return vocabulary.tables().keySet().stream().map(Proposal::of);
    }

    private Stream<Proposal> words() {
        Stream<Proposal> keywords =
                KEYWORDS.stream().map(this::inTheCaseOfTheUser).map(Proposal::of);
        Stream<Proposal> functions = vocabulary.functions().stream().map(name -> Proposal.of(name + "("));
        if (before.isBlank()) {
            return keywords;
        }
        return Stream.of(columns(), new ArrayList<>(named().keySet()).stream().map(Proposal::of), functions, keywords)
                .flatMap(proposals -> proposals);
    }

    /// Keywords stand in capitals unless the user writes small.
    private String inTheCaseOfTheUser(String keyword) {
        boolean isSmall = !word.isEmpty() && word.equals(word.toLowerCase(Locale.ROOT));
        return isSmall ? keyword.toLowerCase(Locale.ROOT) : keyword;
    }

    /// The columns of the tables that the statement names, else of all tables.
    private Stream<Proposal> columns() {
        Set<String> tables = new LinkedHashSet<>(named().values());
        if (tables.isEmpty()) {
            tables = vocabulary.tables().keySet();
        }
        Map<String, Set<String>> types = new LinkedHashMap<>();
        for (String table : tables) {
            vocabulary
                    .columns(table)
                    .forEach(column -> types.computeIfAbsent(column.name(), _ -> new TreeSet<>())
                            .add(column.type()));
        }
        return types.entrySet().stream()
                .map(column -> new Proposal(column.getKey(), String.join(" or ", column.getValue())))
                .sorted(Comparator.comparing(Proposal::text));
    }

    /// What stands behind a dot: a column of a table, or a table of a schema.
    private Stream<Proposal> qualified(String qualifier) {
        String name = qualifier.toLowerCase(Locale.ROOT);
        String table = named().getOrDefault(name, vocabulary.table(name).orElse(""));
        Stream<Proposal> columns = vocabulary.columns(table).stream()
                .map(column -> new Proposal(qualifier + "." + column.name(), column.type()));
        return Stream.concat(columns, tables());
    }

    /// The tables that the statement names, by the name it gives them.
    private Map<String, String> named() {
        Map<String, String> named = new LinkedHashMap<>();
        Matcher tables = NAMED.matcher(statement);
        while (tables.find()) {
            String alias = tables.group(2);
            boolean hasAlias = alias != null && !KEYWORDS.contains(alias.toUpperCase(Locale.ROOT));
            vocabulary.table(tables.group(1)).ifPresent(table -> {
                String ownName = table.substring(table.lastIndexOf('.') + 1);
                named.put(hasAlias ? alias.toLowerCase(Locale.ROOT) : ownName, table);
            });
        }
        return named;
    }
}
