package dev.spartanlake.repair;

import dev.spartanlake.document.SkillDocument;
import dev.spartanlake.document.SkillDocumentParser;
import dev.spartanlake.document.SkillReading;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.fact.MatchReader;
import dev.spartanlake.fact.MatchReading;
import dev.spartanlake.fact.MatchRows;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads what can still be read of a file of documents or skill documents. Each document stands
/// beside the hash of its text, so what was read wrongly is told from what was not, however damaged
/// the file is.
final class DocumentSalvage {

    private final Engine engine;
    private final MatchReader reader = new MatchReader();

    DocumentSalvage(Engine engine) {
        this.engine = engine;
    }

    /// The documents of a file that are whole; none where the file is no Parquet file, or none any more.
    List<MatchRows> documents(Path file) {
        return salvage(file, text -> text.match(reader));
    }

    /// The skill documents of a file that are whole, likewise.
    List<FoundSkill> skillDocuments(Path file) {
        return salvage(file, Text::skill);
    }

    private <T> List<T> salvage(Path file, Function<Text, List<T>> reading) {
        List<T> whole = new ArrayList<>();
        // The engine would wait for a pipe.
        if (Files.isRegularFile(file)) {
            salvage(file, 0, rowCount(file), reading, whole);
        }
        return whole;
    }

    private long rowCount(Path file) {
        try {
            return engine.query(
                            "SELECT num_rows FROM parquet_file_metadata(" + Engine.paths(List.of(file)) + ")",
                            row -> row.getLong(1))
                    .getFirst();
        } catch (WarehouseException unreadable) {
            return 0;
        }
    }

    /// A page that cannot be unpacked spoils every query that needs it; asking for fewer rows leaves it out at
    /// last.
    private <T> void salvage(Path file, long from, long to, Function<Text, List<T>> reading, List<T> whole) {
        if (from >= to) {
            return;
        }
        try {
            rows(file, from, to).forEach(text -> whole.addAll(reading.apply(text)));
        } catch (WarehouseException unreadable) {
            if (to - from > 1) {
                long middle = (from + to) >>> 1;
                salvage(file, from, middle, reading, whole);
                salvage(file, middle, to, reading, whole);
            }
        }
    }

    private List<Text> rows(Path file, long from, long to) {
        return engine.query(
                "SELECT match_id, content_sha256, document FROM "
                        + Engine.parquet(List.of(file), "file_row_number = true") + " WHERE file_row_number >= " + from
                        + " AND file_row_number < " + to,
                row -> new Text(row.getString(1), row.getString(2), row.getString(3)));
    }

    /// A skill document that is whole.
    ///
    /// @param matchId the match it stands beside, as it does not name it
    record FoundSkill(String matchId, SkillDocument skill) {}

    /// What was read of a row.
    ///
    /// @param matchId the match
    /// @param sha256 the hash that stands beside the document
    /// @param document the document
    private record Text(
            @Nullable String matchId,
            @Nullable String sha256,
            @Nullable String document) {

        List<MatchRows> match(MatchReader reader) {
            return document != null
                            && reader.read(document) instanceof MatchReading.Accepted(MatchRows rows)
                            && rows.document().content().sha256().equals(sha256)
                    ? List.of(rows)
                    : List.of();
        }

        List<FoundSkill> skill() {
            return matchId != null
                            && document != null
                            && SkillDocumentParser.parse(document.getBytes(StandardCharsets.UTF_8))
                                    instanceof SkillReading.Read(SkillDocument skill)
                            && skill.content().sha256().equals(sha256)
                    ? List.of(new FoundSkill(matchId, skill))
                    : List.of();
        }
    }
}
