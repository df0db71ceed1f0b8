package dev.spartanlake.erasure;

import dev.spartanlake.storage.Directories;
import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.commit.Mirror;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Column;
import dev.spartanlake.schema.ColumnType;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.schema.Table;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.LockedFiles;
import dev.spartanlake.storage.WarehouseDirectory;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Looks for a player's identifier, in texts and wherever a warehouse keeps something.
final class PlayerTraces {

    /// A number of so many digits is nothing else; a short one may be a score.
    private static final int UNMISTAKABLE = 12;

    /// How much of a file is looked at as one text, and how much of the next is with it, for what stands across
    /// the border.
    private static final long WINDOW = 1L << 30;

    private static final long OVERLAP = 64;

    private final WarehouseDirectory directory;
    private final Mirror mirror;
    private final String digits;
    private final Pattern identifier;

    PlayerTraces(WarehouseDirectory directory, FileStore files, Xuid player) {
        this.directory = directory;
        mirror = new Mirror(directory, files);
        digits = player.text();
        String alone = digits.length() >= UNMISTAKABLE ? "(?<![0-9])" + digits + "(?![0-9])" : "\"" + digits + "\"";
        identifier = Pattern.compile("xuid\\(" + digits + "\\)|" + alone);
    }

    /// Whether a text names the player.
    boolean areIn(String text) {
        return identifier.matcher(text).find();
    }

    /// Whether the bytes of a file name the player, as they stand.
    boolean areIn(Path file) {
        try (LockedFiles.Reading reading = LockedFiles.read(file);
                Arena arena = Arena.ofConfined()) {
            FileChannel channel = reading.channel();
            MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            for (long from = 0; from < bytes.byteSize(); from += WINDOW) {
                long length = Math.min(WINDOW + OVERLAP, bytes.byteSize() - from);
                if (identifier.matcher(new Bytes(bytes.asSlice(from, length))).find()) {
                    return true;
                }
            }
            return false;
        } catch (IOException failed) {
            throw unreadable(file, failed);
        }
    }

    /// Bytes as characters, each by itself.
    private record Bytes(MemorySegment bytes) implements CharSequence {

        @Override
        public int length() {
            return Math.toIntExact(bytes.byteSize());
        }

        @Override
        public char charAt(int index) {
            return (char) Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, index));
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Bytes(bytes.asSlice(start, (long) end - start));
        }
    }

    /// The places of a warehouse that still name the player, relative to its directory.
    ///
    /// @param catalog the warehouse's catalog, with everything written to its file
    List<String> left(Catalog catalog, Engine engine) {
        List<String> places = new ArrayList<>();
        for (Table<?> table : Tables.ALL) {
            for (DataFile file : catalog.dataFiles().of(table.name())) {
                Path path = directory.resolve(file.partition().file());
                addIf(isNamedIn(table, path, engine), path, places);
                if (Mirror.holds(file.partition())) {
                    Path copy = mirror.file(file.partition());
                    addIf(Files.exists(copy) && isNamedIn(table, copy, engine), copy, places);
                }
            }
        }
        addIf(catalog.ledger().anySuperseded(this::areIn), directory.resolve(Catalog.FILE_NAME), places);
        for (Path entry : Directories.below(directory.root())) {
            // The index of the log holds numbers of pages, and SQLite's locks.
            boolean isPlain = Files.isRegularFile(entry)
                    && !entry.getFileName().toString().equals(Partition.FILE_NAME)
                    && !entry.endsWith(Catalog.FILE_NAME + "-shm");
            addIf(
                    entry.getFileName().toString().equals("player=" + digits) || (isPlain && areIn(entry)),
                    entry,
                    places);
        }
        return places;
    }

    private void addIf(boolean isNamed, Path file, List<String> places) {
        if (isNamed) {
            places.add(directory.relative(file));
        }
    }

    /// Texts in a Parquet file are compressed, so its bytes tell nothing.
    private boolean isNamedIn(Table<?> table, Path file, Engine engine) {
        String condition = table.columns().stream()
                .filter(column -> column.type() == ColumnType.STRING)
                .map(Column::name)
                .map(column -> column + " = '" + digits + "' OR starts_with(" + column + ", '" + digits
                        + "-') OR regexp_matches(" + column + ", " + Engine.literal(sqlPattern()) + ")")
                .collect(Collectors.joining(" OR "));
        long rows = engine.query(
                        "SELECT count(*) FROM " + Engine.parquet(List.of(file)) + " WHERE " + condition,
                        row -> row.getLong(1))
                .getFirst();
        return rows > 0;
    }

    /// The same for the engine, whose patterns cannot look around.
    private String sqlPattern() {
        String alone = digits.length() >= UNMISTAKABLE ? "(^|[^0-9])" + digits + "([^0-9]|$)" : "\"" + digits + "\"";
        return "xuid\\(" + digits + "\\)|" + alone;
    }

    private static WarehouseException unreadable(Path path, IOException cause) {
        return new WarehouseException(
                ErrorCode.STORAGE, Location.of(path), "cannot read " + path + ": " + cause.getMessage(), cause);
    }
}
