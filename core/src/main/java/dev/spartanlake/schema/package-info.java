/// The shape of the tables on disk: columns, types, partitions and paths.
///
/// Generic: which tables there are is said in [dev.spartanlake.fact.Tables]. Writer, reader, documentation and
/// tests all take the shape from there, so no part of it is ever inferred from data.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.schema;
