package dev.spartanlake.cli.question;

import dev.spartanlake.Warehouse;
import dev.spartanlake.analytics.Analytics.Answers;
import dev.spartanlake.analytics.career.Breakdown;
import dev.spartanlake.analytics.career.Dimension;
import dev.spartanlake.analytics.match.ScoreAward;
import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.question.Question;
import dev.spartanlake.analytics.question.Viewpoint;
import dev.spartanlake.cli.render.Messages;
import dev.spartanlake.cli.render.answer.Answer;
import dev.spartanlake.cli.render.answer.FigureText;
import dev.spartanlake.cli.render.answer.FilmLists;
import dev.spartanlake.cli.render.answer.Lists;
import dev.spartanlake.match.MatchId;
import java.util.List;

/// What a command asks with: the player's matches, the words and the figures' looks.
///
/// @param warehouse holds the documents
/// @param answers what the warehouse answers, from one commit
/// @param filter which matches
/// @param viewpoint the language and time zone
/// @param people who is who
/// @param messages the words
record Asked(
        Warehouse warehouse, Answers answers, Filter filter, Viewpoint viewpoint, People people, Messages messages) {

    /// The answer for the filter's matches.
    <A> A answer(Question<A> question) {
        return answers.ask(question, filter);
    }

    /// The same question about other matches.
    Asked about(Filter matches) {
        return new Asked(warehouse, answers, matches, viewpoint, people, messages);
    }

    /// Whether the player's career is kept.
    boolean isTracked() {
        return people.tracked().stream().anyMatch(player -> player.xuid().equals(filter.player()));
    }

    /// The table of a career in groups.
    Answer groups(Dimension by) {
        return lists().groups(by, answer(new Breakdown(by)));
    }

    /// The player's awards of personal score in a match; none where the document is lost.
    List<ScoreAward> awards(MatchId match) {
        return warehouse
                .document(match)
                .map(document -> ScoreAward.of(document, filter.player()))
                .orElse(List.of());
    }

    /// How figures look.
    FigureText figures() {
        return new FigureText(messages, viewpoint.zone());
    }

    /// The tables of lists.
    Lists lists() {
        return new Lists(figures());
    }

    /// The tables of what films tell.
    FilmLists films() {
        return new FilmLists(figures());
    }

    /// The player's gamertag, or identifier where it is not known.
    String playerName() {
        return people.name(filter.player());
    }
}
