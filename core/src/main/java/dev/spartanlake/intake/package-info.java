/// Takes in what was obtained about single matches and players, from a server or from another tool's database: match
/// documents, skill documents, films, names, ranks.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.intake;
