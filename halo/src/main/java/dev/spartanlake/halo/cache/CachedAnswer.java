package dev.spartanlake.halo.cache;

import dev.spartanlake.halo.reply.Bytes;
import java.time.Instant;

/// An answer on the disk.
///
/// @param etag the service's name for this state of it; empty when it gave none
/// @param confirmed when the service last said that it is so
record CachedAnswer(Bytes body, String etag, Instant confirmed) {}
