/// Takes everything about a player out of a warehouse, and shows that it is gone.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.erasure;
