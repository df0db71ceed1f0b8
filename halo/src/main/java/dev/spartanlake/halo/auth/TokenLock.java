package dev.spartanlake.halo.auth;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

/// Keeps others, of this process and of any other, from changing a file of tokens. The lock is on a
/// file beside it, which stays there and is empty: a file that is replaced as a whole cannot be
/// locked itself, and one that comes and goes would be locked by two.
final class TokenLock implements AutoCloseable {

    /// What is added to the name of the file of tokens.
    static final String SUFFIX = ".lock";

    /// A process cannot wait for its own lock on a file.
    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

    private final FileChannel channel;

    private TokenLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Waits until nobody else changes a file.
    ///
    /// @param file of tokens, which need not exist; its directory has to
    static TokenLock take(Path file) throws IOException {
        IN_THIS_PROCESS.lock();
        boolean taken = false;
        try {
            TokenLock lock = new TokenLock(OwnerOnly.open(file.resolveSibling(file.getFileName() + SUFFIX)));
            lock.await();
            taken = true;
            return lock;
        } finally {
            if (!taken) {
                IN_THIS_PROCESS.unlock();
            }
        }
    }

    private void await() throws IOException {
        try {
            channel.lock();
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }
}
