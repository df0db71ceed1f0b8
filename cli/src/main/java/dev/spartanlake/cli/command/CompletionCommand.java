package dev.spartanlake.cli.command;

import picocli.AutoComplete;
import picocli.CommandLine.Command;

/// `spartanlake completion`: a script that teaches a shell the commands and options.
@Command(
        name = "completion",
        description = "Print a completion script for bash or zsh.",
        footerHeading = "%nExamples:%n",
        footer = {"  source <(spartanlake completion)", "  spartanlake completion > spartanlake.bash"})
final class CompletionCommand implements Action {

    @Override
    public Outcome run(Session session) {
        String script = AutoComplete.bash("spartanlake", Spartanlake.parser(new Spartanlake()));
        session.answer(script.endsWith("\n") ? script : script + "\n");
        return Outcome.DONE;
    }
}
