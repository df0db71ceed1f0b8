package dev.spartanlake.verify;

import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.document.DocumentContent;
import dev.spartanlake.document.SkillDocument;
import dev.spartanlake.document.SkillDocumentParser;
import dev.spartanlake.document.SkillReading;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.error.Location;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.schema.Partition;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads stored skill documents, from which facts take their ratings.
final class SkillCheck {

    private final Engine engine;
    private final Findings findings;
    private final SoundFiles sound;
    private final Map<String, Ledger.Entry> ledger;

    SkillCheck(Engine engine, Findings findings, SoundFiles sound, Map<String, Ledger.Entry> ledger) {
        this.engine = engine;
        this.findings = findings;
        this.sound = sound;
        this.ledger = ledger;
    }

    /// The skill documents of a month that are what they should be, by match.
    Map<String, SkillDocument> read(YearMonth month) {
        Partition partition = Partition.of(Tables.SKILL_DOCUMENTS, null, month);
        Map<String, SkillDocument> skills = new HashMap<>();
        sound.find(partition)
                .ifPresent(file -> findings.guard(
                        new Location(partition.table(), partition.path(), file), () -> read(partition, file, skills)));
        return skills;
    }

    private void read(Partition partition, Path file, Map<String, SkillDocument> skills) {
        Tally changed = new Tally();
        Tally malformed = new Tally();
        engine.query(
                        "SELECT match_id, content_sha256, document FROM " + Engine.parquet(List.of(file))
                                + " WHERE document IS NOT NULL AND match_id IS NOT NULL",
                        Stored::of)
                .forEach(stored -> skill(stored, changed, malformed)
                        .filter(skill -> isListed(stored))
                        .ifPresent(skill -> skills.put(stored.matchId(), skill)));
        findings.add(Kind.DOCUMENT_CHANGED, partition, file, changed);
        findings.add(Kind.DOCUMENT_MALFORMED, partition, file, malformed);
    }

    private static Optional<SkillDocument> skill(Stored stored, Tally changed, Tally malformed) {
        byte[] text = stored.document().getBytes(StandardCharsets.UTF_8);
        String content = DocumentContent.sha256(text);
        if (!content.equals(stored.content())) {
            changed.add(stored.matchId() + " " + stored.content(), content);
            return Optional.empty();
        }
        return switch (SkillDocumentParser.parse(text)) {
            case SkillReading.Read(SkillDocument skill) -> Optional.of(skill);
            case SkillReading.Empty() -> {
                malformed.add(stored.matchId(), "no player");
                yield Optional.empty();
            }
            case SkillReading.Refused refused -> {
                malformed.add(stored.matchId(), refused.violation().toString());
                yield Optional.empty();
            }
        };
    }

    private boolean isListed(Stored stored) {
        Ledger.Entry entry = ledger.get(stored.matchId());
        return entry != null && stored.content().equals(entry.skillSha256());
    }

    /// A stored skill document.
    private record Stored(String matchId, String content, String document) {

        static Stored of(ResultSet row) throws SQLException {
            return new Stored(row.getString(1), String.valueOf(row.getString(2)), row.getString(3));
        }
    }
}
