package dev.spartanlake.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;

/// A process that has ended.
///
/// @param code its exit code; 128 and more for a signal, as shells count
/// @param out what it wrote to standard output
/// @param err what it wrote to standard error
record Run(int code, String out, String err) {

    /// The exit code of a process that was killed: Windows has no signals, and Java ends processes there with 1.
    static final int KILLED = File.separatorChar == '\\' ? 1 : 128 + 9;

    /// Expects success.
    Run succeeded() {
        assertThat(code).as("exit code of a run that said:\n%s%s", out, err).isZero();
        return this;
    }

    /// Expects that it failed with a code and one line that says why, and showed nobody its insides.
    Run failedWith(int expected) {
        assertThat(code).as("exit code of a run that said:\n%s%s", out, err).isEqualTo(expected);
        assertThat(err).startsWith("spartanlake: ").hasLineCount(1);
        assertThat(out).isEmpty();
        return this;
    }
}
