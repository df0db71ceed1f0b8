/// What the service answered, as a closed set of cases.
@NullMarked
package dev.spartanlake.halo.reply;

import org.jspecify.annotations.NullMarked;
