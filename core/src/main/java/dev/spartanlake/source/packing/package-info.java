/// Streams of packed bytes: looked into, unpacked, and kept from expanding without end.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.source.packing;
