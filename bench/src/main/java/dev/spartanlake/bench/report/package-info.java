/// What becomes of measurements: a table, a file, and the page `docs/performance.md`.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.bench.report;
