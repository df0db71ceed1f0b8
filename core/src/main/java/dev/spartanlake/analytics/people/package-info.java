/// The people one plays with and against.
@NullMarked
package dev.spartanlake.analytics.people;

import org.jspecify.annotations.NullMarked;
