package dev.spartanlake.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedDocument;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Generated match documents, and the files they come in.
final class Documents {

    /// How the season of a match begins.
    private static final String SEASON = "\"SeasonId\":\"";

    private static final long CAREER_SEED = 5;
    private static final int LONG_CAREER = 8_000;

    private Documents() {}

    /// The documents of a career of two players, in an order that has nothing to do with time, so that any few of them
    /// are in many partitions.
    static List<GeneratedDocument> shuffled(long seed, int matches) {
        List<GeneratedDocument> documents = new ArrayList<>(
                StreamSupport.stream(Career.of(CareerPlan.mixed(seed, matches)).spliterator(), false)
                        .toList());
        Collections.shuffle(documents, new Random(seed));
        return documents;
    }

    /// The documents of a career of the same two players that is longer than any test takes, each made when its turn
    /// comes.
    static Career ofCareer() {
        return Career.of(CareerPlan.mixed(CAREER_SEED, LONG_CAREER));
    }

    /// The next documents of a career.
    static List<GeneratedDocument> next(Iterator<GeneratedDocument> career, int matches) {
        return Stream.generate(career::next).limit(matches).toList();
    }

    /// The players whose careers these are.
    static List<String> players() {
        return CareerPlan.mixed(0, 0).players().stream()
                .map(player -> Long.toString(player.xuid()))
                .toList();
    }

    /// The ids of matches, in order.
    static List<String> ids(List<GeneratedDocument> documents) {
        return documents.stream().map(GeneratedDocument::matchId).sorted().toList();
    }

    /// Writes documents into a file, one per line.
    static Path writeLines(List<GeneratedDocument> documents, Path file) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (GeneratedDocument document : documents) {
                document.writeTo(out);
                out.write('\n');
            }
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Writes documents into a new directory, each into a file of its own.
    static Path writeFiles(List<GeneratedDocument> documents, Path directory) {
        try {
            Files.createDirectories(directory);
            for (GeneratedDocument document : documents) {
                Files.write(directory.resolve(document.matchId() + ".json"), document.json());
            }
            return directory;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Writes later contents of the same matches: they are said to be of another season. Documents that have no season
    /// are left out.
    static Path writeCorrected(List<GeneratedDocument> documents, Path file) {
        List<String> lines = documents.stream()
                .map(document -> new String(document.json(), StandardCharsets.UTF_8))
                .filter(document -> document.contains(SEASON))
                .map(document -> document.replace(SEASON, SEASON + "Corrected/"))
                .toList();
        assertThat(lines).as("documents with a season").isNotEmpty();
        try {
            return Files.write(file, lines);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
