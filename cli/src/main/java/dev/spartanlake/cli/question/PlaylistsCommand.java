package dev.spartanlake.cli.question;

import dev.spartanlake.analytics.career.Dimension;
import dev.spartanlake.cli.render.answer.Answer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `spartanlake playlists`.
@Command(
        name = "playlists",
        description = "How the playlists go.",
        footerHeading = "%nExamples:%n",
        footer = {"  spartanlake playlists", "  spartanlake playlists --competition ranked --format json"})
public final class PlaylistsCommand extends AnswerCommand {

    @Mixin
    private GroupSize size = new GroupSize();

    @Override
    Answer answer(Asked asked) {
        return narrowed(asked, size).groups(Dimension.PLAYLIST);
    }
}
