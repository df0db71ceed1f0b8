/// The failures of this module that are no outcome of a request.
@NullMarked
package dev.spartanlake.halo.error;

import org.jspecify.annotations.NullMarked;
