/// JSON texts of which a little is wanted: what they are, and a few of their values.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.imports.json;
