package dev.spartanlake.source;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/// The items of one file, text or archive, one after the other. What goes wrong is an item too.
interface ItemCursor extends Closeable {

    /// The next item; `null` because there are no more.
    @Nullable
    SourceItem next();
}
