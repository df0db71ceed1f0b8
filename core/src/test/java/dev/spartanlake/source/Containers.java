package dev.spartanlake.source;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Packs bytes with other people's packers.
final class Containers {

    private Containers() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] bytes) {
        try (ByteArrayOutputStream packed = new ByteArrayOutputStream()) {
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(bytes);
            }
            return packed.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzip(String text) {
        return gzip(utf8(text));
    }

    static byte[] zstd(byte[] bytes) {
        return Zstd.compress(bytes);
    }

    static byte[] zstd(String text) {
        return zstd(utf8(text));
    }

    /// An archive of deflated entries whose sizes follow their data, as the JDK writes them.
    static byte[] zip(Map<String, byte[]> entries) {
        try (ByteArrayOutputStream packed = new ByteArrayOutputStream()) {
            try (ZipOutputStream zip = new ZipOutputStream(packed)) {
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue());
                }
            }
            return packed.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An archive of uncompressed entries whose sizes stand in front of their data.
    static byte[] storedZip(Map<String, byte[]> entries) {
        try (ByteArrayOutputStream packed = new ByteArrayOutputStream()) {
            try (ZipOutputStream zip = new ZipOutputStream(packed)) {
                zip.setMethod(ZipOutputStream.STORED);
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    CRC32 sum = new CRC32();
                    sum.update(entry.getValue());
                    ZipEntry header = new ZipEntry(entry.getKey());
                    header.setSize(entry.getValue().length);
                    header.setCrc(sum.getValue());
                    zip.putNextEntry(header);
                    zip.write(entry.getValue());
                }
            }
            return packed.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    /// Where a sequence of bytes begins in an array for the n-th time, counted from 0.
    static int indexOf(byte[] bytes, byte[] sought, int occurrence) {
        int seen = 0;
        for (int i = 0; i + sought.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + sought.length, sought, 0, sought.length) && seen++ == occurrence) {
                return i;
            }
        }
        throw new AssertionError("no such bytes");
    }
}
