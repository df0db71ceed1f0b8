package dev.spartanlake.sync;

import dev.spartanlake.halo.wire.Timing;
import dev.spartanlake.testsupport.SkippingClock;

/// A client's clock that only waiting moves on.
final class QuickTiming extends SkippingClock implements Timing {}
