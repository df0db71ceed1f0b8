package dev.spartanlake.reference;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file that should hold reference data, and the words for what is wrong with it as a whole.
///
/// @param path where it is
/// @param shape what it should hold, in words that fit after "expected"
record ReferenceFile(Path path, String shape) {

    /// The largest known file has 0.35 MB, so anything beyond this is something else.
    private static final int LARGEST_BYTES = 16 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /// What rejections call the file.
    String source() {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    /// The whole text.
    ///
    /// @throws WarehouseException if the file cannot be read, is too large or is not UTF-8
    String text() {
        return decoded(bytes());
    }

    /// The text that these bytes of the file stand for.
    ///
    /// @throws WarehouseException if they are not UTF-8
    String decoded(byte[] bytes) {
        if (startsLikeUtf16(bytes)) {
            throw malformed("UTF-16 text; save it as UTF-8");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
            return marked ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw malformed("bytes that are not UTF-8 text; save it as UTF-8", e);
        }
    }

    /// The file as a whole is not what it should be.
    ///
    /// @param found what it holds instead
    WarehouseException malformed(String found) {
        return malformed(found, null);
    }

    /// The file as a whole is not what it should be.
    ///
    /// @param found what it holds instead
    /// @param cause how that came to light; absent because the content alone shows it
    WarehouseException malformed(String found, @Nullable Exception cause) {
        String message = "reference file '" + path + "': expected " + shape + ", found " + found
                + " (nothing was taken from it; check that it is the file you meant)";
        return new WarehouseException(ErrorCode.REFERENCE_MALFORMED, Location.of(path), message, cause);
    }

    private byte[] bytes() {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
            if (bytes.length > LARGEST_BYTES) {
                throw malformed("more than " + (LARGEST_BYTES >> 20) + " MB");
            }
            return bytes;
        } catch (IOException e) {
            String message = "reference file '" + path + "' cannot be read: " + reason(e)
                    + "; name an existing file that you may read";
            throw new WarehouseException(ErrorCode.SOURCE_UNREADABLE, Location.of(path), message, e);
        }
    }

    private String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (Files.isDirectory(path)) {
            return "it is a directory";
        }
        return e instanceof AccessDeniedException ? "access is denied" : String.valueOf(e.getMessage());
    }

    /// Whether there is a mark of UTF-16, or the zero half of a first character, which is always ASCII in JSON.
    private static boolean startsLikeUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int start = ByteBuffer.wrap(bytes).getChar();
        return start == 0xFEFF || start == 0xFFFE || bytes[0] == 0 || bytes[1] == 0;
    }
}
