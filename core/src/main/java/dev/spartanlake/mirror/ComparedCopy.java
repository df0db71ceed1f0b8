package dev.spartanlake.mirror;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// That this process has compared the metadata database with its second copy, or left them so, and
/// that the operating system says that nobody has written to either since. Reading them again would
/// show what the operating system keeps in memory, so it is done only when some time has passed.
///
/// **Threads**: safe.
public final class ComparedCopy {

    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    /// What changes whenever a file is written to, put in the place of another, or made to look older.
    private static final String STAMP = "unix:ino,size,lastModifiedTime,ctime";

    private @Nullable Comparison last;

    /// Knows nothing yet.
    public ComparedCopy() {}

    /// The copy that was compared with the database; empty when there is none, or something has happened since.
    synchronized Optional<DatabaseCopy> with(Path database) {
        return Optional.ofNullable(last)
                .filter(comparison -> System.nanoTime() - comparison.nanoTime < GOOD_FOR.toNanos())
                .filter(comparison -> comparison.stamps.equals(stamps(comparison.copy, database)))
                .map(Comparison::copy);
    }

    /// What has changed since the whole copy was made; empty when this process does not know.
    synchronized Optional<PageLog> log(DatabaseCopy copy) {
        return Optional.ofNullable(last)
                .filter(comparison -> comparison.copy.equals(copy))
                .map(Comparison::log);
    }

    /// Remembers that every byte of the two was compared.
    ///
    /// @param log what has changed since the whole copy was made
    synchronized void compared(DatabaseCopy copy, PageLog log, Path database) {
        remember(copy, log, database, System.nanoTime());
    }

    /// Remembers that both were changed alike.
    ///
    /// @param log what has changed since the whole copy was made
    synchronized void followed(DatabaseCopy copy, PageLog log, Path database) {
        Comparison before = last;
        remember(copy, log, database, before == null ? System.nanoTime() : before.nanoTime);
    }

    private void remember(DatabaseCopy copy, PageLog log, Path database, long nanoTime) {
        Map<String, Object> stamps = stamps(copy, database);
        last = stamps.isEmpty() ? null : new Comparison(copy, log, stamps, nanoTime);
    }

    /// Nothing is known any more.
    synchronized void forget() {
        last = null;
    }

    /// The state of the files as the operating system tells it; empty where it does not.
    private static Map<String, Object> stamps(DatabaseCopy copy, Path database) {
        try {
            return Map.of(
                    "database", stamp(database),
                    "copy", stamp(copy.file()),
                    "pages", Files.exists(copy.pages()) ? stamp(copy.pages()) : Map.of());
        } catch (UnsupportedOperationException | IllegalArgumentException noStamps) {
            return Map.of();
        } catch (NoSuchFileException gone) {
            return Map.of();
        } catch (IOException failed) {
            throw DatabaseCopy.unreadable(database, failed);
        }
    }

    private static Map<String, Object> stamp(Path file) throws IOException {
        return Files.readAttributes(file, STAMP, LinkOption.NOFOLLOW_LINKS);
    }

    private record Comparison(DatabaseCopy copy, PageLog log, Map<String, Object> stamps, long nanoTime) {}
}
