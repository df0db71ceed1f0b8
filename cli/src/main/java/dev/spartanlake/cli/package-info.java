/// The process: streams, exit codes and what becomes of errors.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.cli;
