/// The generated careers that benchmarks work on, prepared once for each size.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.bench.career;
