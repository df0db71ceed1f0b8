package dev.spartanlake.e2e;

import dev.spartanlake.generator.GeneratedDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A warehouse's history as a list of commands, each of which makes one commit.
///
/// @param steps the commands in their order
/// @param atOnce commands that lead to the same warehouse with one ingest
record Script(List<Step> steps, List<List<String>> atOnce) {

    private static final int BATCHES = 3;
    private static final int BATCH = 25;
    private static final int CORRECTED = 10;
    private static final String FRIEND = "2533274900000005";
    private static final String PLAYLISTS = """
            {"playlists": [{"uuid": "1b1691dc-d8b9-4b1f-825d-cb1c065184c1", "en": "Quick Play", "fr": "Partie rapide"}],
             "modes": [{"en": "Arena:Slayer on Nowhere", "fr": "Arène : Assassin", "category": "Arena"}],
             "categories": {"Arena": "Assassin"}}
            """;
    private static final String MEDALS = "{\"4294967295\": \"The last of all medals\"}";

    /// Copies the lists.
    Script {
        steps = List.copyOf(steps);
        atOnce = List.copyOf(atOnce);
    }

    /// Writes the files and makes up the commands: several ingests of few documents each, of all months; among them
    /// everything else that writes.
    ///
    /// @param inputs an existing directory for the files
    static Script write(Path inputs, long seed) {
        List<GeneratedDocument> documents = Documents.shuffled(seed, BATCHES * BATCH);
        List<GeneratedDocument> first = documents.subList(0, BATCH);
        List<GeneratedDocument> second = documents.subList(BATCH, 2 * BATCH);
        List<GeneratedDocument> third = documents.subList(2 * BATCH, BATCHES * BATCH);
        String lines = lines(first, inputs.resolve("1.ndjson"));
        String files = Documents.writeFiles(second, inputs.resolve("2")).toString();
        String corrected = Documents.writeCorrected(documents.subList(0, CORRECTED), inputs.resolve("corrected.ndjson"))
                .toString();
        String half = lines(third.subList(0, BATCH / 2), inputs.resolve("3.ndjson"));
        String rest = Documents.writeFiles(third.subList(BATCH / 2, BATCH), inputs.resolve("3"))
                .toString();
        String playlists = write(inputs.resolve("playlists.json"), PLAYLISTS);
        String medals = write(inputs.resolve("medals.json"), MEDALS);
        String one = Documents.players().getFirst();
        String other = Documents.players().getLast();

        List<String> reference = List.of("reference", "import", "--playlists", playlists, "--medals-en", medals);
        List<String> friend = List.of("friend", "add", one, FRIEND, "--gamertag", "Somebody", "--nickname", "Meri");
        List<Step> steps = List.of(
                // Names that come with the library are a commit of their own.
                new Step(List.of("ingest", lines(List.of(), inputs.resolve("empty.ndjson"))), List.of()),
                new Step(reference, List.of()),
                new Step(List.of("ingest", lines, "--player", one), Documents.ids(first)),
                new Step(List.of("player", "set", other, "--track"), List.of()),
                new Step(List.of("ingest", files), Documents.ids(second)),
                new Step(friend, List.of()),
                new Step(List.of("ingest", corrected), List.of()),
                new Step(List.of("ingest", half, rest), Documents.ids(third)));
        List<String> ingest =
                List.of("ingest", lines, files, half, rest, corrected, "--player", one, "--player", other);
        return new Script(steps, List.of(reference, ingest, friend));
    }

    private static String lines(List<GeneratedDocument> documents, Path file) {
        return Documents.writeLines(documents, file).toString();
    }

    private static String write(Path file, String text) {
        try {
            return Files.writeString(file, text).toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// A command that makes one commit.
    ///
    /// @param arguments the command
    /// @param matches the matches it brings in
    record Step(List<String> arguments, List<String> matches) {

        /// The name of the command, without that of the sub-command.
        String command() {
            return arguments.getFirst();
        }

        /// Whether it puts files together before its commit.
        boolean hasFiles() {
            return command().equals("player") || (command().equals("ingest") && !matches.isEmpty());
        }
    }
}
