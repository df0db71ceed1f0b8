package dev.spartanlake.halo.wire;

/// Is told of every request as it happens. Called from the threads that ask, so it has to be quick
/// and safe for several.
public interface RequestLog {

    /// A request went out, a first or a repeated one.
    void sent(Origin origin);

    /// The request that goes out next is a repeated one.
    void repeated(Origin origin);

    /// The service answered 429: too many requests.
    void throttled(Origin origin);

    /// An answer was taken from the disk, without a request or after one that was answered "not
    /// modified".
    void servedFromCache(Origin origin);

    /// Is told and forgets.
    static RequestLog none() {
        return new Traffic();
    }
}
