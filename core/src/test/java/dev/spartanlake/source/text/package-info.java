/// Tests of how a text is taken apart.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.source.text;
