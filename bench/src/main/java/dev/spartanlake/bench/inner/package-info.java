/// Inner loops, measured with JMH: what is done once for each document or each match.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.bench.inner;
