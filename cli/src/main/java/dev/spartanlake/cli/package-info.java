/// The `spartanlake` command: reads arguments, calls the library, renders answers.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.cli;
