/// The films of matches: what their chunk of highlight events says of kills, deaths, objectives and medals.
///
/// [HighlightChunk] is the format, [KillPairs] what follows from the events of one match. Nothing here knows of
/// warehouses or of the network.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.film;
