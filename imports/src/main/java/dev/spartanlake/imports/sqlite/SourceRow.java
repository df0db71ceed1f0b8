package dev.spartanlake.imports.sqlite;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of a foreign database.
public final class SourceRow {

    private final long rowId;
    private final byte @Nullable [] body;
    private final long bodyBytes;
    private final List<String> texts;

    SourceRow(long rowId, byte @Nullable [] body, long bodyBytes, List<String> texts) {
        this.rowId = rowId;
        this.body = body;
        this.bodyBytes = bodyBytes;
        this.texts = List.copyOf(texts);
    }

    /// The row's number.
    public long rowId() {
        return rowId;
    }

    /// The document, in UTF-8 if it is text at all; null where there is none or it is longer than
    /// is read. The array itself.
    public byte @Nullable [] body() {
        return body;
    }

    /// How long the document is in the database; 0 where there is none.
    public long bodyBytes() {
        return bodyBytes;
    }

    /// The values of the other columns in the order in which they were asked for; empty where there
    /// is none, or an overlong one.
    public String text(int index) {
        return texts.get(index);
    }
}
