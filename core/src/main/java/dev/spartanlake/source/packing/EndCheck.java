package dev.spartanlake.source.packing;

import java.io.IOException;

/// What has to be checked once a stream has been read to its end.
public interface EndCheck {

    /// Called once, at the end.
    ///
    /// @param crc the CRC-32 of all bytes
    /// @param sizeBytes how many they were
    /// @throws IOException if they are not what they should be
    void ended(long crc, long sizeBytes) throws IOException;
}
