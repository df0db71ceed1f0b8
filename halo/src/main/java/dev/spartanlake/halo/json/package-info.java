/// Reading JSON answers strictly, with the place of whatever is not as expected.
@NullMarked
package dev.spartanlake.halo.json;

import org.jspecify.annotations.NullMarked;
