package dev.spartanlake.source;

import dev.spartanlake.source.archive.ZipDirectory;
import dev.spartanlake.source.archive.ZipEntries;
import dev.spartanlake.source.archive.ZipScan;
import dev.spartanlake.source.listing.Format;
import dev.spartanlake.source.listing.FoundFile;
import dev.spartanlake.source.packing.BrokenInput;
import dev.spartanlake.source.packing.Expansion;
import dev.spartanlake.source.packing.Packing;
import dev.spartanlake.source.packing.PeekStream;
import dev.spartanlake.source.text.Shape;
import dev.spartanlake.source.text.ShapeSniffer;
import dev.spartanlake.validation.Violation;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// Opens a file in whatever way its content asks for. What cannot be opened is refused, not thrown.
///
/// @param standardInput what `-` stands for; never closed
/// @param reading what all files share
record FileOpener(InputStream standardInput, Reading reading) {

    private static final Format LINES = new Format(Packing.NONE, Shape.LINES);

    ItemCursor open(FoundFile file) {
        Place place = Place.of(file.name(), file.path());
        try {
            return file.path() == null ? openPipe(place, unclosable()) : open(place, file.path(), file);
        } catch (IOException e) {
            return new OneItem(place.unreadable(BrokenInput.violation(e)));
        }
    }

    private ItemCursor open(Place place, Path path, FoundFile file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (attributes.isDirectory()) {
            return new OneItem(
                    place.unreadable(new Violation("", "a directory that can be listed", "no access to it")));
        }
        if (!attributes.isRegularFile()) {
            return openSpecial(place, path, file);
        }
        if (file.format().packing() == Packing.ZIP) {
            return openArchive(place, path);
        }
        PeekStream raw = counted(Files.newInputStream(path));
        boolean plain = file.format().packing() == Packing.NONE && file.format().shape() == Shape.DOCUMENT;
        if (plain && attributes.size() > reading.limits().documentBytes()) {
            return ShapeSniffer.startsWithALine(raw)
                    ? openText(place, raw, LINES)
                    : oversized(place, raw, attributes.size());
        }
        if (file.format().packing() == null && Packing.of(raw) == Packing.ZIP) {
            raw.close();
            return openArchive(place, path);
        }
        return openText(place, raw, file.format());
    }

    /// Pipes and devices are read where the user names them; among the files of a directory they could block for
    /// ever.
    private ItemCursor openSpecial(Place place, Path path, FoundFile file) throws IOException {
        if (file.sizeBytes() != FoundFile.UNKNOWN_SIZE) {
            return new OneItem(place.unreadable(new Violation("", "a regular file", "a pipe or device")));
        }
        return openPipe(place, Files.newInputStream(path));
    }

    private ItemCursor openPipe(Place place, InputStream in) {
        PeekStream raw = counted(in);
        return Packing.of(raw) == Packing.ZIP ? scan(place, raw) : openText(place, raw, Format.SNIFFED);
    }

    private ItemCursor openText(Place place, PeekStream raw, Format format) {
        return new TextOpener(reading).open(place, raw, format, reading.expansion());
    }

    private ItemCursor openArchive(Place place, Path path) throws IOException {
        Expansion expansion = reading.expansion();
        ZipEntries directory = ZipDirectory.open(path, expansion, reading.progress()::counting);
        return directory == null
                ? scan(place, counted(Files.newInputStream(path)))
                : new ZipCursor(place, directory, expansion, reading);
    }

    private ItemCursor scan(Place place, PeekStream raw) {
        Expansion expansion = reading.expansion();
        return new ZipCursor(place, new ZipScan(raw, expansion), expansion, reading);
    }

    private ItemCursor oversized(Place place, PeekStream raw, long sizeBytes) {
        try {
            byte[] beginning = raw.readNBytes(Excerpt.CUT_BYTES);
            String rule = "a document of at most " + reading.limits().documentBytes() + " bytes";
            Violation violation = new Violation("", rule, sizeBytes + " bytes");
            return new OneItem(place.refused(violation, Excerpt.beginning(beginning)), raw);
        } catch (IOException e) {
            return OneItem.refused(place, e, raw);
        }
    }

    private PeekStream counted(InputStream in) {
        return new PeekStream(reading.progress().counting(in));
    }

    private InputStream unclosable() {
        return new FilterInputStream(standardInput) {
            @Override
            public void close() {
                // Belongs to whoever passed it in.
            }
        };
    }
}
