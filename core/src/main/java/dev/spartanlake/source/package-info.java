/// Turns the paths a user names into raw documents, one after the other: files, lines, compressed files, archives,
/// directories and standard input.
///
/// Start with [DocumentSource]. Nothing here knows what a match is. Whatever cannot be read becomes one
/// [SourceItem.Refused] and the reading goes on; at no time is more than one document held in memory.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.source;
