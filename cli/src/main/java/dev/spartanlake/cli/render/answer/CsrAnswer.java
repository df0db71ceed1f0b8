package dev.spartanlake.cli.render.answer;

import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.analytics.trend.CsrHistory.Ranking;
import dev.spartanlake.cli.render.AlignedTable;
import dev.spartanlake.cli.render.AlignedTable.Alignment;
import dev.spartanlake.cli.render.AlignedTable.Cell;
import dev.spartanlake.cli.render.AlignedTable.Column;
import dev.spartanlake.cli.render.Grid;
import dev.spartanlake.cli.render.RowFormat;
import dev.spartanlake.cli.render.Screen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The competitive rank over time: people see a line for each playlist, programs every match.
///
/// @param rankings the matches with a rank, in their order
/// @param figures how figures look
public record CsrAnswer(List<Ranking> rankings, FigureText figures) implements Answer {

    private static final int LINE_WIDTH = 24;

    /// Copies the list.
    public CsrAnswer {
        rankings = List.copyOf(rankings);
    }

    @Override
    public boolean isEmpty() {
        return rankings.isEmpty();
    }

    @Override
    public Grid grid() {
        return AnswerGrid.of(RecordShape.of(Ranking.class), rankings);
    }

    @Override
    public String json() {
        return RowFormat.JSON.render(grid(), Screen.unlimited());
    }

    /// The ranks of a playlist.
    ///
    /// @param name its name; null when not known
    /// @param rankings its matches
    private record Course(@Nullable String name, List<Ranking> rankings) {

        List<Double> values() {
            return rankings.stream().map(ranking -> (double) ranking.csr()).toList();
        }

        int best() {
            return rankings.stream().mapToInt(Ranking::csr).max().orElseThrow();
        }
    }

    @Override
    public String text(Screen screen) {
        return new AlignedTable(table(screen), screen).text();
    }

    @Override
    public List<Column> table(Screen screen) {
        TableColumns<Course> columns = new TableColumns<Course>(figures, screen)
                .text("heading.playlist", Course::name)
                .count("heading.matches", course -> course.rankings().size())
                .day("heading.first", course -> course.rankings().getFirst().startTime())
                .dispensable()
                .count("heading.then", course -> course.rankings().getFirst().csr())
                .add(
                        "heading.course",
                        Alignment.WHOLE,
                        course -> Cell.of(Picture.line(course.values(), LINE_WIDTH, screen)))
                .count("heading.now", course -> course.rankings().getLast().csr())
                .count("heading.highest", Course::best);
        return columns.table(courses());
    }

    /// The playlist that was played last comes first.
    private List<Course> courses() {
        Map<String, List<Ranking>> playlists = new LinkedHashMap<>();
        for (Ranking ranking : rankings.reversed()) {
            String playlist = ranking.playlistId() == null ? "" : ranking.playlistId();
            playlists.computeIfAbsent(playlist, _ -> new ArrayList<>()).addFirst(ranking);
        }
        return playlists.values().stream()
                .map(matches -> new Course(matches.getLast().playlistName(), matches))
                .toList();
    }
}
