package dev.spartanlake.cli.question;

import dev.spartanlake.analytics.Analytics;
import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.question.Question;
import dev.spartanlake.analytics.question.Viewpoint;
import dev.spartanlake.cli.render.Messages;
import dev.spartanlake.cli.render.answer.FigureText;
import dev.spartanlake.cli.render.answer.Lists;

/// What a command asks with: the player's matches, the words and the figures' looks.
///
/// @param analytics answers questions
/// @param filter which matches
/// @param viewpoint the language and time zone
/// @param people who is who
/// @param messages the words
record Asked(Analytics analytics, Filter filter, Viewpoint viewpoint, People people, Messages messages) {

    /// The answer for the filter's matches.
    <A> A answer(Question<A> question) {
        return analytics.ask(question, filter);
    }

    /// How figures look.
    FigureText figures() {
        return new FigureText(messages, viewpoint.zone());
    }

    /// The tables of lists.
    Lists lists() {
        return new Lists(figures());
    }

    /// The player's gamertag, or identifier where it is not known.
    String playerName() {
        return people.name(filter.player());
    }
}
