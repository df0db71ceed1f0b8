package dev.spartanlake.source.listing;

import dev.spartanlake.source.packing.Packing;
import dev.spartanlake.source.text.Shape;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a file or archive entry is taken for, by its name.
///
/// @param packing how its bytes are packed; `null` because only its content can tell
/// @param shape how documents lie in its text; `null` because only its content can tell, or it is an archive
public record Format(@Nullable Packing packing, @Nullable Shape shape) {

    /// To be found out by looking at the content.
    public static final Format SNIFFED = new Format(null, null);

    private static final Format ARCHIVE = new Format(Packing.ZIP, null);

    /// The format that a name promises; `null` because no extension of ours ends it.
    public static @Nullable Format ofName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".zip")) {
            return ARCHIVE;
        }
        if (lower.endsWith(".gz")) {
            return packed(Packing.GZIP, lower.substring(0, lower.length() - ".gz".length()));
        }
        if (lower.endsWith(".zst")) {
            return packed(Packing.ZSTD, lower.substring(0, lower.length() - ".zst".length()));
        }
        return packed(Packing.NONE, lower);
    }

    private static @Nullable Format packed(Packing packing, String name) {
        if (name.endsWith(".json")) {
            return new Format(packing, Shape.DOCUMENT);
        }
        return name.endsWith(".ndjson") || name.endsWith(".jsonl") ? new Format(packing, Shape.LINES) : null;
    }
}
