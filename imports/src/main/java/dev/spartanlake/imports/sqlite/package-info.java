/// SQLite databases of other programs, read while those run, without a trace and without trust.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.imports.sqlite;
