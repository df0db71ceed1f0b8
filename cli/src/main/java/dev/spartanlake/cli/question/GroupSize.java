package dev.spartanlake.cli.question;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The option of questions whose answers are groups of matches.
final class GroupSize {

    /// Its name.
    static final String OPTION = "--min-matches";

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by the parser
    private CommandSpec spec;

    @Option(names = OPTION, paramLabel = "N", description = "Leave out groups of fewer matches (default: 1)")
    private int leastMatches = 1;

    /// The same question without the groups that are too small.
    ///
    /// @throws ParameterException when the option says less than 1
    Asked narrowed(Asked asked) {
        if (leastMatches < 1) {
            throw new ParameterException(spec.commandLine(), OPTION + ": expected at least 1, found " + leastMatches);
        }
        return asked.about(asked.filter().change().leastMatches(leastMatches).build());
    }
}
