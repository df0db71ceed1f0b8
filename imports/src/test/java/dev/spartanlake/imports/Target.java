package dev.spartanlake.imports;

import dev.spartanlake.Warehouse;
import dev.spartanlake.WarehouseConfig;
import dev.spartanlake.catalog.Absences.Absence;
import dev.spartanlake.catalog.Absences.What;
import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedDocument;
import dev.spartanlake.intake.Obtained;
import dev.spartanlake.query.Limits;
import dev.spartanlake.reference.Language;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The warehouse of a test, and what is in it.
final class Target {

    static final CareerPlan PLAN = CareerPlan.demo().withEarlyMatches(0).withMatches(6);
    static final long OWNER = PLAN.players().getFirst().xuid();

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final Path directory;

    Target(Path directory) {
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    Warehouse open() {
        return Warehouse.at(
                directory, WarehouseConfig.standard().withCommand("import").withClock(() -> NOW));
    }

    ImportReport workshop(Path file) {
        return workshop(file, ImportOptions.standard());
    }

    ImportReport workshop(Path file, ImportOptions options) {
        return workshop(file, options, ImportProgress.NONE);
    }

    ImportReport workshop(Path file, ImportOptions options, ImportProgress progress) {
        try (Warehouse warehouse = open()) {
            return WorkshopImport.run(warehouse, file, options, progress);
        }
    }

    /// Notes that the services do not have a match.
    void noteAbsent(String match) {
        Obtained obtained = new Obtained();
        obtained.add(new Absence(What.MATCH, match, "404"));
        try (Warehouse warehouse = open()) {
            warehouse.take(obtained);
        }
    }

    /// The rows of a question, the values of each with a bar between.
    List<String> rows(String sql) {
        try (Warehouse warehouse = open()) {
            return warehouse.query(sql, List.of(), Language.EN, Limits.standard()).rows().stream()
                    .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining("|")))
                    .toList();
        }
    }

    String value(String sql) {
        return String.join("\n", rows(sql));
    }

    long commits() {
        return Long.parseLong(value("SELECT count(*) FROM meta.commits"));
    }

    static List<GeneratedDocument> documents() {
        List<GeneratedDocument> documents = new ArrayList<>();
        Career.of(PLAN).forEach(documents::add);
        return documents;
    }
}
