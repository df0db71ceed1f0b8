package dev.spartanlake.mirror;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.Commits;

/// Of which state of the warehouse a copy of the metadata database is.
///
/// @param formatVersion the database's format
/// @param generation the number of its last commit, 0 before the first
/// @param pendingFiles how many files its commits had still to put in place
public record CopiedState(int formatVersion, long generation, long pendingFiles) {

    /// The state of a database.
    static CopiedState of(Catalog catalog) {
        Commits.State state = catalog.commits().state();
        return new CopiedState(Math.toIntExact(catalog.formatVersion()), state.generation(), state.pendingFiles());
    }

    /// Whether a database of another content and this state is damaged: of the same state there is one content, and a
    /// writer of a later format leaves none of an earlier one.
    boolean contradicts(CopiedState found) {
        return formatVersion > found.formatVersion
                || (generation == found.generation && pendingFiles == found.pendingFiles);
    }
}
