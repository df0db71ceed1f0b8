/// The text of a statement: read as DuckDB reads it, and refused where it is more than a question.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.query.statement;
