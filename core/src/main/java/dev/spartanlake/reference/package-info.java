/// Names for what matches only refer to by number or id: playlists, modes, categories and medals, in English
/// and French.
///
/// Reads the reference files into typed records, entry by entry: a bad entry is refused alone, with its JSON
/// pointer. Nothing here writes anything; merging the records with what is already known is the work of
/// whoever stores them.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.reference;
