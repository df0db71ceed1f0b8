/// A minimal writer of minified JSON in the number, timestamp and duration formats of the game's API.
///
/// A general JSON library would write the same text; it could not write a hundred thousand documents a few seconds
/// apart in the API's own notation of decimals and durations.
@NullMarked
package dev.spartanlake.generator.json;

import org.jspecify.annotations.NullMarked;
