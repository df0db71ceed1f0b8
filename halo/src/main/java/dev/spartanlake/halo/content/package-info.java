/// The game's own content files: medals, ranks and calendars.
@NullMarked
package dev.spartanlake.halo.content;

import org.jspecify.annotations.NullMarked;
