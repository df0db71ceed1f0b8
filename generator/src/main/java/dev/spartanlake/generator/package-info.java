/// Invented careers: match documents that look like the game's own, as many as wanted, the same every time.
///
/// A [dev.spartanlake.generator.CareerPlan] says how many matches, when and by whom; a
/// [dev.spartanlake.generator.Career] deals them out one by one, oldest first, without keeping any. The
/// documents have the exact shape of the API's match stats, in both generations of it, and their figures agree
/// with one another as those of recorded documents do. All people in them are invented.
@NullMarked
package dev.spartanlake.generator;

import org.jspecify.annotations.NullMarked;
