/// The game's services, answered by a real HTTP server on the loopback interface: sign-in,
/// history, matches, skill, films, names, assets and content of an invented career, in the shapes
/// of recorded answers.
///
/// A [dev.spartanlake.testsupport.api.HaloServer] has a [dev.spartanlake.testsupport.api.World],
/// which is what is true, [dev.spartanlake.testsupport.api.Faults], which is what goes wrong, and
/// counts what it is asked.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.testsupport.api;
