package dev.spartanlake.cli;

import dev.spartanlake.commit.StopSignal;
import dev.spartanlake.error.ErrorCode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Asks work to stop when the process is told to end (Ctrl-C, SIGTERM), and keeps the process until it has: a
/// commit is then finished or abandoned, and the user told which. Work that never looks at the signal is not
/// waited for, and it is told here that it was stopped.
final class StopRequest implements StopSignal {

    /// After this the process ends all the same; the next writer finishes what is left to do.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CountDownLatch settled = new CountDownLatch(1);
    private final PrintStream err;
    private volatile boolean raised;
    private volatile boolean observed;
    private volatile boolean awaitsInput;

    private StopRequest(PrintStream err) {
        this.err = err;
    }

    /// The request that the end of this process makes.
    ///
    /// @param err is told of work that cannot tell it itself, as it waits for input
    static StopRequest atTheEndOfTheProcess(PrintStream err) {
        StopRequest request = new StopRequest(err);
        Runtime.getRuntime().addShutdownHook(new Thread(request::raise, "stop"));
        return request;
    }

    @Override
    public boolean isRaised() {
        observed = true;
        return raised;
    }

    /// Says that the work is done, and everything about it told.
    void settle() {
        settled.countDown();
    }

    /// An input whose reader may wait for ever, and cannot look at the signal meanwhile.
    InputStream watched(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                awaitsInput = true;
                try {
                    return in.read();
                } finally {
                    awaitsInput = false;
                }
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                awaitsInput = true;
                try {
                    return in.read(bytes, offset, length);
                } finally {
                    awaitsInput = false;
                }
            }
        };
    }

    private void raise() {
        raised = true;
        if (isSettled()) {
            return;
        }
        if (awaitsInput) {
            tell("stopped while waiting for input; what was not committed is not stored");
        } else if (!observed || !settles()) {
            tell("stopped before the work ended; what was not committed is not stored, and what was committed is put"
                    + " in order by the next command that writes");
        }
    }

    private boolean isSettled() {
        return settled.getCount() == 0;
    }

    /// Whether the work ends in time, and tells about it.
    private boolean settles() {
        try {
            return settled.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void tell(String what) {
        err.println("spartanlake: " + what + " [" + ErrorCode.STOPPED.code() + "]");
    }
}
