package dev.spartanlake.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// A single item that is known already.
final class OneItem implements ItemCursor {

    private final Closeable owned;
    private @Nullable SourceItem item;

    OneItem(SourceItem item) {
        this(item, InputStream.nullInputStream());
    }

    /// @param owned what is still open on the item's behalf
    OneItem(SourceItem item, Closeable owned) {
        this.item = item;
        this.owned = owned;
    }

    /// What could not even be begun.
    ///
    /// @param owned what is still open on its behalf
    /// @throws UncheckedIOException if the reading thread was interrupted; what was open is then closed
    static OneItem refused(Place place, IOException failure, Closeable owned) {
        try {
            return new OneItem(place.refused(failure, Excerpt.nothing()), owned);
        } catch (UncheckedIOException interrupted) {
            try {
                owned.close();
            } catch (IOException unclosed) {
                interrupted.addSuppressed(unclosed);
            }
            throw interrupted;
        }
    }

    @Override
    public @Nullable SourceItem next() {
        SourceItem only = item;
        item = null;
        return only;
    }

    @Override
    public void close() throws IOException {
        owned.close();
    }
}
