/// One read-only SQL statement over a fixed set of relations, answered by an in-memory DuckDB that can reach
/// nothing else.
///
/// The caller says which relations exist ([dev.spartanlake.query.relation.Relation]) and how much a statement
/// may cost ([Limits]); [QueryEngine] runs statements. Three layers keep a statement inside:
///
/// 1. **the guard** ([dev.spartanlake.query.statement]) reads the statement's syntax tree and refuses whatever is
///    not a plain question: other statements, data-changing or copying nodes at any depth, functions that reach
///    files, settings or other statements;
/// 2. **the fence** is the configuration of the instance, locked before the first statement runs: no external
///    access and no allowed path, no extension, no spilling to disk, no change of a setting. Everything a
///    statement can see is either resident or handed in by a Java table function, so there is nothing to read
///    and nothing to write, even for a statement that got past the guard. Statements run in a read-only
///    transaction besides;
/// 3. **the watch** ends what takes too long or grows too large, see [Limits] for what bounds what.
///
/// Neither this package nor those below it know anything of catalogs and warehouses.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.query;
