/// Work on several threads whose results are needed in order.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.parallel;
