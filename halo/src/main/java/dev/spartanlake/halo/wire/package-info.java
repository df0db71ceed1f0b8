/// Requests on their way: where they go, how fast, how often, and how much of an answer is
/// believed.
@NullMarked
package dev.spartanlake.halo.wire;

import org.jspecify.annotations.NullMarked;
