/// Answers to what players ask: [Analytics] asks the questions of the packages inside this one.
@NullMarked
package dev.spartanlake.analytics;

import org.jspecify.annotations.NullMarked;
