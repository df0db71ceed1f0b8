package dev.spartanlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedDocument;
import dev.spartanlake.imports.ImportRemark;
import dev.spartanlake.testsupport.api.Fault;
import dev.spartanlake.testsupport.api.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The page about JSON reports tells of every field that real commands print, and of no other.
class JsonReferenceTest {

    private static final Path PAGE = Path.of("..", "docs", "reference", "json.md");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-z_.\\[\\]]+)` \\| [^|\\s][^|]* \\| [^|\\s][^|]*\\|$");
    private static final Pattern NAME = Pattern.compile("`([a-z-]+)`");
    private static final CareerPlan PLAN = CareerPlan.demo().withEarlyMatches(0).withMatches(3);
    private static final String XUID = Long.toString(PLAN.players().getFirst().xuid());

    private static final String OTHER = Long.toString(PLAN.players().get(1).xuid());

    @TempDir
    private Path directory;

    private final Map<String, String> variables = new HashMap<>();
    private Path warehouse;

    @BeforeEach
    void fill() throws IOException {
        warehouse = directory.resolve("warehouse");
        try (OutputStream out = Files.newOutputStream(directory.resolve("matches.ndjson"))) {
            for (GeneratedDocument document : Career.of(PLAN)) {
                document.writeTo(out);
                out.write('\n');
            }
            out.write("no document\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void tellsOfEveryFieldOfEveryReport() throws IOException, SQLException {
        Path medals = Files.writeString(directory.resolve("medals.json"), "{\"1\": \"Name\", \"x\": \"y\"}");
        String backup = directory.resolve("backup").toString();

        assertDocumented("ingest", directory.resolve("matches.ndjson").toString(), "--player", XUID);
        assertDocumented("ingest film", film().toString(), "--match", match());
        assertDocumented("import workshop", lookalike().toString(), "--player", "42");
        assertDocumented("reference import", "--medals-en", medals.toString());
        try (HaloUser user = HaloUser.of(3, directory)) {
            user.server().faults().always(Kind.HISTORY, "xuid(" + OTHER + ")", new Fault.Status(403));
            user.server().faults().always(Kind.MATCH_COUNT, "xuid(" + OTHER + ")", new Fault.Status(403));
            variables.putAll(user.signedIn());
            assertDocumented("sync --dry-run", "--player", OTHER);
            user.server().faults().clear();
            user.server().faults().next(Kind.MATCH_COUNT, 1, new Fault.TooManyRequests(Optional.of("86400")));
            assertDocumented("sync", "--player", OTHER);
            assertDocumented("sync --status", "--player", OTHER);
            assertDocumented("whoami");
        }
        Run.in(warehouse, "friend", "add", XUID, "42", "--nickname", "Meri");
        assertDocumented("status");
        assertDocumented("player list");
        assertDocumented("friend list", XUID);
        assertDocumented("rebuild");
        assertDocumented("recompute");
        assertDocumented("config");
        assertDocumented("backup", backup);
        assertDocumented("restore", backup, "--replace");
        assertDocumented("merge", backup);
        deleteDocuments();
        assertDocumented("verify");
        Set<String> plan = new TreeSet<>(documented("verify"));
        plan.addAll(documented("repair --dry-run"));
        assertThat(plan).isEqualTo(printed("repair", "--dry-run"));
        assertDocumented("repair");
        assertDocumented("forget", "--player", XUID);
    }

    @Test
    void tellsOfEveryKindOfRemarkOnAnImport() throws IOException {
        String row = section("import workshop")
                .lines()
                .filter(line -> line.startsWith("| `remarks[].kind` | text |"))
                .findFirst()
                .orElseThrow();

        assertThat(NAME.matcher(row.substring(row.lastIndexOf("| "))).results().map(name -> name.group(1)))
                .containsExactlyInAnyOrderElementsOf(Stream.of(ImportRemark.Kind.values())
                        .map(ImportRemark.Kind::id)
                        .toList());
    }

    /// A film that is refused, as fields of reasons are to be seen.
    private Path film() throws IOException {
        return Files.writeString(directory.resolve("film"), "no film");
    }

    private static String match() {
        return Career.of(PLAN).iterator().next().matchId();
    }

    private void assertDocumented(String command, String... arguments) throws IOException {
        assertThat(documented(command)).as(command).isEqualTo(printed(command, arguments));
    }

    /// The fields that a command prints.
    private Set<String> printed(String command, String... arguments) {
        List<String> line = new ArrayList<>(List.of(command.split(" ")));
        line.addAll(Arrays.asList(arguments));
        line.addAll(List.of("--format", "json"));

        line.addAll(List.of("--warehouse", warehouse.toString()));
        Run run = Run.with(variables, "", line.toArray(String[]::new));

        assertThat(run.out()).as(command + ": " + run.err()).isNotEmpty();
        Set<String> printed = new TreeSet<>();
        collect(new JsonMapper().readTree(run.out()), "", printed);
        return printed;
    }

    /// The paths of all fields, such as `findings[].kind`.
    private static void collect(JsonNode node, String path, Set<String> paths) {
        if (node.isArray()) {
            node.valueStream().forEach(element -> collect(element, path + "[]", paths));
        }
        node.propertyStream().forEach(property -> {
            String field = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
            paths.add(field);
            collect(property.getValue(), field, paths);
        });
    }

    /// The fields that the section of a command has a row for.
    private static Set<String> documented(String command) throws IOException {
        Matcher row = ROW.matcher(section(command));
        Set<String> fields = new TreeSet<>();
        while (row.find()) {
            fields.add(row.group(1));
        }
        return fields;
    }

    private static String section(String command) throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf("## `" + command + "`\n");
        assertThat(from).as("a section for " + command).isNotNegative();
        int to = page.indexOf("\n## ", from);
        return page.substring(from, to < 0 ? page.length() : to);
    }

    /// A database of which something is refused, and something is to be remarked.
    private Path lookalike() throws SQLException {
        Path file = directory.resolve("workshop.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE MatchStats (ResponseBody TEXT)");
            statement.execute("INSERT INTO MatchStats VALUES ('no document')");
        }
        return file;
    }

    /// Takes away both copies of all documents, so that a repair has something to call lost.
    private void deleteDocuments() throws IOException {
        for (String tree : List.of("match_documents", ".mirror/match_documents")) {
            try (Stream<Path> files = Files.walk(warehouse.resolve(tree))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
