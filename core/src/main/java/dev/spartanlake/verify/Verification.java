package dev.spartanlake.verify;

import java.time.Duration;
import java.util.List;

/// What a verification found.
///
/// @param depth how thorough it was
/// @param files the files that were read, second copies and the metadata database among them
/// @param matches the matches in the ledger
/// @param bytes the length of these files together
/// @param elapsed how long it took
/// @param findings what was found, damage first
public record Verification(
        Depth depth, long files, long matches, long bytes, Duration elapsed, List<Finding> findings) {

    /// Copies the list.
    public Verification {
        findings = List.copyOf(findings);
    }

    /// Whether there is no damage.
    public boolean isSound() {
        return damage().isEmpty();
    }

    /// What is not as it should be.
    public List<Finding> damage() {
        return findings.stream().filter(finding -> finding.kind().isDamage()).toList();
    }
}
