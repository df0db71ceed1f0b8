/// Rows and answers as files for other programs.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.cli.export;
