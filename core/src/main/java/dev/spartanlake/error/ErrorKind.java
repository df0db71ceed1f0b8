package dev.spartanlake.error;

/// Who can mend an error, which is what a caller needs to know to react to it.
public enum ErrorKind {
    /// The request itself is wrong; asking differently helps.
    USER,
    /// The data handed in, or a query's result, breaks a rule or a limit; other data would have passed.
    DATA,
    /// Disk, lock, memory or operating system; the same request may succeed later.
    ENVIRONMENT,
    /// What is stored is not what was committed.
    DAMAGE,
    /// A defect of SpartanLake.
    INTERNAL
}
