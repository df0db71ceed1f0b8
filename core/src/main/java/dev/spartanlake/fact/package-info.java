/// The tables and the rows a match document becomes.
///
/// [Tables] is the one place where the columns of every table are said; [MatchRows] is the one place where a
/// document turns into rows.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.fact;
