package dev.spartanlake.intake;

import dev.spartanlake.catalog.Absences.Absence;
import dev.spartanlake.catalog.Absences.What;
import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.commit.Disposition;
import dev.spartanlake.commit.PendingCommit;
import dev.spartanlake.commit.Preview;
import dev.spartanlake.commit.StagingArea;
import dev.spartanlake.document.SkillDocument;
import dev.spartanlake.document.SkillDocumentParser;
import dev.spartanlake.document.SkillReading;
import dev.spartanlake.fact.MatchReader;
import dev.spartanlake.fact.MatchReading;
import dev.spartanlake.fact.MatchRows;
import dev.spartanlake.film.FilmIdentity;
import dev.spartanlake.film.FilmReading;
import dev.spartanlake.film.HighlightChunk;
import dev.spartanlake.film.HighlightEvent;
import dev.spartanlake.film.Highlights;
import dev.spartanlake.hash.Sha256;
import dev.spartanlake.ingest.RefusalSink;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.validation.Rejection;
import dev.spartanlake.validation.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Judges what was obtained and takes it in, in one commit.
///
/// **Threads**: one at a time.
public final class Intake {

    private final Obtained obtained;
    private final RefusalSink refusals;
    private final MatchReader reader = new MatchReader();
    private final List<MatchId> notStored = new ArrayList<>();
    private final List<MatchId> withoutSkill = new ArrayList<>();
    private final List<Absence> refusedFilms = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final Set<String> withEvents = new HashSet<>();
    private final List<MatchRows> accepted = new ArrayList<>();
    private final Map<MatchId, Disposition> dispositions = new LinkedHashMap<>();
    private Map<String, Ledger.Entry> before = Map.of();
    private long eventsLeftOut;

    /// Prepares to take in.
    ///
    /// @param refusals where refused documents are kept
    public Intake(Obtained obtained, RefusalSink refusals) {
        this.obtained = obtained;
        this.refusals = refusals;
    }

    /// Takes in.
    ///
    /// @param commit a commit to which nothing was added yet
    /// @param command what it is done for, as it stands in the history
    public IntakeReport run(PendingCommit commit, String command, Instant now) {
        commit.track(obtained.tracked());
        stage(commit);
        boolean isChange = dispositions.values().stream().anyMatch(meaning -> meaning != Disposition.UNCHANGED);
        List<Absence> absences = absences();
        if (isChange || hasMetadata() || !commit.unnoted(absences).isEmpty()) {
            commit.also(catalog -> record(catalog, absences, now));
        }
        return report(commit.commit(command, now).partitionsWritten());
    }

    /// Judges, and changes nothing.
    public IntakeReport foresee(Preview preview) {
        stage(preview);
        return report(0);
    }

    private void stage(StagingArea area) {
        obtained.refused().forEach(this::keep);
        judge(area);
        before = area.ledgerEntries(accepted.stream().map(MatchRows::matchId).toList());
        List<Disposition> meant = area.stage(accepted);
        for (int i = 0; i < meant.size(); i++) {
            // Of a match that comes several times the greatest change counts: they are listed in this order.
            dispositions.merge(
                    new MatchId(accepted.get(i).matchId()),
                    meant.get(i),
                    BinaryOperator.minBy(Comparator.naturalOrder()));
        }
    }

    private IntakeReport report(long partitionsWritten) {
        return new IntakeReport(
                dispositions,
                gained(match -> match.skill() != null, Ledger.Entry::skillSha256),
                gained(match -> match.highlights() != null, Ledger.Entry::film),
                notStored,
                rejections,
                withoutSkill,
                eventsLeftOut,
                partitionsWritten);
    }

    /// How many matches have a part now, and had none before.
    private long gained(Predicate<MatchRows> hasPart, Function<Ledger.Entry, @Nullable Object> part) {
        return accepted.stream()
                .filter(hasPart)
                .map(MatchRows::matchId)
                .distinct()
                .filter(match -> {
                    Ledger.Entry entry = before.get(match);
                    return entry == null || part.apply(entry) == null;
                })
                .count();
    }

    private void keep(Obtained.RefusedText refused) {
        rejections.addAll(refused.reasons());
        refusals.keep(refused.text(), refused.reasons());
    }

    /// The matches of which something else than the document was obtained.
    private Map<String, MatchRows> stored(StagingArea area) {
        List<String> wanted = obtained.matches().stream()
                .filter(match -> match.document() == null)
                .map(match -> match.match().value())
                .distinct()
                .toList();
        Map<String, MatchRows> stored = new HashMap<>();
        area.storedMatches(wanted).forEach(match -> stored.put(match.matchId(), match));
        return stored;
    }

    /// A part may come before the document of its match: the documents are read first.
    private void judge(StagingArea area) {
        List<Optional<MatchRows>> read = new ArrayList<>();
        Map<String, MatchRows> known = stored(area);
        for (ObtainedMatch match : obtained.matches()) {
            byte[] document = match.document();
            Optional<MatchRows> rows = document == null ? Optional.empty() : read(match, document);
            rows.ifPresent(found -> known.put(found.matchId(), found));
            read.add(rows);
        }
        for (int i = 0; i < read.size(); i++) {
            ObtainedMatch match = obtained.matches().get(i);
            if (match.document() == null) {
                MatchRows rows = known.get(match.match().value());
                if (rows == null) {
                    notStored.add(match.match());
                } else {
                    // What comes next of the match comes to this, not to what is stored.
                    known.put(rows.matchId(), accept(match, rows, area));
                }
            } else {
                read.get(i).ifPresent(rows -> accept(match, rows, area));
            }
        }
    }

    private MatchRows accept(ObtainedMatch match, MatchRows rows, StagingArea area) {
        Highlights highlights = highlights(match, rows, area);
        MatchRows joined = rows.with(skill(match)).with(highlights);
        if (highlights != null) {
            long kept = joined.events().size();
            eventsLeftOut += highlights.events().size() - kept;
            if (kept > 0) {
                withEvents.add(joined.matchId());
            }
        }
        accepted.add(joined);
        return joined;
    }

    private Optional<MatchRows> read(ObtainedMatch match, byte[] document) {
        return switch (reader.read(document)) {
            case MatchReading.Accepted(MatchRows rows)
            when rows.matchId().equals(match.match().value()) -> Optional.of(rows);
            case MatchReading.Accepted(MatchRows rows) -> {
                refuse(
                        match,
                        document,
                        new Violation("/MatchId", '"' + match.match().value() + '"', rows.matchId()));
                yield Optional.empty();
            }
            case MatchReading.Refused refused -> {
                refused.violations().forEach(violation -> rejections.add(new Rejection(match.origin(), violation)));
                refusals.keep(
                        document,
                        refused.violations().stream()
                                .map(violation -> new Rejection(match.origin(), violation))
                                .toList());
                yield Optional.empty();
            }
        };
    }

    private void refuse(ObtainedMatch match, byte[] text, Violation violation) {
        Rejection rejection = new Rejection(match.origin(), violation);
        rejections.add(rejection);
        refusals.keep(text, List.of(rejection));
    }

    private @Nullable SkillDocument skill(ObtainedMatch match) {
        byte[] text = match.skill();
        if (text == null) {
            return null;
        }
        return switch (SkillDocumentParser.parse(text)) {
            case SkillReading.Read(SkillDocument skill) -> skill;
            case SkillReading.Empty() -> {
                withoutSkill.add(match.match());
                yield null;
            }
            case SkillReading.Refused(Violation violation) -> {
                refuse(match, text, violation);
                yield null;
            }
        };
    }

    private @Nullable Highlights highlights(ObtainedMatch match, MatchRows rows, StagingArea area) {
        ObtainedMatch.Film film = match.film();
        if (film == null) {
            return null;
        }
        return switch (HighlightChunk.read(film.chunk(), film.majorVersion())) {
            case FilmReading.Decoded(List<HighlightEvent> events) ->
                fitting(
                        new Highlights(new FilmIdentity(Sha256.of(film.chunk()), film.majorVersion()), events),
                        film,
                        match,
                        rows,
                        area);
            case FilmReading.Refused(String where, String expected, String found) -> {
                refuse(film, match, where, new Violation("", expected, found));
                yield null;
            }
        };
    }

    private @Nullable Highlights fitting(
            Highlights highlights, ObtainedMatch.Film film, ObtainedMatch match, MatchRows rows, StagingArea area) {
        if (highlights.events().isEmpty() && hasEvents(rows.matchId(), area)) {
            refuse(film, match, "events", new Violation("", "some, as the film that is there has them", "none"));
            return null;
        }
        // Of a film that the service gave out for the match nobody doubts whose it is, whoever was forgotten since.
        if (!film.isServed() && !highlights.mayBeOf(rows.humans())) {
            String others = highlights.others(rows.humans()) + " others: it is of another match";
            refuse(film, match, "players", new Violation("", "those of the match", others));
            return null;
        }
        return highlights;
    }

    private boolean hasEvents(String matchId, StagingArea area) {
        if (withEvents.contains(matchId)) {
            return true;
        }
        Ledger.Entry stored = area.ledgerEntries(List.of(matchId)).get(matchId);
        return stored != null && stored.film() != null && area.hasEvents(matchId);
    }

    /// A chunk that is of no use is not kept: it is large, and no hand can mend it.
    private void refuse(ObtainedMatch.Film film, ObtainedMatch match, String where, Violation violation) {
        String which = "film of version " + film.majorVersion() + ", " + where;
        Rejection rejection = new Rejection(match.origin() + ": " + which, violation);
        rejections.add(rejection);
        if (film.isServed()) {
            refusedFilms.add(new Absence(What.FILM, match.match().value(), rejection.sentence()));
        }
    }

    private boolean hasMetadata() {
        return !(obtained.gamertags().isEmpty()
                && obtained.formerGamertags().isEmpty()
                && obtained.assets().isEmpty()
                && obtained.ranked().isEmpty()
                && obtained.serviceRecords().isEmpty()
                && obtained.csrs().isEmpty()
                && obtained.careerRanks().isEmpty()
                && obtained.conclusions().isEmpty());
    }

    /// What does not exist, or is of no use and would be no better if it were asked for again.
    private List<Absence> absences() {
        List<Absence> absences = new ArrayList<>(obtained.absences());
        withoutSkill.forEach(
                match -> absences.add(new Absence(What.SKILL, match.value(), "it says nothing of anybody")));
        absences.addAll(refusedFilms);
        return absences;
    }

    private void record(Catalog catalog, List<Absence> absences, Instant now) {
        obtained.gamertags().forEach(catalog.players()::name);
        catalog.players().nameUnnamed(obtained.formerGamertags());
        catalog.assets().name(obtained.assets());
        catalog.assets().rank(obtained.ranked());
        catalog.absences().note(absences, now);
        obtained.serviceRecords().forEach(catalog.snapshots()::put);
        obtained.csrs().forEach(catalog.snapshots()::put);
        obtained.careerRanks().forEach(catalog.snapshots()::put);
        obtained.conclusions().forEach(catalog.syncStates()::conclude);
    }
}
