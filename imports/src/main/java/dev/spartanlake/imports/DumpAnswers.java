package dev.spartanlake.imports;

import dev.spartanlake.Holding;
import dev.spartanlake.Holding.Presence;
import dev.spartanlake.Warehouse;
import dev.spartanlake.catalog.Snapshots.PlaylistCsr;
import dev.spartanlake.catalog.Snapshots.ServiceRecord;
import dev.spartanlake.imports.json.JsonPeek;
import dev.spartanlake.intake.ObtainedMatch;
import dev.spartanlake.intake.SnapshotReading;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.source.SourceDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/// Sorts the answers of a folder: first those that belong to others are collected, then all are
/// taken.
final class DumpAnswers {

    private static final Holding NOTHING = new Holding(Presence.UNKNOWN, Presence.UNKNOWN, Presence.UNKNOWN);

    /// How many matches are looked up at once.
    private static final int GROUP = 64;

    private final Delivery delivery;
    private final Tally tally;
    private final DumpSkill skill;
    private final DumpFilms films;
    private final @Nullable Xuid player;
    private final Owner owner = new Owner();
    private final Map<MatchId, SourceDocument> group = new HashMap<>();
    private final List<MatchId> order = new ArrayList<>();

    /// Documents of matches of which another one waits, which might be refused.
    private final List<SourceDocument> again = new ArrayList<>();

    private final List<Answers.AssetVersion> assets = new ArrayList<>();
    private final TreeMap<Xuid, String> gamertags = new TreeMap<>();
    private final List<ServiceRecord> records = new ArrayList<>();
    private final List<PlaylistCsr> csrs = new ArrayList<>();
    private final Set<MatchId> played = new TreeSet<>();
    private final List<String> others = new ArrayList<>();

    /// @param player whose service records they are; null because that was not said
    DumpAnswers(Delivery delivery, Tally tally, DumpSkill skill, DumpFilms films, @Nullable Xuid player) {
        this.delivery = delivery;
        this.tally = tally;
        this.skill = skill;
        this.films = films;
        this.player = player;
    }

    /// Looks at an answer for what belongs to others.
    void look(SourceDocument document) {
        Map<String, JsonToken> fields = JsonPeek.fields(document.bytes());
        switch (AnswerKind.of(fields)) {
            case MATCH -> {
                owner.look(document.bytes());
                JsonPeek.matchId(document.bytes()).ifPresent(match -> skill.lookAtMatch(document, match));
            }
            case RATINGS -> {
                if (isSkill(document)) {
                    skill.take(document);
                }
            }
            case ASSET, SERVICE_RECORD, HISTORY, USER, OTHER -> {
                // Taken in the second reading.
            }
        }
    }

    /// Whether any of the answers that were looked at is a match.
    boolean hasMatches() {
        return owner.hasMatches();
    }

    /// Tells of doubts whether the matches are those of a player.
    void confirm(Xuid said) {
        owner.confirm(said, tally);
    }

    /// Ranks in a playlist have the same outer form.
    private static boolean isSkill(SourceDocument document) {
        JsonNode answer = JsonPeek.tree(document.bytes());
        if (answer != null) {
            for (JsonNode entry : answer.path("Value")) {
                if (entry.path("Result").has("TeamMmrs") || entry.path("Result").has("StatPerformances")) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Takes an answer.
    void take(SourceDocument document) {
        Map<String, JsonToken> fields = JsonPeek.fields(document.bytes());
        switch (AnswerKind.of(fields)) {
            case MATCH -> takeMatch(document);
            case RATINGS -> takeRatings(document);
            case ASSET -> takeAsset(document, fields.keySet());
            case SERVICE_RECORD -> takeServiceRecord(document);
            case HISTORY -> takeHistory(document);
            case USER -> takeUser(JsonPeek.tree(document.bytes()));
            case OTHER -> takeOther(document);
        }
    }

    private void takeMatch(SourceDocument document) {
        tally.document();
        JsonPeek.matchId(document.bytes())
                .ifPresentOrElse(
                        match -> sort(document, match),
                        () -> delivery.refuseDocument(document.bytes(), document.name()));
        if (order.size() >= GROUP || delivery.isFull()) {
            takeGroup();
        }
    }

    private void sort(SourceDocument document, MatchId match) {
        if (delivery.isAccepted(match)) {
            tally.repeated();
        } else if (group.containsKey(match) || delivery.isWaiting(match)) {
            again.add(document);
            delivery.hold(document.bytes().length);
        } else {
            group.put(match, document);
            order.add(match);
        }
    }

    /// Looks at those again of which another document waited: where that was refused, this may be a
    /// good one. A commit for each of them would be one for each match of a folder that has all
    /// twice.
    private void takeAgain() {
        List<SourceDocument> documents = List.copyOf(again);
        again.clear();
        documents.forEach(document -> JsonPeek.matchId(document.bytes()).ifPresent(match -> sort(document, match)));
    }

    private void takeGroup() {
        boolean isCommitted = false;
        Map<MatchId, Holding> holdings = delivery.holdings(order);
        for (MatchId match : order) {
            takeMatch(match, group.get(match), holdings.getOrDefault(match, NOTHING));
            // Films are long: those of a whole group need not fit into memory.
            isCommitted |= delivery.commitIfFull();
        }
        order.clear();
        group.clear();
        isCommitted |= delivery.commitIfFull();
        if (isCommitted) {
            takeAgain();
        }
    }

    /// @param document null because there is none here
    private void takeMatch(MatchId match, @Nullable SourceDocument document, Holding holding) {
        boolean isStored = holding.document() == Presence.STORED;
        SourceDocument rating = holding.skill() == Presence.STORED ? null : skill.of(match);
        boolean hasFilm = holding.film() != Presence.STORED && films.has(match);
        Parts parts = new Parts(rating != null, hasFilm);
        if (isStored && parts.equals(Parts.NONE)) {
            if (document != null) {
                tally.present();
            }
            delivery.note(match);
            return;
        }
        if (!isStored && document == null) {
            tally.withoutMatch(parts);
            return;
        }
        ObtainedMatch obtained = ObtainedMatch.of(match, origin(match, document, rating));
        byte[] content = isStored || document == null ? null : document.bytes();
        if (content != null) {
            obtained = obtained.withDocument(content);
        }
        if (rating != null) {
            obtained = obtained.withSkill(rating.bytes());
        }
        if (hasFilm) {
            obtained = films.added(obtained);
        }
        delivery.add(obtained, content, parts);
    }

    private String origin(MatchId match, @Nullable SourceDocument document, @Nullable SourceDocument rating) {
        if (document != null) {
            return document.name();
        }
        return rating != null ? rating.name() : films.name(match);
    }

    private void takeRatings(SourceDocument document) {
        JsonNode answer = JsonPeek.tree(document.bytes());
        Optional<MatchId> playlist = AnswerName.guid(document.name());
        if (answer == null || isSkill(document)) {
            return;
        }
        List<PlaylistCsr> found = playlist.isEmpty()
                ? List.of()
                : DumpMoments.of(document)
                        .map(moment -> SnapshotReading.csrs(playlist.get().value(), moment, answer))
                        .orElse(List.of());
        if (found.isEmpty()) {
            others.add(document.name());
        }
        csrs.addAll(found);
    }

    private void takeServiceRecord(SourceDocument document) {
        JsonNode answer = JsonPeek.tree(document.bytes());
        Optional<ServiceRecord> record = player == null || answer == null
                ? Optional.empty()
                : DumpMoments.of(document).flatMap(moment -> SnapshotReading.serviceRecord(player, moment, answer));
        record.ifPresentOrElse(records::add, () -> others.add(document.name()));
    }

    private void takeAsset(SourceDocument document, Set<String> fields) {
        JsonNode answer = JsonPeek.tree(document.bytes());
        AnswerKind.assetKind(fields)
                .flatMap(kind -> answer == null ? Optional.empty() : Answers.asset(kind, answer))
                .ifPresentOrElse(assets::add, () -> others.add(document.name()));
    }

    private void takeHistory(SourceDocument document) {
        JsonNode answer = JsonPeek.tree(document.bytes());
        if (answer != null) {
            for (JsonNode result : answer.path("Results")) {
                String match = JsonPeek.text(result, "MatchId");
                if (match != null && MatchId.isGuid(match) && result.has("MatchInfo")) {
                    played.add(new MatchId(match));
                }
            }
        }
    }

    private void takeOther(SourceDocument document) {
        JsonNode answer = JsonPeek.tree(document.bytes());
        if (answer == null) {
            tally.document();
            delivery.refuseDocument(document.bytes(), document.name());
        } else if (answer.isArray() && answer.path(0).has("gamertag")) {
            answer.forEach(this::takeUser);
        } else {
            others.add(document.name());
        }
    }

    private void takeUser(@Nullable JsonNode user) {
        if (user != null) {
            String gamertag = JsonPeek.text(user, "gamertag");
            Answers.xuid(JsonPeek.text(user, "xuid"))
                    .filter(_ -> gamertag != null)
                    .ifPresent(named -> gamertags.put(named, String.valueOf(gamertag)));
        }
    }

    /// Takes what belongs to matches that are stored, then names and snapshots, and commits.
    void finish(Warehouse warehouse) {
        do {
            takeGroup();
            delivery.commit();
            takeAgain();
        } while (!group.isEmpty());
        Set<MatchId> parts = new TreeSet<>(skill.matches());
        parts.addAll(films.matches());
        parts.removeIf(delivery::isAccepted);
        Map<MatchId, Holding> holdings = delivery.holdings(parts);
        for (MatchId match : parts) {
            delivery.goOn();
            takeMatch(match, null, holdings.getOrDefault(match, NOTHING));
            delivery.commitIfFull();
        }
        delivery.commit();
        Known known = new Known(warehouse, delivery, tally);
        assets.forEach(known::name);
        gamertags.forEach(known::name);
        known.serviceRecords(records);
        known.csrs(csrs);
        delivery.commit();
        int missing = tally.missing(played, delivery.holdings(played));
        if (missing > 0) {
            tally.remark(ImportRemark.of(ImportRemark.Kind.NOT_STORED, missing));
        }
        List<String> unrecognised = new ArrayList<>(others);
        unrecognised.addAll(films.others());
        if (!unrecognised.isEmpty()) {
            tally.remark(ImportRemark.of(ImportRemark.Kind.UNRECOGNISED, unrecognised.size(), unrecognised.getFirst()));
        }
    }
}
