package dev.spartanlake;

import dev.spartanlake.reference.Language;
import dev.spartanlake.reference.ReferenceData;
import dev.spartanlake.reference.ReferenceReader;
import dev.spartanlake.validation.Rejection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the reference files of one import, before any lock is taken.
final class ReferenceImport {

    private ReferenceImport() {}

    static List<ReferenceData> read(ReferenceFiles files) {
        List<ReferenceData> read = new ArrayList<>();
        read(read, files.playlists(), ReferenceReader::playlists);
        read(read, files.medalsEn(), file -> ReferenceReader.medalNames(file, Language.EN));
        read(read, files.medalsFr(), file -> ReferenceReader.medalNames(file, Language.FR));
        read(read, files.medalMetadata(), ReferenceReader::medalMetadata);
        return read;
    }

    private static void read(List<ReferenceData> read, @Nullable Path file, Function<Path, ReferenceData> reader) {
        if (file != null) {
            read.add(reader.apply(file));
        }
    }

    static ReferenceReport report(List<ReferenceData> read) {
        List<Rejection> rejections =
                read.stream().flatMap(data -> data.rejections().stream()).toList();
        return new ReferenceReport(
                read.stream().mapToInt(data -> data.playlists().size()).sum(),
                read.stream().mapToInt(data -> data.modes().size()).sum(),
                read.stream().mapToInt(data -> data.categories().size()).sum(),
                read.stream().mapToInt(data -> data.medalNames().size()).sum(),
                read.stream().mapToInt(data -> data.medalDefinitions().size()).sum(),
                rejections);
    }
}
