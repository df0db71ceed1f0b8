package dev.spartanlake;

import dev.spartanlake.generator.film.FilmEvent;
import dev.spartanlake.generator.film.FilmPlayer;
import dev.spartanlake.generator.film.HighlightChunkWriter;
import dev.spartanlake.intake.Obtained;
import dev.spartanlake.intake.ObtainedMatch;
import dev.spartanlake.match.MatchId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Skill documents and films that go with generated documents, the same every time, made without
/// the library.
public final class Parts {

    /// The version of the films.
    public static final int FILM_VERSION = 39;

    private static final int EVENTS = 12;

    private Parts() {}

    /// An answer of the skill service about every human of a match. Some figures are words, some
    /// ranks are in placement, and some players are unknown to the service.
    ///
    /// @param edition of two answers of different editions the figures differ
    public static ObjectNode skill(ObjectNode document, int edition) {
        return skillOf(document, humans(document), edition);
    }

    /// The same about some players.
    ///
    /// @param players whose, such as `xuid(1)`
    public static ObjectNode skillOf(ObjectNode document, Collection<String> players, int edition) {
        ObjectNode skill = Documents.JSON.createObjectNode();
        ArrayNode entries = skill.putArray("Value");
        Random random = new Random(31L * id(document).value().hashCode() + edition);
        for (String player : players) {
            ObjectNode entry = entries.addObject().put("Id", player);
            int kind = random.nextInt(10);
            entry.put("ResultCode", kind == 0 ? 1 : 0);
            ObjectNode result = entry.putObject("Result");
            result.put("TeamMmr", 900 + random.nextInt(100_000) / 64.0).put("TeamId", random.nextInt(2));
            ObjectNode mmrs = result.putObject("TeamMmrs");
            for (int team = 0; team < (kind == 1 ? 3 : 2); team++) {
                mmrs.put(Integer.toString(team), 900 + random.nextInt(100_000) / 64.0);
            }
            ObjectNode recap = result.putObject("RankRecap");
            for (String moment : List.of("PreMatchCsr", "PostMatchCsr")) {
                recap.putObject(moment)
                        .put("Value", kind == 2 ? -1 : random.nextInt(1800))
                        .put("InitialMeasurementMatches", kind == 3 ? 0 : 10);
            }
            ObjectNode expected = result.putObject("StatPerformances");
            for (String figure : List.of("Kills", "Deaths")) {
                ObjectNode performance = expected.putObject(figure).put("Count", random.nextInt(30));
                if (kind == 4) {
                    performance.put("Expected", "NaN");
                } else {
                    performance.put("Expected", random.nextInt(4000) / 128.0);
                }
            }
        }
        return skill;
    }

    /// A chunk of highlight events by the humans of a match.
    ///
    /// @param edition of two chunks of different editions the events differ
    public static byte[] film(ObjectNode document, int edition) {
        HighlightChunkWriter chunk = new HighlightChunkWriter(FILM_VERSION, edition);
        events(document, edition).forEach(chunk::record);
        return chunk.chunk();
    }

    /// What happens in such a film.
    static List<FilmEvent> events(ObjectNode document, int edition) {
        Random random = new Random(37L * id(document).value().hashCode() + edition);
        List<FilmEvent> events = new ArrayList<>();
        List<String> humans = humans(document);
        for (int i = 0; i < EVENTS; i++) {
            String player = humans.get(random.nextInt(humans.size()));
            long xuid = Long.parseLong(player.replaceAll("[^0-9]", ""));
            int kind = random.nextInt(4);
            events.add(new FilmEvent(
                    new FilmPlayer(xuid, "Player" + xuid % 1000, random.nextInt(2), random.nextInt(4)),
                    1000L * i + edition,
                    kind == 3 ? 1 : 0,
                    kind == 3 ? 7 : kind,
                    kind == 3 ? 100 : 0));
        }
        return events;
    }

    /// A chunk of a film in which nothing happened.
    public static byte[] emptyFilm() {
        return new HighlightChunkWriter(FILM_VERSION, 1).chunk();
    }

    /// These documents, each with skill and a film.
    public static List<ObtainedMatch> obtained(Collection<ObjectNode> documents, int edition) {
        return documents.stream()
                .map(document -> match(document)
                        .withDocument(bytes(document))
                        .withSkill(bytes(skill(document, edition)))
                        .withFilm(film(document, edition), FILM_VERSION))
                .toList();
    }

    /// A skill document and a film of each of these, which are stored.
    public static Obtained supplements(Collection<ObjectNode> documents, int edition) {
        Obtained obtained = new Obtained();
        documents.forEach(document -> obtained.add(match(document)
                .withSkill(bytes(skill(document, edition)))
                .withFilm(film(document, edition), FILM_VERSION)));
        return obtained;
    }

    /// These documents with all parts, to be taken in.
    public static Obtained obtained(Collection<ObjectNode> documents) {
        Obtained obtained = new Obtained();
        obtained(documents, 1).forEach(obtained::add);
        return obtained;
    }

    /// Nothing of a match so far.
    public static ObtainedMatch match(ObjectNode document) {
        return ObtainedMatch.of(id(document), "test");
    }

    public static MatchId id(ObjectNode document) {
        return new MatchId(document.path("MatchId").asString());
    }

    public static byte[] bytes(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> humans(ObjectNode document) {
        return document.path("Players")
                .valueStream()
                .map(player -> player.path("PlayerId").asString())
                .filter(player -> player.startsWith("xuid("))
                .sorted()
                .toList();
    }
}
