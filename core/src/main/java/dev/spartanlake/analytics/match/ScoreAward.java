package dev.spartanlake.analytics.match;

import dev.spartanlake.match.Xuid;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A kind of award of personal score that a player was given in a match. The facts hold their sum only, so
/// they are read from the match's document.
///
/// @param awardNameId the kind, an unsigned 32-bit number
/// @param name the game's English name; null when not known
/// @param count how many
/// @param score the points of all of them; negative for what is punished
public record ScoreAward(long awardNameId, @Nullable String name, long count, long score) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long UNSIGNED = 0xFFFFFFFFL;

    /// The awards of a player, the most points first, of equals by their kind. Those of several teams are added.
    ///
    /// @param document the match's document as stored
    /// @param player whose awards
    public static List<ScoreAward> of(String document, Xuid player) {
        TreeMap<Long, ScoreAward> awards = new TreeMap<>();
        String wanted = player.wrapped();
        for (JsonNode participant : JSON.readTree(document).path("Players")) {
            if (participant.path("PlayerId").asString("").equals(wanted)) {
                participant
                        .path("PlayerTeamStats")
                        .forEach(team -> team.path("Stats")
                                .path("CoreStats")
                                .path("PersonalScores")
                                .forEach(award -> add(award, awards)));
            }
        }
        return awards.values().stream()
                .sorted(Comparator.comparingLong(ScoreAward::score)
                        .reversed()
                        .thenComparingLong(ScoreAward::awardNameId))
                .toList();
    }

    private static void add(JsonNode award, TreeMap<Long, ScoreAward> awards) {
        long kind = award.path("NameId").asLong() & UNSIGNED;
        ScoreAward one = new ScoreAward(
                kind,
                Names.KNOWN.getProperty(Long.toString(kind)),
                award.path("Count").asLong(),
                award.path("TotalPersonalScoreAwarded").asLong());
        awards.merge(kind, one, ScoreAward::plus);
    }

    private ScoreAward plus(ScoreAward other) {
        return new ScoreAward(awardNameId, name, count + other.count, score + other.score);
    }

    /// Read when they are first wanted.
    private static final class Names {

        private static final Properties KNOWN = load();

        private static Properties load() {
            Properties names = new Properties();
            try (InputStream stream =
                            Objects.requireNonNull(ScoreAward.class.getResourceAsStream("awards.properties"));
                    Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
                names.load(reader);
                return names;
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
