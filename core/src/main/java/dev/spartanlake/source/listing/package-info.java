/// The files that paths name, in an order that is the same everywhere, and what their names promise.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.source.listing;
