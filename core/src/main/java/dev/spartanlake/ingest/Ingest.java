package dev.spartanlake.ingest;

import dev.spartanlake.commit.CommitOutcome;
import dev.spartanlake.commit.Disposition;
import dev.spartanlake.commit.MatchSink;
import dev.spartanlake.commit.PendingCommit;
import dev.spartanlake.commit.StopSignal;
import dev.spartanlake.fact.MatchRows;
import dev.spartanlake.ingest.IngestReport.Application;
import dev.spartanlake.ingest.IngestRequest.Mode;
import dev.spartanlake.source.DocumentSource;
import dev.spartanlake.validation.Rejection;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One run over the documents of a source: parse, judge, stage, commit.
///
/// **Threads**: one at a time; parsing uses threads of its own.
public final class Ingest {

    private final DocumentSource source;
    private final IngestSettings settings;
    private final IngestProgress progress;
    private final Map<Disposition, Long> counts = new EnumMap<>(Disposition.class);
    private final List<Rejection> rejections = new ArrayList<>();

    /// The files of the quarantine that were read, each with what is still wrong with it, or the beginning of that.
    private final Map<Path, List<Rejection>> mended = new LinkedHashMap<>();

    private long documents;
    private long rejected;
    private long partitionsWritten;
    private long committedDocuments;

    /// How an ingest runs.
    ///
    /// @param threads how many threads parse
    /// @param commitBytes a commit is made whenever the documents that wait for it are at least this long
    ///     together
    /// @param command what the commits are made for, as it stands in the history
    /// @param clock the moments of the commits
    /// @param stop is looked at between groups of documents
    public record IngestSettings(int threads, long commitBytes, String command, InstantSource clock, StopSignal stop) {}

    /// Prepares a run.
    ///
    /// @param source the documents; closed by its owner
    public Ingest(DocumentSource source, IngestSettings settings, IngestProgress progress) {
        this.source = source;
        this.settings = settings;
        this.progress = progress;
    }

    /// Reads and judges everything, and changes nothing.
    public IngestReport preview(MatchSink preview) {
        long start = System.nanoTime();
        try (ParsePipeline pipeline = new ParsePipeline(source, settings.threads())) {
            for (List<ParsedItem> group = pipeline.next(); !group.isEmpty(); group = pipeline.next()) {
                stage(group, preview);
                group.forEach(this::count);
                tell(pipeline);
            }
        }
        return report(Application.DRY_RUN, start);
    }

    /// Reads, judges and commits.
    ///
    /// @param mode [Mode#ACCEPT_VALID] or [Mode#ALL_OR_NOTHING]
    public IngestReport run(PendingCommit commit, Quarantine quarantine, Mode mode) {
        long start = System.nanoTime();
        boolean strict = mode == Mode.ALL_OR_NOTHING;
        try (ParsePipeline pipeline = new ParsePipeline(source, settings.threads())) {
            for (List<ParsedItem> group = pipeline.next(); !group.isEmpty(); group = pipeline.next()) {
                settings.stop().check(unfinished());
                stage(group, commit);
                group.forEach(this::count);
                for (ParsedItem item : group) {
                    Path file = item.file();
                    if (file != null && quarantine.holds(file)) {
                        noteMended(file, item.rejections());
                    } else if (!strict) {
                        keepRefused(item, quarantine);
                    }
                }
                tell(pipeline);
                if (!strict && commit.stagedBytes() >= settings.commitBytes()) {
                    commit(commit);
                }
            }
        }
        if (strict && rejected > 0) {
            counts.clear();
            return report(Application.REFUSED, start);
        }
        commit(commit);
        mended.forEach(quarantine::settle);
        return report(Application.COMMITTED, start);
    }

    private void stage(List<ParsedItem> group, MatchSink sink) {
        List<MatchRows> accepted = new ArrayList<>(group.size());
        for (ParsedItem item : group) {
            if (item instanceof ParsedItem.Accepted match) {
                accepted.add(match.rows());
            }
        }
        sink.stage(accepted).forEach(disposition -> counts.merge(disposition, 1L, Long::sum));
        documents += group.size();
    }

    /// A document is refused once, however many rules it breaks.
    private void count(ParsedItem item) {
        List<Rejection> reasons = item.rejections();
        if (!reasons.isEmpty()) {
            rejected++;
            if (rejections.size() < IngestReport.MOST_REJECTIONS) {
                rejections.add(reasons.getFirst());
            }
        }
    }

    private void noteMended(Path file, List<Rejection> reasons) {
        List<Rejection> noted = mended.computeIfAbsent(file, first -> new ArrayList<>());
        reasons.stream()
                .limit(IngestReport.MOST_REJECTIONS - (long) noted.size())
                .forEach(noted::add);
    }

    private void tell(ParsePipeline pipeline) {
        progress.advanced(documents, pipeline.bytesTaken(), source.totalBytes());
    }

    private static void keepRefused(ParsedItem item, Quarantine quarantine) {
        switch (item) {
            case ParsedItem.Accepted accepted -> {}
            case ParsedItem.Refused refused -> quarantine.keep(refused.source().bytes(), refused.rejections());
            case ParsedItem.Unreadable unreadable -> quarantine.keep(unreadable.item());
        }
    }

    private void commit(PendingCommit commit) {
        CommitOutcome outcome =
                commit.commit(settings.command(), settings.clock().instant());
        partitionsWritten += outcome.partitionsWritten();
        committedDocuments = documents;
    }

    private String unfinished() {
        return documents + " documents were read, and " + committedDocuments
                + " of them are settled in the warehouse; run the same command again to go on";
    }

    private IngestReport report(Application application, long startNanos) {
        return new IngestReport(
                documents,
                counts.getOrDefault(Disposition.INSERTED, 0L),
                counts.getOrDefault(Disposition.UPDATED, 0L),
                counts.getOrDefault(Disposition.UNCHANGED, 0L),
                rejected,
                rejections,
                partitionsWritten,
                application,
                Duration.ofNanos(System.nanoTime() - startNanos));
    }
}
