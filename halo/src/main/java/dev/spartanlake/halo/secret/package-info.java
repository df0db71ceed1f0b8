/// Values that must not be seen: tokens, codes and what proves who somebody is.
@NullMarked
package dev.spartanlake.halo.secret;

import org.jspecify.annotations.NullMarked;
