package dev.spartanlake.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes archives that no decent packer would write.
final class HandmadeZip {

    private static final int DEFLATED = 8;
    private static final int ENCRYPTED = 1;
    private static final int SIZES_FOLLOW = 8;

    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final List<Header> headers = new ArrayList<>();

    private record Header(String name, int flags, int method, int crc, int compressed, int size, int offset) {

        Header withCrc(int other) {
            return new Header(name, flags, method, other, compressed, size, offset);
        }

        Header withSize(int other) {
            return new Header(name, flags, method, crc, compressed, other, offset);
        }
    }

    /// Adds a decent entry whose sizes stand in front of its data.
    HandmadeZip entry(String name, byte[] content) {
        return add(name, content, 0, DEFLATED);
    }

    /// Adds an entry that says it is encrypted.
    HandmadeZip encrypted(String name, byte[] content) {
        return add(name, content, ENCRYPTED, DEFLATED);
    }

    /// Adds an entry of a compression method of one's choice; the data is deflated all the same.
    HandmadeZip method(String name, byte[] content, int method) {
        return add(name, content, 0, method);
    }

    /// Adds an entry whose sizes stand behind its data and have 64 bits, without a signature.
    HandmadeZip streamed(String name, byte[] content) {
        Header header = local(name, content, SIZES_FOLLOW, DEFLATED);
        data.writeBytes(deflate(content));
        ByteBuffer descriptor = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        data.writeBytes(descriptor
                .putInt(header.crc)
                .putLong(header.compressed)
                .putLong(header.size)
                .array());
        return this;
    }

    /// Lists the first entry once more, under another name.
    HandmadeZip again(String name) {
        Header first = headers.getFirst();
        headers.add(new Header(name, first.flags, first.method, first.crc, first.compressed, first.size, first.offset));
        return this;
    }

    /// Spoils the checksum of the last entry in the central directory.
    HandmadeZip withWrongChecksum() {
        headers.addLast(headers.removeLast().withCrc(0x12345678));
        return this;
    }

    /// Spoils the size of the last entry in the central directory.
    HandmadeZip withSize(int size) {
        headers.addLast(headers.removeLast().withSize(size));
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        archive.writeBytes(data.toByteArray());
        headers.forEach(header -> archive.writeBytes(central(header)));
        ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(0x06054B50).putInt(0).putShort((short) headers.size()).putShort((short) headers.size());
        end.putInt(archive.size() - data.size()).putInt(data.size());
        archive.writeBytes(end.array());
        return archive.toByteArray();
    }

    private HandmadeZip add(String name, byte[] content, int flags, int method) {
        local(name, content, flags, method);
        data.writeBytes(deflate(content));
        return this;
    }

    private Header local(String name, byte[] content, int flags, int method) {
        CRC32 sum = new CRC32();
        sum.update(content);
        int compressed = deflate(content).length;
        Header header = new Header(name, flags, method, (int) sum.getValue(), compressed, content.length, data.size());
        headers.add(header);
        boolean follow = (flags & SIZES_FOLLOW) != 0;
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer fixed = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
        fixed.putInt(0x04034B50).putShort((short) 20).putShort((short) flags).putShort((short) method);
        fixed.putInt(0).putInt(follow ? 0 : header.crc);
        fixed.putInt(follow ? 0 : compressed).putInt(follow ? 0 : content.length);
        fixed.putShort((short) nameBytes.length).putShort((short) 0);
        data.writeBytes(fixed.array());
        data.writeBytes(nameBytes);
        return header;
    }

    private static byte[] central(Header header) {
        byte[] nameBytes = header.name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer fixed = ByteBuffer.allocate(46 + nameBytes.length).order(ByteOrder.LITTLE_ENDIAN);
        fixed.putInt(0x02014B50).putShort((short) 20).putShort((short) 20);
        fixed.putShort((short) header.flags).putShort((short) header.method).putInt(0);
        fixed.putInt(header.crc).putInt(header.compressed).putInt(header.size);
        fixed.putShort((short) nameBytes.length).putInt(0).putShort((short) 0).putShort((short) 0);
        return fixed.putInt(0).putInt(header.offset).put(nameBytes).array();
    }

    private static byte[] deflate(byte[] content) {
        try (Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            deflater.setInput(content);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        }
    }
}
