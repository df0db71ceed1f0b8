package dev.spartanlake.backup;

import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.inspection.FingerprintCheck;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.Fingerprint;
import dev.spartanlake.storage.WarehouseDirectory;
import dev.spartanlake.storage.WriterLock;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Brings files of one committed state of a warehouse into the staging directory of another one, while others
/// write to the first.
///
/// A state is captured, then its files are copied. If one cannot be had any more because a writer has gone on,
/// the next state is captured, and what was copied and did not change is kept. The last attempt keeps writers
/// out.
final class FileStaging {

    private static final int ATTEMPTS = 6;

    private static final String NOTHING_CHANGED = "nothing was changed, mend it with: spartanlake repair --warehouse ";

    private final SourceWarehouse source;
    private final WarehouseDirectory target;
    private final FileStore files;
    private final FingerprintCheck check;
    private final Terms terms;
    private final Map<String, Copied> copied = new HashMap<>();

    FileStaging(SourceWarehouse source, WarehouseDirectory target, Terms terms) {
        this.source = source;
        this.target = target;
        this.terms = terms;
        files = terms.files();
        check = new FingerprintCheck(files);
    }

    /// Where the copy of the metadata database is.
    Path database() {
        return directory().resolve("metadata.copy");
    }

    /// The directory of the copies.
    Path directory() {
        return target.staging().resolve("copy");
    }

    /// Copies files.
    ///
    /// @param wanted which files of a state are wanted; [#database] is the copy of its database meanwhile
    /// @throws WarehouseException with [dev.spartanlake.error.ErrorCode#DAMAGED] when a file is not what was
    ///     committed
    Staged stage(Function<SourceState, List<DataFile>> wanted) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            Optional<Staged> staged = attempt(wanted);
            if (staged.isPresent()) {
                return staged.get();
            }
        }
        WriterLock lock = terms.claim().lock(source.directory());
        try (lock) {
            return attempt(wanted)
                    .orElseThrow(() -> new IllegalStateException(
                            "the warehouse " + source.directory().root() + " changed while nobody could write to it"));
        }
    }

    /// @return the files; empty when the warehouse has gone on meanwhile
    private Optional<Staged> attempt(Function<SourceState, List<DataFile>> wanted) {
        SourceState state = source.capture(database());
        Map<DataFile, Path> staged = new LinkedHashMap<>();
        for (DataFile file : wanted.apply(state)) {
            terms.stop().check(target.root() + " is as it was before");
            Path copy = stage(state, file);
            if (copy == null) {
                return Optional.empty();
            }
            staged.put(file, copy);
        }
        return Optional.of(new Staged(state, staged));
    }

    /// @return the copy; null when the warehouse has gone on meanwhile
    private @Nullable Path stage(SourceState state, DataFile file) {
        Copied before = copied.get(file.partition().file());
        if (before != null && before.fingerprint().equals(file.fingerprint())) {
            return before.copy();
        }
        Path copy = directory().resolve(file.partition().stagedName());
        copied.remove(file.partition().file());
        // The first try may meet the moment at which a staged file is put in place.
        for (int tries = 0; tries < 2; tries++) {
            if (copy(state, file, copy)) {
                copied.put(file.partition().file(), new Copied(copy, file.fingerprint()));
                return copy;
            }
            if (!source.isStillIn(state)) {
                return null;
            }
        }
        throw failure(state, file, copy);
    }

    /// @return whether the copy is the file that was committed
    private boolean copy(SourceState state, DataFile file, Path copy) {
        Path path = source.locate(state, file);
        if (!files.exists(path)) {
            return false;
        }
        try {
            files.copy(path, copy);
        } catch (WarehouseException failed) {
            if (files.exists(path)) {
                throw failed;
            }
            return false;
        }
        return check.isIntact(copy, file);
    }

    /// A file that was committed and is copied wrongly by a sound disk is damaged where it comes from.
    private WarehouseException failure(SourceState state, DataFile file, Path copy) {
        Path path = source.locate(state, file);
        String repair = NOTHING_CHANGED + source.directory().root();
        return check.isIntact(path, file)
                ? check.damage(copy, file, "the disk of " + target.root() + " does not keep what is written to it")
                : check.damage(path, file, repair);
    }

    /// Copied files.
    ///
    /// @param state the state they are of
    /// @param files each file with its copy
    record Staged(SourceState state, Map<DataFile, Path> files) {}

    private record Copied(Path copy, Fingerprint fingerprint) {}
}
