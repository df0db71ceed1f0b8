package dev.spartanlake.cli.render.answer;

import dev.spartanlake.cli.render.AlignedTable.Alignment;
import dev.spartanlake.cli.render.AlignedTable.Cell;
import java.util.function.Function;

/// A column of an answer's table.
///
/// @param <R> what a row is
/// @param heading what stands above it
/// @param alignment where its cells stand
/// @param cell a row's cell
record TableColumn<R>(String heading, Alignment alignment, Function<R, Cell> cell) {}
