/// The jobs: each measures one thing that a user waits for.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.bench.job;
