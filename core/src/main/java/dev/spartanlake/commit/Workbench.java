package dev.spartanlake.commit;

import dev.spartanlake.mirror.ComparedCopy;

/// What a process keeps between its writers of one warehouse, so that each need not begin from nothing. All of it is
/// checked against the warehouse before it is used: another process may have written meanwhile.
///
/// **Threads**: used by the holder of the writer lock.
public final class Workbench {

    private final RememberedCareers careers = new RememberedCareers();
    private final ComparedCopy compared = new ComparedCopy();

    /// Keeps nothing yet.
    public Workbench() {}

    /// What is known of careers.
    RememberedCareers careers() {
        return careers;
    }

    /// What is known of the second copy of the metadata database.
    ComparedCopy compared() {
        return compared;
    }
}
