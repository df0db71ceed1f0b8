/// Whole jobs of the command line, timed as processes.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.bench;
