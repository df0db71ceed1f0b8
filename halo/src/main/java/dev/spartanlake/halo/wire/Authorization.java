package dev.spartanlake.halo.wire;

/// Where tokens come from. For any number of threads.
public interface Authorization {

    /// The tokens to use now; gets them if there are none yet.
    ///
    /// @throws InterruptedException if the caller is not to wait any longer
    Grant current() throws InterruptedException;

    /// Other tokens than those that a service has just rejected. Several threads whose tokens were
    /// rejected at the same time get the same new ones, and only one of them asks.
    ///
    /// @throws InterruptedException if the caller is not to wait any longer
    Grant renewed(Grant.Tokens rejected) throws InterruptedException;
}
