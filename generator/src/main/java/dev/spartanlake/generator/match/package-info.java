/// Plays one match and writes its document.
///
/// The order is: what is to be played ([Fixture]), when it runs ([MatchClock]), who is there ([Lobby]), who
/// kills whom ([Combat]), what else they do ([Objectives]), who wins and in what order ([Standings]), and the
/// text of it ([DocumentWriter]). Figures come from one simulation, so that what belongs together adds up.
@NullMarked
package dev.spartanlake.generator.match;

import org.jspecify.annotations.NullMarked;
