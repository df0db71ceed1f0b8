/// Whether files are what was committed, and hold what the format promises.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.inspection;
