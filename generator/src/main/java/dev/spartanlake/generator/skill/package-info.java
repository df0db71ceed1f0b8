/// What the skill service says of invented matches: ratings, expected kills and deaths, and the
/// competitive rank (CSR) of the tracked players, which goes on from match to match.
@NullMarked
package dev.spartanlake.generator.skill;

import org.jspecify.annotations.NullMarked;
