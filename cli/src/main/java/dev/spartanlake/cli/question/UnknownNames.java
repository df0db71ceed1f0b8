package dev.spartanlake.cli.question;

import dev.spartanlake.analytics.career.Breakdown;
import dev.spartanlake.analytics.career.CareerSummary;
import dev.spartanlake.analytics.career.Dimension;
import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.cli.render.Messages;
import dev.spartanlake.error.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What there is to say about names that nothing has: which they may have been meant to be, and which there are.
final class UnknownNames {

    private static final int LISTED = 8;

    private static final List<Kind> KINDS = List.of(
            new Kind(Dimension.MAP, Filter::map, Filter.Builder::map),
            new Kind(Dimension.PLAYLIST, Filter::playlist, Filter.Builder::playlist),
            new Kind(Dimension.MODE, Filter::mode, Filter.Builder::mode),
            new Kind(Dimension.CATEGORY, Filter::category, Filter.Builder::category),
            new Kind(Dimension.SEASON, Filter::season, Filter.Builder::season));

    private UnknownNames() {}

    /// Names of one kind in a filter.
    ///
    /// @param by what has such names
    /// @param name the name in a filter; null where it has none
    /// @param restrict puts a name into a filter
    private record Kind(
            Dimension by,
            Function<Filter, @Nullable String> name,
            BiFunction<Filter.Builder, String, Filter.Builder> restrict) {

        String key() {
            return by.name().toLowerCase(Locale.ROOT);
        }
    }

    /// A sentence or several for each name in the filter that none of the player's matches has.
    ///
    /// @param everything the filter of all matches of the player
    static Stream<String> sentences(Asked asked, Filter everything) {
        Stream<String> names = KINDS.stream().flatMap(kind -> {
            @Nullable String name = kind.name().apply(asked.filter());
            return name == null || hasMatches(asked, kind.restrict().apply(everything.change(), name))
                    ? Stream.of()
                    : sentences(kind, name, asked, everything);
        });
        return Stream.concat(names, session(asked, everything));
    }

    /// Ids are names as well, and the warehouse knows best which names are the same.
    private static boolean hasMatches(Asked asked, Filter.Builder named) {
        return asked.answers().ask(new CareerSummary(), named.build()).tally().matches() > 0;
    }

    /// Nobody types the id of a session, so nothing is close to a wrong one.
    private static Stream<String> session(Asked asked, Filter everything) {
        @Nullable String id = asked.filter().session();
        return id == null || hasMatches(asked, everything.change().session(id))
                ? Stream.of()
                : Stream.of(asked.messages().text("answer.unknown.session", id));
    }

    private static Stream<String> sentences(Kind kind, String name, Asked asked, Filter everything) {
        Messages messages = asked.messages();
        List<String> known = asked.answers().ask(new Breakdown(kind.by()), everything).stream()
                .map(Breakdown.Group::label)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        Stream<String> unknown = Stream.of(messages.text("answer.unknown." + kind.key(), name));
        Stream<String> meant = meant(name, known, messages);
        Stream<String> list =
                known.isEmpty() ? Stream.of() : Stream.of(messages.text("answer.names." + kind.key(), listed(known)));
        return Stream.of(unknown, meant, list).flatMap(sentences -> sentences);
    }

    private static String listed(List<String> known) {
        String names = known.stream().limit(LISTED).collect(Collectors.joining(", "));
        return known.size() > LISTED ? names + ", …" : names;
    }

    private static Stream<String> meant(String name, List<String> known, Messages messages) {
        List<String> closest = Spelling.closest(name, known);
        return closest.isEmpty()
                ? Stream.of()
                : Stream.of(messages.text("name.meant", String.join(messages.text("name.or"), closest)));
    }
}
