package dev.spartanlake.cli.render;

import dev.spartanlake.commit.Disposition;
import dev.spartanlake.film.FilmReading;
import dev.spartanlake.film.Happening;
import dev.spartanlake.film.HighlightChunk;
import dev.spartanlake.film.HighlightEvent;
import dev.spartanlake.intake.IntakeReport;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.validation.Rejection;
import java.util.ArrayList;
import java.util.List;

/// What came of the film of one match, in words.
public final class FilmText {

    private final MatchId match;
    private final int version;
    private final IntakeReport report;
    private final List<HighlightEvent> events;
    private final Messages messages;

    /// Tells about a report.
    ///
    /// @param version as which the film was read
    /// @param report of this one match
    public FilmText(MatchId match, int version, IntakeReport report, Chunk chunk, Messages messages) {
        this.match = match;
        this.version = version;
        this.report = report;
        this.events = HighlightChunk.read(chunk.bytes(), version) instanceof FilmReading.Decoded decoded
                ? decoded.events()
                : List.of();
        this.messages = messages;
    }

    /// What became of a film.
    public enum Application {
        /// Its events are stored.
        STORED,
        /// They were already.
        UNCHANGED,
        /// The match is not stored, so they are not either.
        NOT_STORED,
        /// The chunk is not as it should be.
        REFUSED
    }

    /// The bytes of a chunk. They are shared, not copied.
    public static final class Chunk {

        private final byte[] bytes;

        /// @param bytes as they were downloaded
        public Chunk(byte[] bytes) {
            this.bytes = bytes;
        }

        /// As they were downloaded.
        public byte[] bytes() {
            return bytes;
        }
    }

    /// What became of the film.
    public Application application() {
        if (!report.notStored().isEmpty()) {
            return Application.NOT_STORED;
        }
        if (!report.rejections().isEmpty()) {
            return Application.REFUSED;
        }
        return report.count(Disposition.UNCHANGED) > 0 ? Application.UNCHANGED : Application.STORED;
    }

    /// Whether the warehouse has the film now.
    public boolean isStored() {
        return application() == Application.STORED || application() == Application.UNCHANGED;
    }

    /// What is stored, on one line.
    public String summary() {
        String counts = String.join(
                ", ",
                messages.counted("film.kills", count(Happening.Kill.class)),
                messages.counted("film.deaths", count(Happening.Death.class)),
                messages.counted("film.modes", count(Happening.Mode.class)),
                messages.counted("film.medals", count(Happening.Medal.class)));
        long unknown = count(Happening.Unknown.class);
        return messages.text(
                application() == Application.UNCHANGED ? "film.unchanged" : "film.stored",
                match,
                messages.counted("film.events", events.size()),
                unknown == 0 ? counts : counts + ", " + messages.counted("film.unknown", unknown));
    }

    /// Why the film is not stored, or not all of it, line by line; none where it is.
    public List<String> faults() {
        List<String> lines = new ArrayList<>();
        if (application() == Application.NOT_STORED) {
            lines.add(messages.text("film.not-stored", match));
        }
        if (report.eventsLeftOut() > 0) {
            lines.add(messages.counted("film.left-out", report.eventsLeftOut()));
        }
        report.rejections().stream()
                .map(Rejection::sentence)
                .map(sentence -> messages.text("rejected", sentence))
                .forEach(lines::add);
        return lines;
    }

    MatchId match() {
        return match;
    }

    int version() {
        return version;
    }

    IntakeReport report() {
        return report;
    }

    long events() {
        return events.size();
    }

    long count(Class<? extends Happening> kind) {
        return events.stream()
                .filter(event -> kind.isInstance(event.happening()))
                .count();
    }
}
