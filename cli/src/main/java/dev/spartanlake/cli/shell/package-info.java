/// The interactive shell: text in, answers and remarks out, one statement after the other. Knows nothing of arguments
/// and exit codes.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.cli.shell;
