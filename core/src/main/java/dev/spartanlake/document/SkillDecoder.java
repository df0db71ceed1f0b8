package dev.spartanlake.document;

import dev.spartanlake.match.Xuid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns the tokens of a skill document into what is known of each player; fields without a meaning here are passed
/// over.
final class SkillDecoder {

    private static final int SUCCESS = 0;
    private static final int MOST_CSR = Short.MAX_VALUE;

    private SkillDecoder() {}

    /// Reads a text to its end.
    ///
    /// @return what is said of each player, without those of whom nothing is
    /// @throws MalformedDocument when the text is no JSON, or holds a value of a type that does not belong there
    static Map<Xuid, PlayerSkill> decode(byte[] json) {
        Map<Xuid, PlayerSkill> players = JsonCursor.read(json, cursor -> cursor.object(SkillDecoder::players));
        return players == null ? Map.of() : players;
    }

    private static Map<Xuid, PlayerSkill> players(JsonCursor json) {
        Map<Xuid, PlayerSkill> players = new HashMap<>();
        for (String field = json.nextField(); field != null; field = json.nextField()) {
            if (field.equals("Value")) {
                List<Entry> entries = json.objects(SkillDecoder::entry);
                for (Entry entry : entries == null ? List.<Entry>of() : entries) {
                    if (entry.player() != null && entry.skill() != null) {
                        players.put(entry.player(), entry.skill());
                    }
                }
            } else {
                json.skip();
            }
        }
        return players;
    }

    private static Entry entry(JsonCursor json) {
        Xuid player = null;
        Integer resultCode = null;
        PlayerSkill skill = null;
        for (String field = json.nextField(); field != null; field = json.nextField()) {
            switch (field) {
                case "Id" -> player = json.xuid();
                case "ResultCode" -> resultCode = json.integer();
                case "Result" -> skill = json.object(SkillDecoder::skill);
                default -> json.skip();
            }
        }
        return new Entry(player, resultCode == null || resultCode == SUCCESS ? skill : null);
    }

    private static PlayerSkill skill(JsonCursor json) {
        Float teamMmr = null;
        String teamId = null;
        Map<String, Optional<Float>> mmrs = Map.of();
        Recap recap = Recap.UNKNOWN;
        Expectation expected = Expectation.UNKNOWN;
        for (String field = json.nextField(); field != null; field = json.nextField()) {
            switch (field) {
                case "TeamMmr" -> teamMmr = json.realIfAny();
                case "TeamId" -> teamId = Objects.toString(json.integer(), null);
                case "TeamMmrs" -> mmrs = Objects.requireNonNullElse(json.object(SkillDecoder::mmrs), Map.of());
                case "RankRecap" -> recap = Objects.requireNonNullElse(json.object(SkillDecoder::recap), recap);
                case "StatPerformances" ->
                    expected = Objects.requireNonNullElse(json.object(SkillDecoder::expectation), expected);
                default -> json.skip();
            }
        }
        return new PlayerSkill(
                teamMmr, enemyMmr(teamId, mmrs), expected.kills(), expected.deaths(), recap.before(), recap.after());
    }

    private static Map<String, Optional<Float>> mmrs(JsonCursor json) {
        Map<String, Optional<Float>> mmrs = new HashMap<>();
        for (String team = json.nextField(); team != null; team = json.nextField()) {
            mmrs.put(team, Optional.ofNullable(json.realIfAny()));
        }
        return mmrs;
    }

    private static @Nullable Float enemyMmr(@Nullable String teamId, Map<String, Optional<Float>> mmrs) {
        if (mmrs.size() != 2 || !mmrs.containsKey(teamId)) {
            return null;
        }
        return mmrs.entrySet().stream()
                .filter(team -> !team.getKey().equals(teamId))
                .findFirst()
                .flatMap(Map.Entry::getValue)
                .orElse(null);
    }

    private static Recap recap(JsonCursor json) {
        Integer before = null;
        Integer after = null;
        for (String field = json.nextField(); field != null; field = json.nextField()) {
            switch (field) {
                case "PreMatchCsr" -> before = csr(json);
                case "PostMatchCsr" -> after = csr(json);
                default -> json.skip();
            }
        }
        return new Recap(before, after);
    }

    /// A playlist without ranks has no placement matches, and −1 stands while they last.
    private static @Nullable Integer csr(JsonCursor json) {
        Csr csr = json.object(container -> {
            Integer value = null;
            Integer placement = null;
            for (String field = container.nextField(); field != null; field = container.nextField()) {
                switch (field) {
                    case "Value" -> value = container.integer(-1, MOST_CSR);
                    case "InitialMeasurementMatches" -> placement = container.integer();
                    default -> container.skip();
                }
            }
            return new Csr(value, placement);
        });
        return csr == null ? null : csr.rank();
    }

    private static Expectation expectation(JsonCursor json) {
        Float kills = null;
        Float deaths = null;
        for (String field = json.nextField(); field != null; field = json.nextField()) {
            switch (field) {
                case "Kills" -> kills = expected(json);
                case "Deaths" -> deaths = expected(json);
                default -> json.skip();
            }
        }
        return new Expectation(kills, deaths);
    }

    private static @Nullable Float expected(JsonCursor json) {
        Optional<Float> expected = json.object(performance -> {
            Float value = null;
            for (String field = performance.nextField(); field != null; field = performance.nextField()) {
                if (field.equals("Expected")) {
                    value = performance.realIfAny();
                } else {
                    performance.skip();
                }
            }
            return Optional.ofNullable(value);
        });
        return expected == null ? null : expected.orElse(null);
    }

    private record Entry(@Nullable Xuid player, @Nullable PlayerSkill skill) {}

    private record Recap(@Nullable Integer before, @Nullable Integer after) {

        static final Recap UNKNOWN = new Recap(null, null);
    }

    private record Csr(@Nullable Integer value, @Nullable Integer placement) {

        @Nullable
        Integer rank() {
            boolean isRanked = placement != null && placement > 0;
            return isRanked && value != null && value >= 0 ? value : null;
        }
    }

    private record Expectation(
            @Nullable Float kills, @Nullable Float deaths) {

        static final Expectation UNKNOWN = new Expectation(null, null);
    }
}
