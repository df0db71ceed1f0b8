package dev.spartanlake.ingest;

import dev.spartanlake.match.Xuid;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/// What is to be ingested, and how.
///
/// @param paths documents, archives and directories of these; `-` is standard input
/// @param standardInput what `-` stands for; read only if it is named, closed by its owner
/// @param players players to keep the careers of from now on, besides those tracked already
/// @param mode what a refused document and the end of the work mean
public record IngestRequest(List<String> paths, InputStream standardInput, Set<Xuid> players, Mode mode) {

    /// Copies the collections.
    public IngestRequest {
        paths = List.copyOf(paths);
        players = Set.copyOf(players);
    }

    /// A request that names files only and accepts what it can.
    public static IngestRequest of(List<String> paths, Set<Xuid> players) {
        return new IngestRequest(paths, InputStream.nullInputStream(), players, Mode.ACCEPT_VALID);
    }

    /// What a refused document and the end of the work mean.
    public enum Mode {
        /// Refused documents go to quarantine, the others are committed.
        ACCEPT_VALID,
        /// One refused document refuses them all.
        ALL_OR_NOTHING,
        /// Everything is read and judged, nothing is changed.
        DRY_RUN
    }
}
