/// Players: who they are, their service record, their ranks.
@NullMarked
package dev.spartanlake.halo.player;

import org.jspecify.annotations.NullMarked;
