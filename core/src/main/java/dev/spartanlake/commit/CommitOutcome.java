package dev.spartanlake.commit;

/// What became of a pending change that was not refused.
///
/// Refusal and doubt are exceptions: [dev.spartanlake.error.ErrorCode#COMMIT_UNKNOWN] says that the disk did
/// not tell whether the change happened; any other code says that it did not.
public sealed interface CommitOutcome {

    /// How many partitions got a new file or lost theirs.
    int partitionsWritten();

    /// The change happened and is durable.
    ///
    /// @param commitId its number
    /// @param partitionsWritten how many partitions got a new file or lost theirs
    record Committed(long commitId, int partitionsWritten) implements CommitOutcome {}

    /// There was nothing to change, and no file was touched.
    record Unchanged() implements CommitOutcome {

        @Override
        public int partitionsWritten() {
            return 0;
        }
    }
}
