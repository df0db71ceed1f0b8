package dev.spartanlake.source.archive;

import dev.spartanlake.source.packing.BrokenInput;
import dev.spartanlake.source.packing.Expansion;
import dev.spartanlake.source.packing.Packing;
import dev.spartanlake.source.packing.PeekStream;
import dev.spartanlake.source.packing.SummedStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/// The entries of an archive that can only be read from its beginning: one that is piped in, or that has lost its
/// central directory together with its end.
public final class ZipScan implements ZipEntries {

    private static final String INTACT = "an intact zip archive";
    private static final int DESCRIPTOR_SIGNATURE = 0x08074B50;

    private final PeekStream in;
    private final Expansion expansion;
    private @Nullable Entry current;

    /// @param in the archive; owned and closed
    /// @param expansion what keeps its entries from expanding without end
    public ZipScan(PeekStream in, Expansion expansion) {
        this.in = in;
        this.expansion = expansion;
    }

    @Override
    public @Nullable ZipHeader next() throws IOException {
        boolean first = current == null;
        if (current != null && !finish(current)) {
            return null;
        }
        int signature = signature();
        if (signature != ZipHeader.LOCAL_SIGNATURE) {
            in.throwKeptFailure();
            if (Packing.of(in) != Packing.ZIP && signature != ZipHeader.CENTRAL_SIGNATURE) {
                boolean early = in.peek(0) < 0 && !first;
                String found = early ? "data that ends early" : Packing.beginning(in);
                throw new BrokenInput(first ? Packing.ZIP.noun() : INTACT, found);
            }
            return null;
        }
        ByteBuffer fixed = littleEndian(ZipHeader.LOCAL_BYTES);
        byte[] name = in.readExactly(fixed.getShort(26) & 0xFFFF, INTACT);
        ByteBuffer extra = littleEndian(fixed.getShort(28) & 0xFFFF);
        current = new Entry(ZipHeader.local(fixed, name, extra), ZipHeader.zip64(extra));
        return current.header;
    }

    @Override
    public InputStream content() throws IOException {
        if (current == null) {
            throw new IllegalStateException("no entry was asked for");
        }
        return current.open();
    }

    /// Moves behind an entry; false where the archive ends inside it, as whoever read it already knows.
    private boolean finish(Entry entry) throws IOException {
        if (entry.opened != null && !entry.ended && in.peek(0) < 0) {
            in.throwKeptFailure();
            return false;
        }
        if (entry.slice != null) {
            entry.slice.skipRest();
        } else if (!entry.ended) {
            InputStream rest = entry.opened == null ? entry.open() : entry.opened;
            rest.transferTo(OutputStream.nullOutputStream());
        }
        return true;
    }

    private int signature() {
        return in.peek(0) | in.peek(1) << 8 | in.peek(2) << 16 | in.peek(3) << 24;
    }

    private ByteBuffer littleEndian(int count) throws IOException {
        return ByteBuffer.wrap(in.readExactly(count, INTACT)).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private final class Entry {

        private final ZipHeader header;
        private final boolean wide;
        /// The compressed data; `null` because its length is not known before it was read.
        private final @Nullable StreamSlice slice;

        private @Nullable InputStream opened;
        private boolean ended;

        private Entry(ZipHeader header, boolean wide) throws IOException {
            this.header = header;
            this.wide = wide;
            if (!header.sizesFollow() && header.compressedBytes() < 0) {
                throw new BrokenInput(INTACT, "an entry of negative size");
            }
            this.slice = header.sizesFollow() ? null : new StreamSlice(in, header.compressedBytes());
        }

        private InputStream open() throws IOException {
            if (slice == null && (header.encrypted() || header.method() == ZipHeader.STORED)) {
                throw new BrokenInput("an entry whose end can be found without the archive's directory", header.name());
            }
            PeekStream data = slice == null ? in : new PeekStream(slice);
            opened = new SummedStream(ZipEntries.unpack(header, data, expansion), this::ended);
            return opened;
        }

        private void ended(long crc, long sizeBytes) throws IOException {
            ZipHeader promised = slice == null ? headerBehind(sizeBytes) : header;
            ended = true;
            ZipEntries.check(promised, crc, sizeBytes);
        }

        /// Reads the numbers behind the data. They have 32 or 64 bits, and not all writers say which.
        private ZipHeader headerBehind(long sizeBytes) throws IOException {
            if (signature() == DESCRIPTOR_SIGNATURE) {
                in.skipNBytes(Integer.BYTES);
            }
            ByteBuffer narrow = littleEndian(3 * Integer.BYTES);
            long crc = narrow.getInt(0) & 0xFFFFFFFFL;
            long size = narrow.getInt(8) & 0xFFFFFFFFL;
            if (wide || (size == 0 && sizeBytes > 0)) {
                ByteBuffer rest = littleEndian(2 * Integer.BYTES);
                size = rest.getLong(0);
            }
            return new ZipHeader(header.name(), header.flags(), header.method(), crc, 0, size, 0);
        }
    }
}
