/// By what equal contents are recognised.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.hash;
