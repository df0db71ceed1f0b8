/// What is measured and how: contenders that take turns, and the samples they leave.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.bench.measure;
