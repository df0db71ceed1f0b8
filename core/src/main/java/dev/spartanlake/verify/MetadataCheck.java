package dev.spartanlake.verify;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.Remains;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.mirror.CopyContent;
import dev.spartanlake.mirror.DatabaseCopy;
import dev.spartanlake.mirror.DatabaseMirror;
import dev.spartanlake.mirror.OpenCopies;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.Fingerprint;
import dev.spartanlake.storage.WarehouseDirectory;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks at the metadata database: as a file beside its second copy, and as SQLite sees it.
///
/// The copies are listed before the database is read, and its generation is asked for afterwards. As a writer
/// makes a copy last of all, whatever it does meanwhile looks like a copy that is not up to date, never like
/// damage.
final class MetadataCheck {

    private static final int PROBLEMS_SHOWN = 5;

    private final Path database;
    private final WarehouseDirectory directory;
    private final FileStore files;
    private final Findings findings;
    private final ReadFiles read;

    MetadataCheck(WarehouseDirectory directory, FileStore files, Findings findings, ReadFiles read) {
        this.directory = directory;
        this.files = files;
        this.findings = findings;
        this.read = read;
        database = directory.resolve(Catalog.FILE_NAME);
    }

    /// Opens the catalog and reports what is wrong with it.
    ///
    /// @return the catalog; empty when it cannot be read, which is reported
    /// @throws WarehouseException when there is no warehouse, or a sound one of another format
    Optional<Catalog> open() {
        try (OpenCopies copies = OpenCopies.of(new DatabaseMirror(directory, files).copies(), this::reportUnreadable)) {
            return open(copies);
        }
    }

    private void reportUnreadable(DatabaseCopy copy, WarehouseException why) {
        if (Files.exists(copy.file(), LinkOption.NOFOLLOW_LINKS)) {
            findings.add(Kind.METADATA_COPY_CHANGED, at(copy.file()), copy.sha256(), Findings.reason(why));
        }
    }

    private Optional<Catalog> open(OpenCopies copies) {
        @Nullable Fingerprint found = fingerprint(database);
        if (found == null) {
            return Optional.empty();
        }
        if (found.sizeBytes() == 0 && Remains.areIn(directory)) {
            unreadable("an empty file");
            return Optional.empty();
        }
        List<CopyContent> intact = copies.all().stream().filter(this::isIntact).toList();
        boolean isAsLeft = copies.of(found).isPresent();
        @Nullable Catalog catalog = open(isAsLeft ? List.of() : intact);
        if (catalog == null) {
            return Optional.empty();
        }
        try {
            if (copies.all().isEmpty()) {
                findings.add(Kind.METADATA_COPY_MISSING, at(directory.secondCopy()), found.sha256(), Findings.NONE);
            } else if (!isAsLeft) {
                intact.stream().findFirst().ifPresent(copy -> compare(catalog, found.sha256(), copy));
            }
            checkStructure(catalog);
            return Optional.of(catalog);
        } catch (WarehouseException failed) {
            catalog.close();
            if (!isDamage(failed, List.of())) {
                throw failed;
            }
            unreadable(Findings.reason(failed));
            return Optional.empty();
        } catch (RuntimeException failed) {
            catalog.close();
            throw failed;
        }
    }

    private @Nullable Fingerprint fingerprint(Path file) {
        try {
            Fingerprint fingerprint = files.fingerprint(file);
            read.count(fingerprint.sizeBytes());
            return fingerprint;
        } catch (WarehouseException unreadable) {
            unreadable(files.exists(file) ? Findings.reason(unreadable) : Findings.NONE);
            return null;
        }
    }

    private boolean isIntact(CopyContent copy) {
        try {
            read.count(copy.size());
            Optional<CopyContent.Difference> difference = copy.difference();
            difference.ifPresent(found ->
                    findings.add(Kind.METADATA_COPY_CHANGED, at(found.file()), found.expected(), found.found()));
            return difference.isEmpty();
        } catch (WarehouseException unreadable) {
            reportUnreadable(copy.copy(), unreadable);
            return false;
        }
    }

    /// @param contradicting the copies that tell that a database of another format is a damaged one
    private @Nullable Catalog open(List<CopyContent> contradicting) {
        try {
            return Catalog.openForReading(directory.root());
        } catch (WarehouseException refused) {
            if (!isDamage(refused, contradicting)) {
                throw refused;
            }
            unreadable(
                    refused.code() == ErrorCode.NOT_A_WAREHOUSE
                            ? "a database of another kind"
                            : Findings.reason(refused));
            return null;
        }
    }

    private boolean isDamage(WarehouseException refused, List<CopyContent> contradicting) {
        return switch (refused.code()) {
            case CATALOG, DAMAGED -> true;
            case FORMAT_OLD -> isDamagedOlder(contradicting);
            default -> contradicting.stream().anyMatch(copy -> generation(copy) >= 0);
        };
    }

    /// A database of an older format is opened by an upgrade, which refuses a damaged one.
    private boolean isDamagedOlder(List<CopyContent> contradicting) {
        try (Catalog older = Catalog.openOlderForReading(directory.root())) {
            return !older.database().isSound() || contradicting.stream().anyMatch(copy -> copy.contradicts(older));
        } catch (WarehouseException senseless) {
            return true;
        }
    }

    /// The generation of a copy; negative when it cannot be read, or was deleted meanwhile.
    private static long generation(CopyContent copy) {
        try {
            return copy.state().generation();
        } catch (WarehouseException gone) {
            return -1;
        }
    }

    private void compare(Catalog catalog, String found, CopyContent copy) {
        long earlier = generation(copy);
        long present = catalog.commits().generation();
        if (earlier >= 0 && present > earlier && hasEveryCommit(catalog, Math.max(earlier, 1), present)) {
            findings.add(
                    Kind.METADATA_COPY_STALE, at(copy.copy().file()), Long.toString(present), Long.toString(earlier));
        } else if (earlier >= 0) {
            findings.add(Kind.METADATA_CHANGED, at(database), copy.fingerprint().sha256(), found);
        }
    }

    /// Commits are numbered without gaps. A generation that only looks later is one that a flipped bit has raised.
    private static boolean hasEveryCommit(Catalog catalog, long first, long last) {
        long found =
                catalog.database().number("SELECT count(*) FROM commits WHERE commit_id BETWEEN ? AND ?", first, last);
        return found == last - first + 1;
    }

    private void checkStructure(Catalog catalog) {
        try {
            List<String> problems = new ArrayList<>(
                    catalog.database().query("PRAGMA integrity_check", row -> String.valueOf(row.getString(1))));
            problems.remove("ok");
            report(Kind.METADATA_CORRUPT, problems);
            report(
                    Kind.METADATA_REFERENCE_BROKEN,
                    catalog.database()
                            .query("PRAGMA foreign_key_check", row -> row.getString(1) + " → " + row.getString(3)));
        } catch (WarehouseException failed) {
            findings.add(Kind.METADATA_CORRUPT, at(database), "ok", Findings.reason(failed));
        }
    }

    private void report(Kind kind, List<String> problems) {
        if (!problems.isEmpty()) {
            String first = String.join("; ", problems.subList(0, Math.min(PROBLEMS_SHOWN, problems.size())));
            findings.add(kind, at(database), "ok", Tally.counted(first, problems.size()));
        }
    }

    /// Reports that the metadata cannot be read.
    ///
    /// @param why what the attempt said, `-` when there is no file
    void unreadable(String why) {
        findings.add(Kind.METADATA_UNREADABLE, at(database), "SQLite", why);
    }

    private static Location at(Path file) {
        return Location.of(file);
    }
}
