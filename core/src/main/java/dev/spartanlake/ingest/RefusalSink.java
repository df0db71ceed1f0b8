package dev.spartanlake.ingest;

import dev.spartanlake.validation.Rejection;
import java.util.List;

/// Where documents go that are refused.
@FunctionalInterface
public interface RefusalSink {

    /// Keeps none of them.
    RefusalSink NONE = (_, _) -> {};

    /// Keeps a document that breaks rules.
    ///
    /// @param reasons all that is wrong with it
    void keep(byte[] document, List<Rejection> reasons);
}
