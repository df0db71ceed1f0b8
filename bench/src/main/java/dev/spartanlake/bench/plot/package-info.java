/// Pictures of numbers, drawn as SVG: the same numbers give the same bytes.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.bench.plot;
