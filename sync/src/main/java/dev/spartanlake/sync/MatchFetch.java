package dev.spartanlake.sync;

import dev.spartanlake.Incomplete;
import dev.spartanlake.catalog.Absences.Absence;
import dev.spartanlake.catalog.Absences.What;
import dev.spartanlake.fact.MatchPart;
import dev.spartanlake.fact.MatchReader;
import dev.spartanlake.fact.MatchReading;
import dev.spartanlake.fact.MatchRows;
import dev.spartanlake.fact.PlayerRow;
import dev.spartanlake.halo.HaloClient;
import dev.spartanlake.halo.film.FilmChunk;
import dev.spartanlake.halo.film.FilmManifest;
import dev.spartanlake.halo.match.HistoryPage;
import dev.spartanlake.halo.match.PlayerSkill;
import dev.spartanlake.halo.reply.Bytes;
import dev.spartanlake.halo.reply.Reply;
import dev.spartanlake.halo.reply.Served;
import dev.spartanlake.hash.Sha256;
import dev.spartanlake.intake.ObtainedMatch;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Asks for one match: its document, its skill data, its film.
///
/// **Threads**: one.
final class MatchFetch {

    private static final String ORIGIN = "match ";

    /// No match lasts longer; an unfinished film of an older one will never be finished.
    private static final Duration LONGEST_UNFINISHED = Duration.ofDays(1);

    /// The service failed, or was not available.
    private static final Set<Integer> FAILURES = Set.of(2, 3);

    private final HaloClient client;
    private final MatchReader reader;
    private final Set<MatchPart> wanted;
    private final Duration freshness;
    private final InstantSource clock;
    private final List<Absence> absences = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final Set<What> postponed = EnumSet.noneOf(What.class);
    private boolean lacksDocument;
    private @Nullable String refused;
    private boolean isFruitless;
    private @Nullable Interruption ending;

    MatchFetch(HaloClient client, MatchReader reader, Set<MatchPart> wanted, Duration freshness, InstantSource clock) {
        this.client = client;
        this.reader = reader;
        this.wanted = wanted;
        this.freshness = freshness;
        this.clock = clock;
    }

    /// Asks for a match of a history, with its parts.
    Fetched of(HistoryPage.Entry entry) throws InterruptedException {
        return whole(HistoryCrawl.id(entry), wanted, entry.end());
    }

    private Fetched whole(MatchId match, Set<MatchPart> parts, Instant end) throws InterruptedException {
        Optional<Bytes> document =
                found(client.matches().stats(UUID.fromString(match.value())), match, What.MATCH, end);
        if (document.isEmpty()) {
            return fetched(null);
        }
        byte[] text = document.get().toArray();
        ObtainedMatch obtained = ObtainedMatch.of(match, ORIGIN + match).withDocument(text);
        return switch (reader.read(text)) {
            case MatchReading.Accepted(MatchRows rows)
            when rows.matchId().equals(match.value()) -> fetched(withParts(obtained, players(rows), parts, end));
            // The warehouse says why, and keeps it; nothing else of the match could be stored.
            case MatchReading.Accepted _, MatchReading.Refused _ -> {
                refused = Sha256.of(text);
                yield fetched(obtained);
            }
        };
    }

    /// Asks for what is lacking of a stored match.
    Fetched of(Incomplete stored) throws InterruptedException {
        Set<MatchPart> lacking =
                Set.copyOf(stored.lacking().stream().filter(wanted::contains).toList());
        if (stored.isLost()) {
            return whole(stored.match(), lacking, stored.end());
        }
        ObtainedMatch obtained = ObtainedMatch.of(stored.match(), ORIGIN + stored.match());
        ObtainedMatch completed = withParts(obtained, stored.players(), lacking, stored.end());
        return fetched(completed == obtained ? null : completed);
    }

    private Fetched fetched(@Nullable ObtainedMatch match) {
        return new Fetched(match, absences, failures, postponed, lacksDocument, refused, isFruitless, ending);
    }

    private ObtainedMatch withParts(ObtainedMatch obtained, List<Xuid> players, Set<MatchPart> parts, Instant end)
            throws InterruptedException {
        ObtainedMatch match = obtained;
        UUID id = UUID.fromString(obtained.match().value());
        if (parts.contains(MatchPart.SKILL) && !players.isEmpty() && ending == null) {
            match = withSkill(match, id, players, end);
        }
        if (parts.contains(MatchPart.FILM) && ending == null) {
            match = withFilm(match, id, end);
        }
        return match;
    }

    private ObtainedMatch withSkill(ObtainedMatch match, UUID id, List<Xuid> players, Instant end)
            throws InterruptedException {
        Optional<Served<List<PlayerSkill>>> skill =
                found(client.matches().skill(id, ApiXuids.of(players)), match.match(), What.SKILL, end);
        if (skill.isEmpty()) {
            return match;
        }
        List<PlayerSkill> entries = skill.get().content();
        Optional<PlayerSkill> failed = entries.stream()
                .filter(entry -> FAILURES.contains(entry.resultCode()))
                .findFirst();
        if (failed.isPresent()) {
            failures.add(ORIGIN + match.match() + ": the skill service answered with its result code "
                    + failed.get().resultCode() + ", a failure that may pass");
            return match;
        }
        if (entries.stream().allMatch(entry -> !entry.hasResult())) {
            miss(match.match(), What.SKILL, end, "the skill service knows none of the players there");
            return match;
        }
        return match.withSkill(skill.get().body().toArray());
    }

    private ObtainedMatch withFilm(ObtainedMatch match, UUID id, Instant end) throws InterruptedException {
        Optional<FilmManifest> manifest =
                found(client.films().manifest(id).map(Served::content), match.match(), What.FILM, end);
        if (manifest.isEmpty()) {
            return match;
        }
        FilmManifest film = manifest.get();
        Optional<FilmChunk> highlights = film.highlights();
        if (highlights.isEmpty()) {
            if (end.plus(LONGEST_UNFINISHED).isAfter(clock.instant())) {
                postponed.add(What.FILM);
            } else {
                absences.add(new Absence(What.FILM, match.match().value(), "the film has no highlight events"));
            }
            return match;
        }
        Optional<Bytes> chunk = found(client.films().chunk(film, highlights.get()), match.match(), What.FILM, end);
        return chunk.isPresent() ? match.withServedFilm(chunk.get().toArray(), film.majorVersion()) : match;
    }

    /// What was found. What was not is noted: as absent where it will not come any more, as postponed where it may.
    private <T> Optional<T> found(Reply<T> reply, MatchId match, What what, Instant end) {
        switch (reply) {
            case Reply.Found<T>(T value) -> {
                return Optional.of(value);
            }
            case Reply.Absent<T> absent -> miss(match, what, end, absent.reason());
            case Reply.Unauthorized<T> refused -> ending = Interruption.of(refused);
            case Reply.Throttled<T> throttled -> ending = Interruption.of(throttled);
            case Reply.Missed<T> missed -> {
                failures.add(missed.explanation());
                lacksDocument |= what == What.MATCH;
                isFruitless |= what == What.MATCH || missed instanceof Reply.Unavailable;
            }
        }
        return Optional.empty();
    }

    /// Notes what is not there.
    private void miss(MatchId match, What what, Instant end, String reason) {
        if (end.plus(freshness).isAfter(clock.instant())) {
            postponed.add(what);
        } else {
            absences.add(new Absence(what, match.value(), reason));
        }
    }

    private static List<Xuid> players(MatchRows rows) {
        return rows.participants().stream()
                .map(PlayerRow::xuid)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }
}
