/// Brings what the Halo Infinite web API knows of players into the warehouse, and asks for nothing that is there.
@NullMarked
package dev.spartanlake.sync;

import org.jspecify.annotations.NullMarked;
