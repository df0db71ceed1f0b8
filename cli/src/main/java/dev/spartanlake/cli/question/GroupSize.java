package dev.spartanlake.cli.question;

import picocli.CommandLine.Option;

/// The option of questions whose answers are groups of matches.
final class GroupSize {

    /// Its name.
    static final String OPTION = "--min-matches";

    @Option(names = OPTION, paramLabel = "N", description = "Leave out groups of fewer matches (default: 1)")
    private int leastMatches = 1;

    /// Groups of fewer matches are left out.
    int leastMatches() {
        return leastMatches;
    }
}
