/// Tests of the query engine.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.query;
