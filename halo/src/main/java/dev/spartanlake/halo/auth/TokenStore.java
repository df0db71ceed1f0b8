package dev.spartanlake.halo.auth;

import dev.spartanlake.halo.error.LocalFileFailed;
import dev.spartanlake.halo.file.StagedFiles;
import dev.spartanlake.halo.json.UnexpectedJson;
import dev.spartanlake.halo.reply.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// The file of tokens, which only its owner may read. It is replaced as a whole and forced to the
/// disk, so that it holds the old tokens or the new ones, and the new ones once [#save] has
/// returned. What a process that was killed while it saved has left beside it is deleted by the
/// next one that saves or deletes. Whoever changes it holds a lock on an empty file beside it.
///
/// A file that others may read is put right when it is read; [#wasExposed] then says so.
public final class TokenStore {

    /// A process that still lives has moved its file long before.
    private static final Duration LONGEST_SAVE = Duration.ofMinutes(1);

    private final Path file;
    private final Path directory;
    private volatile boolean wasExposed;

    private TokenStore(Path file, Path directory) {
        this.file = file;
        this.directory = directory;
    }

    /// The store in a file, which need not exist.
    ///
    /// @throws IllegalArgumentException if it is the root of the file system
    public static TokenStore at(Path file) {
        Path absolute = file.toAbsolutePath();
        Path directory = absolute.getParent();
        if (directory == null) {
            throw new IllegalArgumentException("file of tokens: expected a file, found " + file);
        }
        return new TokenStore(absolute, directory);
    }

    /// Where it is.
    public Path file() {
        return file;
    }

    /// Whether others could read the file until [#load] put it right. Whoever else uses the machine
    /// may have the tokens then, until their owner signs in again.
    public boolean wasExposed() {
        return wasExposed;
    }

    /// The tokens in the file.
    ///
    /// @return empty when there is no file, because nobody signed in
    /// @throws LocalFileFailed if there is one that cannot be read, or is not one of tokens
    public Optional<StoredTokens> load() {
        try {
            if (OwnerOnly.tighten(file)) {
                wasExposed = true;
            }
            return Optional.of(TokenFile.read(Bytes.of(Files.readAllBytes(file))));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (UnexpectedJson broken) {
            throw new LocalFileFailed(
                    file,
                    "the file of tokens is not what it should be: " + broken.getMessage()
                            + "; delete it and sign in again",
                    null);
        } catch (IOException failed) {
            throw new LocalFileFailed(file, "the file of tokens cannot be read", failed);
        }
    }

    /// Puts tokens into the file, in the place of those there.
    ///
    /// @throws LocalFileFailed if the disk refuses; the file is as it was
    public void save(StoredTokens tokens) {
        try {
            OwnerOnly.createDirectories(directory);
            try (TokenLock _ = TokenLock.take(file)) {
                put(tokens);
            }
        } catch (IOException failed) {
            throw unwritten(failed);
        }
    }

    /// Puts tokens into the file, unless somebody took away or replaced those that were there: what
    /// was bought with them must not undo that.
    ///
    /// @param before what [#load] gave
    /// @return whether `before` was still there, so that the tokens are now
    /// @throws LocalFileFailed if the disk refuses, or the file is not one of tokens any more; it is
    ///     as it was
    public boolean replace(StoredTokens before, StoredTokens tokens) {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (TokenLock _ = TokenLock.take(file)) {
            boolean unchanged = load().equals(Optional.of(before));
            if (unchanged) {
                put(tokens);
            }
            return unchanged;
        } catch (IOException failed) {
            throw unwritten(failed);
        }
    }

    private void put(StoredTokens tokens) throws IOException {
        StagedFiles.delete(directory, OwnerOnly.STAGED, Instant.now().minus(LONGEST_SAVE));
        Path staged = OwnerOnly.createFile(directory);
        try {
            write(staged, TokenFile.write(tokens));
            Files.move(staged, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(staged);
        }
        force(directory);
    }

    private LocalFileFailed unwritten(IOException failed) {
        return new LocalFileFailed(
                file, "the tokens cannot be written; without them you have to sign in again", failed);
    }

    /// Takes the tokens away, also those that a killed process has left. Nothing happens when there
    /// are none. Who is about to [#replace] them does not any more.
    ///
    /// @throws LocalFileFailed if the disk refuses
    public void delete() {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (TokenLock _ = TokenLock.take(file)) {
            Files.deleteIfExists(file);
            StagedFiles.delete(directory, OwnerOnly.STAGED, Instant.MAX);
        } catch (IOException failed) {
            throw new LocalFileFailed(file, "the file of tokens cannot be deleted", failed);
        }
    }

    private static void write(Path staged, Bytes json) throws IOException {
        try (FileChannel channel = FileChannel.open(staged, Set.of(StandardOpenOption.WRITE))) {
            ByteBuffer buffer = ByteBuffer.wrap(json.toArray());
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static void force(Path directory) throws IOException {
        // Windows opens no directories; there the new name lasts without.
        if (OwnerOnly.isPosix(directory)) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /// Where it is, and nothing of what is in it.
    @Override
    public String toString() {
        return "the tokens in " + file;
    }
}
