package dev.spartanlake.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
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
