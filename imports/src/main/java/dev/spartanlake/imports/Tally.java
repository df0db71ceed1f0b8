package dev.spartanlake.imports;

import dev.spartanlake.Holding;
import dev.spartanlake.Holding.Presence;
import dev.spartanlake.commit.Disposition;
import dev.spartanlake.intake.IntakeReport;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.validation.Rejection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Counts what comes of an import.
final class Tally {

    private final long startNanos = System.nanoTime();
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<ImportRemark> remarks = new ArrayList<>();
    private final TreeSet<MatchId> missing = new TreeSet<>();

    /// The matches that were handed over and accepted.
    private final Set<MatchId> stored = new HashSet<>();

    private long documents;
    private long imported;
    private long completed;
    private long present;
    private long repeated;
    private long refused;
    private long skill;
    private long films;
    private long names;
    private long snapshots;
    private long skillWithoutMatch;
    private long filmsWithoutMatch;
    private long partitionsWritten;
    private boolean hasCommitted;

    long documents() {
        return documents;
    }

    void document() {
        documents++;
    }

    void present() {
        present++;
    }

    void repeated() {
        repeated++;
    }

    /// There are parts of a match whose document is neither there nor stored.
    void withoutMatch(Parts parts) {
        if (parts.hasSkill()) {
            skillWithoutMatch++;
        }
        if (parts.hasFilm()) {
            filmsWithoutMatch++;
        }
    }

    void names(long more) {
        names += more;
    }

    void snapshots(long more) {
        snapshots += more;
    }

    /// Notes which of the matches that were played are not stored: also those that the services do
    /// not have, and those whose document is lost.
    ///
    /// @return how many these are
    int missing(Collection<MatchId> played, Map<MatchId, Holding> holdings) {
        List<MatchId> found = played.stream()
                .filter(match -> !stored.contains(match))
                .filter(match -> {
                    Holding holding = holdings.get(match);
                    return holding == null || holding.document() != Presence.STORED;
                })
                .toList();
        missing.addAll(found);
        return found.size();
    }

    void remark(ImportRemark remark) {
        remarks.add(remark);
    }

    /// One text or file is refused, for however many reasons.
    void refuse(Rejection first) {
        refused++;
        if (rejections.size() < ImportReport.MOST_REJECTIONS) {
            rejections.add(first);
        }
    }

    /// What came of a commit. What was refused before it was handed over has been counted then.
    void add(IntakeReport report, Collection<Rejection> counted) {
        report.dispositions().forEach(this::count);
        skill += report.skillAdded();
        films += report.filmsAdded();
        partitionsWritten += report.partitionsWritten();
        String before = "";
        for (Rejection rejection : report.rejections()) {
            if (!counted.contains(rejection) && !rejection.source().equals(before)) {
                refuse(rejection);
            }
            before = rejection.source();
        }
    }

    /// A commit has happened, of whichever of the databases of an import.
    void committed() {
        hasCommitted = true;
    }

    /// Whether something of the import is in the warehouse.
    boolean hasCommitted() {
        return hasCommitted;
    }

    private void count(MatchId match, Disposition disposition) {
        boolean isFirst = stored.add(match);
        switch (disposition) {
            case INSERTED, UPDATED -> {
                if (isFirst) {
                    imported++;
                } else {
                    // In a dry run a match of two databases is new in each of them.
                    present++;
                }
            }
            case SUPPLEMENTED -> completed++;
            case UNCHANGED -> present++;
        }
    }

    ImportReport report(String source, @Nullable Xuid owner, ImportOptions.Mode mode) {
        if (skillWithoutMatch > 0) {
            remark(ImportRemark.of(ImportRemark.Kind.SKILL_WITHOUT_MATCH, skillWithoutMatch));
        }
        if (filmsWithoutMatch > 0) {
            remark(ImportRemark.of(ImportRemark.Kind.FILM_WITHOUT_MATCH, filmsWithoutMatch));
        }
        return new ImportReport(
                source,
                owner,
                documents,
                imported,
                completed,
                present,
                repeated,
                refused,
                skill,
                films,
                names,
                snapshots,
                rejections,
                List.copyOf(missing),
                remarks,
                mode,
                partitionsWritten,
                Duration.ofNanos(System.nanoTime() - startNanos));
    }
}
