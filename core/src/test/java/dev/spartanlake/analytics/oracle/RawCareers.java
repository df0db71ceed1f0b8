package dev.spartanlake.analytics.oracle;

import dev.spartanlake.Fixture;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.reference.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Everything a warehouse has on disk, read past the library.
public final class RawCareers {

    private final List<RawRow> facts;
    private final Map<String, List<RawRow>> participants = new HashMap<>();
    private final Map<String, List<RawRow>> medals = new HashMap<>();
    private final Map<Long, RawRow> medalKinds = new HashMap<>();
    private final Map<String, String> gamertags = new HashMap<>();
    private final Map<String, List<PlayedMatch>> careers = new HashMap<>();
    private final Map<Language, Names> names = new EnumMap<>(Language.class);

    /// Reads a warehouse.
    public RawCareers(Fixture fixture) {
        facts = fixture.rows(Tables.MATCH_FACTS).stream().map(RawRow::new).toList();
        fixture.rows(Tables.MATCH_PARTICIPANTS).stream()
                .map(RawRow::new)
                .forEach(row -> participants
                        .computeIfAbsent(row.requiredText("match_id"), _ -> new ArrayList<>())
                        .add(row));
        fixture.rows(Tables.MEDAL_AWARDS).stream()
                .map(RawRow::new)
                .forEach(row -> medals.computeIfAbsent(
                                row.requiredText("match_id") + row.requiredText("xuid"), _ -> new ArrayList<>())
                        .add(row));
        fixture.metadataRows("SELECT * FROM medal_definitions").stream()
                .map(RawRow::new)
                .forEach(row -> medalKinds.put(row.count("name_id"), row));
        fixture.metadataRows("SELECT xuid, gamertag FROM players WHERE gamertag IS NOT NULL").stream()
                .map(RawRow::new)
                .forEach(row -> gamertags.put(row.requiredText("xuid"), row.requiredText("gamertag")));
        for (Language language : Language.values()) {
            names.put(language, new Names(fixture, language));
        }
    }

    /// A player's matches in the order in which they were played.
    List<PlayedMatch> career(Xuid player, Language language) {
        return careers.computeIfAbsent(language + player.text(), _ -> read(player, language));
    }

    private List<PlayedMatch> read(Xuid player, Language language) {
        Names spoken = Objects.requireNonNull(names.get(language));
        return facts.stream()
                .filter(row -> row.requiredText("xuid").equals(player.text()))
                .map(row -> PlayedMatch.of(row, spoken.of(row)))
                .sorted(PlayedMatch.ORDER)
                .toList();
    }

    List<RawRow> participants(PlayedMatch match) {
        return participants.getOrDefault(match.id(), List.of());
    }

    List<RawRow> medals(PlayedMatch match) {
        return medals.getOrDefault(match.id() + match.row().requiredText("xuid"), List.of());
    }

    RawRow medalKind(long nameId) {
        return medalKinds.getOrDefault(nameId, new RawRow(Map.of()));
    }

    long medalKindsOf(String difficulty) {
        return medalKinds.values().stream()
                .filter(row -> difficulty.equals(row.text("difficulty")))
                .count();
    }

    @Nullable
    String gamertag(@Nullable String xuid) {
        return xuid == null ? null : gamertags.get(xuid);
    }
}
