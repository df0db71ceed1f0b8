package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.cli.render.FilmText;
import dev.spartanlake.cli.render.ReportJson;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.film.ChunkFile;
import dev.spartanlake.film.HighlightChunk;
import dev.spartanlake.intake.IntakeReport;
import dev.spartanlake.intake.Obtained;
import dev.spartanlake.intake.ObtainedMatch;
import dev.spartanlake.match.MatchId;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `spartanlake ingest film`: brings the highlight events of a match's film in.
@Command(
        name = "film",
        description = {
            "Bring the highlight events of a match's film in.",
            "The file is the last chunk of a film as it is downloaded (of type 3). The match",
            "has to be in the warehouse. A chunk that is not as it should be is refused as a",
            "whole, and the exit code is 3. Its events replace those that were known."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  spartanlake ingest film 38_3fa85f64-5717-4562-b3fc-2c963f66afa6.gzip",
            "  spartanlake ingest film chunk26 --match 3fa85f64-5717-4562-b3fc-2c963f66afa6"
        })
final class IngestFilmCommand implements Action {

    private static final String STANDARD_INPUT = "-";
    private static final int MOST_VERSION = 32_767;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by the parser
    private IngestCommand ingest;

    @Parameters(paramLabel = "FILE", description = "The chunk of highlight events; - for standard input")
    private String file = "";

    @Option(
            names = "--match",
            paramLabel = "ID",
            description = "The match's whole id (default: the one in a file name such as VERSION_ID.gzip)")
    private @Nullable String match;

    @Option(
            names = "--film-version",
            paramLabel = "N",
            description = "FilmMajorVersion of the film's manifest (default: the one in such a name, else "
                    + HighlightChunk.LATEST_VERSION + ")")
    private @Nullable Integer version;

    @Option(names = "--format", paramLabel = "text|json", description = "The form of the report (default: text)")
    private ReportFormat format = ReportFormat.TEXT;

    @Mixin
    private Patience patience = new Patience();

    @Override
    public Outcome run(Session session) {
        if (ingest.isGiven()) {
            throw misuse("film: expected no PATH and no option of ingest before it");
        }
        Source source = source(session);
        FilmText text = new FilmText(
                source.match(), source.version(), report(session, source), source.chunk(), session.messages());
        if (text.isStored() || format == ReportFormat.JSON) {
            session.report(format, () -> text.summary() + "\n", () -> ReportJson.of(text));
        }
        text.faults().forEach(session::remark);
        if (version == null && source.isVersionAssumed()) {
            session.remark(session.messages().text("film.assumed", source.name(), source.version()));
        }
        return switch (text.application()) {
            case STORED, UNCHANGED -> Outcome.DONE;
            case REFUSED -> Outcome.SOME_REFUSED;
            case NOT_STORED -> Outcome.NOTHING_FOUND;
        };
    }

    private IntakeReport report(Session session, Source source) {
        Obtained obtained = new Obtained();
        obtained.add(ObtainedMatch.of(source.match(), source.name())
                .withFilm(source.chunk().bytes(), source.version()));
        try (Warehouse warehouse = session.warehouse("ingest film", patience.duration())) {
            return warehouse.take(obtained);
        }
    }

    private Source source(Session session) {
        int given = version == null ? HighlightChunk.LATEST_VERSION : within(version);
        if (file.equals(STANDARD_INPUT)) {
            return new Source(STANDARD_INPUT, match(null), given, version == null, piped(session));
        }
        ChunkFile chunk = new ChunkFile(path());
        boolean isNamed = chunk.majorVersion().isPresent();
        return new Source(
                file,
                match(chunk.match().orElse(null)),
                version == null ? chunk.majorVersion().orElse(given) : given,
                version == null && !isNamed,
                new FilmText.Chunk(chunk.read()));
    }

    private static FilmText.Chunk piped(Session session) {
        try {
            return new FilmText.Chunk(ChunkFile.read(session.in()));
        } catch (IOException failed) {
            throw new WarehouseException(
                    ErrorCode.SOURCE_UNREADABLE,
                    Location.nowhere(),
                    "standard input cannot be read: " + failed.getMessage() + "; nothing was stored",
                    failed);
        }
    }

    private Path path() {
        return ArgumentText.path(file);
    }

    private int within(int number) {
        if (number < 1 || number > MOST_VERSION) {
            throw misuse("--film-version: expected 1 to " + MOST_VERSION + ", found " + number);
        }
        return number;
    }

    private MatchId match(@Nullable MatchId named) {
        if (match == null) {
            if (named == null) {
                throw misuse("--match: expected the match's id, as the file's name does not say it");
            }
            return named;
        }
        try {
            return new MatchId(match);
        } catch (IllegalArgumentException none) {
            throw misuse("--match: expected a match's whole id, found '" + match + "'");
        }
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /// What was named.
    ///
    /// @param name the file, as it was named
    /// @param isVersionAssumed whether nothing said the version
    private record Source(String name, MatchId match, int version, boolean isVersionAssumed, FilmText.Chunk chunk) {}
}
