package dev.spartanlake.source;

import dev.spartanlake.source.listing.FileNames;
import dev.spartanlake.source.packing.BrokenInput;
import dev.spartanlake.validation.Rejection;
import dev.spartanlake.validation.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where in the input the reading stands.
///
/// @param name the place for people
/// @param file the file on disk that is being read; `null` because it is standard input
/// @param whole the same file where the place is the whole of it; `null` because it is a line or an entry
record Place(String name, @Nullable Path file, @Nullable Path whole) {

    Place {
        name = FileNames.printable(name);
    }

    static Place of(String name, @Nullable Path file) {
        return new Place(name, file, file);
    }

    /// A line of this text, counted from 1.
    Place line(long number) {
        return new Place(name + ":" + number, file, null);
    }

    /// An entry of this archive.
    Place entry(String entryName) {
        return new Place(name + "!" + entryName, file, null);
    }

    /// The rest of this text from a line on.
    Place rest(long line) {
        return new Place(name + ":" + line, file, whole);
    }

    SourceItem document(byte[] bytes) {
        return new SourceItem.Document(new SourceDocument(name, bytes, file));
    }

    SourceItem refused(Violation violation, Excerpt excerpt) {
        return new SourceItem.Refused(new Rejection(name, violation), excerpt, file, whole);
    }

    /// Refuses what could not be read to its end.
    ///
    /// @throws UncheckedIOException if the reading thread was interrupted, which says nothing about the input
    SourceItem refused(IOException failure, Excerpt excerpt) {
        if (failure instanceof ClosedByInterruptException) {
            throw new UncheckedIOException(failure);
        }
        return refused(BrokenInput.violation(failure), excerpt);
    }

    /// Refuses a file that cannot even be opened, so that there is nothing to keep of it.
    SourceItem unreadable(Violation violation) {
        return new SourceItem.Refused(new Rejection(name, violation), Excerpt.nothing(), file, null);
    }
}
