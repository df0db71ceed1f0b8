package dev.spartanlake.source;

import dev.spartanlake.source.archive.ZipEntries;
import dev.spartanlake.source.archive.ZipHeader;
import dev.spartanlake.source.listing.FileNames;
import dev.spartanlake.source.listing.Format;
import dev.spartanlake.source.packing.BrokenInput;
import dev.spartanlake.source.packing.Expansion;
import dev.spartanlake.source.packing.Packing;
import dev.spartanlake.source.packing.PeekStream;
import dev.spartanlake.validation.Violation;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The documents in an archive, entry by entry. What is wrong with one entry does not concern the others, as
/// long as they can be found.
final class ZipCursor implements ItemCursor {

    private final Place archive;
    private final ZipEntries entries;
    private final Expansion expansion;
    private final TextOpener texts;
    private final Reading reading;
    private @Nullable ItemCursor text;
    private int seen;
    private boolean ended;

    /// @param entries the entries; owned and closed
    /// @param expansion what they are expanded under, as the archive as a whole is
    ZipCursor(Place archive, ZipEntries entries, Expansion expansion, Reading reading) {
        this.archive = archive;
        this.entries = entries;
        this.expansion = expansion;
        this.texts = new TextOpener(reading);
        this.reading = reading;
    }

    @Override
    public @Nullable SourceItem next() {
        while (true) {
            SourceItem item = text == null ? null : text.next();
            if (item != null || (ended && text == null)) {
                return item;
            }
            try {
                item = advance();
            } catch (IOException e) {
                ended = true;
                item = archive.refused(e, Excerpt.nothing());
            }
            if (item != null) {
                return item;
            }
        }
    }

    /// Moves to the next entry; the item that stands for it where it is not opened, else `null`.
    private @Nullable SourceItem advance() throws IOException {
        closeText();
        if (expansion.exhausted()) {
            throw expansion.tooMuch();
        }
        ZipHeader header = entries.next();
        if (header == null) {
            ended = true;
            return null;
        }
        if (++seen > reading.limits().archiveEntries()) {
            throw new BrokenInput("an archive of at most " + reading.limits().archiveEntries() + " entries", "more");
        }
        return header.folder() ? null : enter(header);
    }

    private @Nullable SourceItem enter(ZipHeader header) {
        Place place = archive.entry(header.name());
        if (header.escapes()) {
            return refused(place, "an entry with a path inside the archive", "one that leads out of it");
        }
        if (FileNames.hiddenAnywhere(header.name())) {
            return null;
        }
        Format format = Format.ofName(header.name());
        if (format == null) {
            reading.progress().skip();
            return null;
        }
        if (format.packing() == Packing.ZIP) {
            return refused(place, "documents in an archive", "an archive in an archive");
        }
        if (header.encrypted()) {
            return refused(place, "an entry that can be read without a password", "an encrypted one");
        }
        try {
            text = texts.open(place, new PeekStream(entries.content()), format, expansion);
            return null;
        } catch (IOException e) {
            return place.refused(e, Excerpt.nothing());
        }
    }

    private static SourceItem refused(Place place, String rule, String found) {
        return place.refused(new Violation("", rule, found), Excerpt.nothing());
    }

    private void closeText() throws IOException {
        if (text != null) {
            text.close();
            text = null;
        }
    }

    @Override
    public void close() throws IOException {
        try (entries) {
            closeText();
        }
    }
}
