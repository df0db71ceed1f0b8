/// Tests of what a source yields, container by container and failure by failure.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.source;
