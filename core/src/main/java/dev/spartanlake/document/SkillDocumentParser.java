package dev.spartanlake.document;

import dev.spartanlake.match.Xuid;
import dev.spartanlake.validation.Violation;
import java.util.Map;

/// Reads answers of the skill service.
public final class SkillDocumentParser {

    private SkillDocumentParser() {}

    /// Reads one answer.
    ///
    /// @param text JSON in UTF-8, with or without a byte order mark
    public static SkillReading parse(byte[] text) {
        byte[] json = Utf8.withoutByteOrderMark(text);
        if (!Utf8.isText(json)) {
            return new SkillReading.Refused(Utf8.NO_TEXT);
        }
        Map<Xuid, PlayerSkill> players;
        try {
            players = SkillDecoder.decode(json);
        } catch (MalformedDocument malformed) {
            return new SkillReading.Refused(Malformation.describe(malformed, json));
        }
        Violation unpaired = UnpairedSurrogates.find(json);
        if (unpaired != null) {
            return new SkillReading.Refused(unpaired);
        }
        return players.isEmpty()
                ? new SkillReading.Empty()
                : new SkillReading.Read(new SkillDocument(DocumentContent.of(json), players));
    }
}
