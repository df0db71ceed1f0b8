/// Work on several threads: whose results are needed in order, or all together.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.parallel;
