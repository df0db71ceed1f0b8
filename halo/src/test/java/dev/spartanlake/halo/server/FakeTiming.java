package dev.spartanlake.halo.server;

import dev.spartanlake.halo.wire.Timing;
import dev.spartanlake.testsupport.SkippingClock;

/// A client's clock that only waiting moves on.
public final class FakeTiming extends SkippingClock implements Timing {}
