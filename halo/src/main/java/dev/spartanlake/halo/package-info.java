/// A client of the Halo Infinite web API. It knows nothing of the warehouse.
///
/// [dev.spartanlake.halo.HaloClient] is the entry point. Every answer is a
/// [dev.spartanlake.halo.reply.Reply].
@NullMarked
package dev.spartanlake.halo;

import org.jspecify.annotations.NullMarked;
