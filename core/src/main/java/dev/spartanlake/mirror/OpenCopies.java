package dev.spartanlake.mirror;

import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.storage.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Copies of the metadata database as they were when they were opened, the newest first.
///
/// Whoever compares them with the database opens them before it is read, and asks for the database's generation
/// afterwards: whatever a writer does meanwhile then looks like a copy that is not up to date, never like damage.
///
/// **Threads**: one at a time. **Lifecycle**: whoever opens them closes them.
public final class OpenCopies implements AutoCloseable {

    private final List<CopyContent> contents = new ArrayList<>();

    private OpenCopies() {}

    /// Opens copies.
    ///
    /// @param unreadable is told of each that cannot be read, and why
    public static OpenCopies of(List<DatabaseCopy> copies, BiConsumer<DatabaseCopy, WarehouseException> unreadable) {
        OpenCopies opened = new OpenCopies();
        for (DatabaseCopy copy : copies) {
            try {
                opened.contents.add(copy.open());
            } catch (WarehouseException failed) {
                unreadable.accept(copy, failed);
            }
        }
        return opened;
    }

    /// The copies.
    public List<CopyContent> all() {
        return contents;
    }

    /// The copy that has a content; empty when none has.
    public Optional<CopyContent> of(Fingerprint content) {
        return contents.stream()
                .filter(copy -> copy.size() == content.sizeBytes())
                .filter(copy -> copy.fingerprint().equals(content))
                .findFirst();
    }

    /// The newest copy that is what was written; empty when there is none.
    Optional<CopyContent> whole() {
        return contents.stream().filter(CopyContent::isWhole).findFirst();
    }

    /// The best copy to put in the place of a database that is lost: one that is what was written, or else one of which
    /// later changes are damaged; empty when there is none.
    Optional<CopyContent> best() {
        return whole().or(() -> contents.stream().filter(CopyContent::isUsable).findFirst());
    }

    @Override
    public void close() {
        contents.forEach(CopyContent::close);
    }
}
