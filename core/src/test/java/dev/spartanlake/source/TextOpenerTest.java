package dev.spartanlake.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.source.listing.Format;
import dev.spartanlake.source.packing.PeekStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TextOpenerTest {

    private final Reading reading = new Reading(SourceLimits.defaults(), new Progress());

    @Test
    void closesWhatItCannotOpenBecauseTheThreadWasInterrupted() {
        Failing in = new Failing(new ClosedByInterruptException());

        assertThatThrownBy(() -> open(in))
                .isInstanceOf(UncheckedIOException.class)
                .hasCause(in.failure);

        assertThat(in.closed).isTrue();
    }

    @Test
    void refusesWhatItCannotOpenAndLeavesItForTheCursorToClose() throws IOException {
        Failing in = new Failing(new IOException("the disk is gone"));

        ItemCursor cursor = open(in);

        assertThat(cursor.next())
                .isInstanceOfSatisfying(
                        SourceItem.Refused.class,
                        refused -> assertThat(refused.rejection().sentence())
                                .isEqualTo("a.json.gz: expected a file that can be read, found the disk is gone"));
        assertThat(in.closed).isFalse();
        cursor.close();
        assertThat(in.closed).isTrue();
    }

    private ItemCursor open(InputStream in) {
        Format format = Objects.requireNonNull(Format.ofName("a.json.gz"));
        return new TextOpener(reading)
                .open(Place.of("a.json.gz", null), new PeekStream(in), format, reading.expansion());
    }

    private static final class Failing extends InputStream {

        private final IOException failure;
        private boolean closed;

        private Failing(IOException failure) {
            this.failure = failure;
        }

        @Override
        public int read() throws IOException {
            throw failure;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            throw failure;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
