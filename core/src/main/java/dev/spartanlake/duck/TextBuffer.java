package dev.spartanlake.duck;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/// A column of texts in UTF-8.
final class TextBuffer extends ColumnBuffer {

    /// What an array takes besides its bytes, and the reference to it.
    private static final int ARRAY_BYTES = 20;

    private byte[] @Nullable [] texts = new byte[RowBuffer.FIRST_ROWS][];

    /// The text that was put last, and its bytes: those of one match have many texts in common.
    private @Nullable String last;

    private byte @Nullable [] lastUtf8;

    @Override
    int store(int row, @Nullable Object value) {
        if (row == texts.length) {
            texts = Arrays.copyOf(texts, 2 * row);
        }
        if (value instanceof String text && text.equals(last)) {
            texts[row] = lastUtf8;
            return Integer.BYTES;
        }
        byte[] utf8 = utf8(value);
        texts[row] = utf8;
        return utf8 == null ? Integer.BYTES : utf8.length + ARRAY_BYTES;
    }

    private byte @Nullable [] utf8(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case byte[] bytes -> bytes;
            default -> {
                last = value.toString();
                lastUtf8 = last.getBytes(StandardCharsets.UTF_8);
                yield lastUtf8;
            }
        };
    }

    /// Texts cross into native memory in one call for all.
    @Override
    void write(DuckDBWritableVector vector, RowOrder.Run rows, int count) {
        byte[] @Nullable [] run = new byte[count][];
        for (int i = 0; i < count; i++) {
            run[i] = texts[rows.row(i)];
        }
        vector.setStringUtf8Batch(0, run);
    }

    @Override
    int compareValues(int a, int b) {
        return Arrays.compareUnsigned(texts[a], texts[b]);
    }

    /// The text of a row.
    String text(int row) {
        byte[] utf8 = texts[row];
        return utf8 == null ? "" : new String(utf8, StandardCharsets.UTF_8);
    }
}
