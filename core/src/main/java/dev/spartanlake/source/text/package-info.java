/// How documents lie in a text: its beginning, its lines, and whether it has one document or one on each line.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.source.text;
