package dev.spartanlake.cli.command;

import dev.spartanlake.cli.command.Surroundings.Display;
import dev.spartanlake.cli.render.Messages;
import dev.spartanlake.imports.ImportProgress;
import dev.spartanlake.ingest.IngestProgress;
import dev.spartanlake.verify.VerifyProgress;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// How far an ingest, an import or a verification has come, on a line that is written over and over, and gone when it
/// ends.
///
/// Silent unless a person watches at a terminal that can go back to the beginning of a line.
final class ProgressLine implements IngestProgress, ImportProgress, VerifyProgress, AutoCloseable {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long SETTLED_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int PERCENT = 100;
    private static final int MINUTE = 60;
    private static final String GAP = "   ";

    private final Surroundings surroundings;
    private final Messages messages;
    private final String counted;
    private final LongSupplier clock;
    private final long startNanos;
    private final boolean visible;
    private long shownNanos;
    private int shownLength;

    /// @param counted the key of the words for what is counted
    /// @param clock nanoseconds since any moment
    ProgressLine(Surroundings surroundings, Messages messages, String counted, LongSupplier clock) {
        this.counted = counted;
        this.surroundings = surroundings;
        this.messages = messages;
        this.clock = clock;
        this.startNanos = clock.getAsLong();
        this.shownNanos = startNanos - PAUSE_NANOS;
        this.visible = surroundings.display() == Display.TERMINAL
                && !surroundings.variable("TERM").equals("dumb");
    }

    /// A line that counts documents.
    static ProgressLine of(Session session) {
        return of(session, "progress.documents");
    }

    /// A line that counts files.
    static ProgressLine ofFiles(Session session) {
        return of(session, "progress.files");
    }

    /// A line that counts matches, of which it is told in the place of bytes.
    static ProgressLine ofMatches(Session session) {
        return of(session, "progress.matches");
    }

    /// A line that says that the game's services are asked, which may take a while where they do not answer.
    static ProgressLine asking(Session session) {
        ProgressLine line = ofMatches(session);
        line.say(session.messages().text("progress.asking"));
        return line;
    }

    private static ProgressLine of(Session session, String counted) {
        return new ProgressLine(session.surroundings(), session.messages(), counted, System::nanoTime);
    }

    @Override
    public void advanced(long count, long bytesRead, long totalBytes) {
        long now = clock.getAsLong();
        if (visible && now - shownNanos >= PAUSE_NANOS) {
            shownNanos = now;
            show(line(count, bytesRead, totalBytes, now - startNanos));
        }
    }

    /// Shows what is going on before there is anything to count.
    void say(String text) {
        if (visible) {
            show(text);
        }
    }

    private String line(long count, long bytesRead, long totalBytes, long elapsedNanos) {
        StringBuilder line = new StringBuilder(messages.counted(counted, count));
        if (elapsedNanos >= SETTLED_NANOS) {
            double perSecond = count * (double) SETTLED_NANOS / elapsedNanos;
            line.append(GAP).append(messages.text("progress.rate", messages.number(Math.round(perSecond))));
        }
        if (totalBytes > 0) {
            double share = Math.min((double) bytesRead / totalBytes, 1);
            line.append(GAP).append((long) (share * PERCENT)).append(" %");
            if (elapsedNanos >= SETTLED_NANOS && share > 0) {
                long left = TimeUnit.NANOSECONDS.toSeconds((long) (elapsedNanos / share - elapsedNanos));
                line.append(GAP).append(messages.text("progress.left", minutes(left)));
            }
        }
        return line.toString();
    }

    private static String minutes(long seconds) {
        long rest = seconds % MINUTE;
        return seconds / MINUTE + (rest < 10 ? ":0" : ":") + rest;
    }

    private void show(String line) {
        PrintStream err = surroundings.err();
        err.print("\r" + line + " ".repeat(Math.max(shownLength - line.length(), 0)));
        err.flush();
        shownLength = line.length();
    }

    /// Clears the line, so that what follows begins on a clean one.
    @Override
    public void close() {
        if (shownLength > 0) {
            surroundings.err().print("\r" + " ".repeat(shownLength) + "\r");
            surroundings.err().flush();
            shownLength = 0;
        }
    }
}
