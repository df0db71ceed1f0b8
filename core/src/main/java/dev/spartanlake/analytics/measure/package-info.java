/// What is measured about a player's matches: one definition of each measure, used by every answer.
@NullMarked
package dev.spartanlake.analytics.measure;

import org.jspecify.annotations.NullMarked;
