package dev.spartanlake.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DirectoryTest {

    @TempDir
    Path directory;

    @Test
    void readsEverythingBelowInCodePointOrderOfTheRelativePath() throws IOException {
        for (String name : List.of("b.json", "Z.json", "a/z.json", "a-b.json", "a.json", "a/b/c.json", "ä.json")) {
            write(name);
        }
        write("\uFF5E.json");
        write("\uD83D\uDE00.json");

        assertThat(relativeNames(Pulled.from(directory)))
                .containsExactly(
                        "Z.json",
                        "a-b.json",
                        "a.json",
                        "a/b/c.json",
                        "a/z.json",
                        "b.json",
                        "ä.json",
                        "\uFF5E.json",
                        "\uD83D\uDE00.json");
    }

    @Test
    void namesDocumentsAsTheUserNamesTheDirectory() throws IOException {
        write("a/b.ndjson");

        List<String> arguments = List.of(directory + "/");
        Pulled pulled = Pulled.from(SourceLimits.defaults(), InputStream.nullInputStream(), arguments);

        assertThat(pulled.names()).containsExactly(Pulled.nameOf(directory) + "/a/b.ndjson:1");
        assertThat(pulled.documents().getFirst().file())
                .isEqualTo(directory.toRealPath().resolve("a").resolve("b.ndjson"));
    }

    @Test
    void countsFilesWithOtherExtensionsAndIgnoresHiddenOnes() throws IOException {
        for (String name : List.of(
                "a.json",
                "readme.txt",
                "b.tar.gz",
                "c.gz",
                "noextension",
                "._a.json",
                ".DS_Store",
                ".git/d.json",
                "__MACOSX/e.json",
                "f/__MACOSX/._g.json")) {
            write(name);
        }

        Pulled pulled = Pulled.from(directory);

        assertThat(relativeNames(pulled)).containsExactly("a.json");
        assertThat(pulled.skippedFiles()).isEqualTo(4);
    }

    @Test
    void readsAHiddenFileOrDirectoryThatIsNamed() throws IOException {
        write(".hidden/a.json");
        write(".b.json");

        assertThat(Pulled.from(directory.resolve(".hidden"), directory.resolve(".b.json"))
                        .documents())
                .hasSize(2);
    }

    @Test
    void endsWhereLinksFormLoops() throws IOException {
        write("a/b/c.json");
        link("a/b/up", directory);
        link("a/b/self", directory.resolve("a").resolve("b").resolve("self"));
        link("a/over", directory.resolve("z"));
        link("z/back", directory.resolve("a"));
        write("z/d.json");

        Pulled pulled = Pulled.from(directory);

        assertThat(relativeNames(pulled)).containsExactly("a/b/c.json", "z/d.json");
    }

    @Test
    void followsLinksOutOfTheDirectoryButOnlyOnce() throws IOException {
        write("outside/x/e.json");
        write("outside/f.json");
        write("in/a.json");
        link("in/second", directory.resolve("outside"));
        link("in/first", directory.resolve("outside"));
        link("in/linked.json", directory.resolve("outside").resolve("f.json"));

        assertThat(relativeNames(Pulled.from(directory.resolve("in"))))
                .containsExactly("in/a.json", "in/first/f.json", "in/first/x/e.json", "in/linked.json");
    }

    @Test
    void refusesDanglingLinksAndVanishedFilesAndGoesOn() throws IOException {
        write("a.json");
        write("b.json");
        write("c.json");
        link("d.json", directory.resolve("nothing"));
        link("other", directory.resolve("nothing"));

        List<String> arguments = List.of(directory.toString());
        try (DocumentSource source =
                DocumentSource.open(arguments, InputStream.nullInputStream(), SourceLimits.defaults())) {
            Files.delete(directory.resolve("b.json"));

            assertThat(source.next()).isInstanceOf(SourceItem.Document.class);
            assertThat(source.next()).isInstanceOfSatisfying(SourceItem.Refused.class, refused -> {
                assertThat(refused.rejection().sentence())
                        .endsWith("/b.json: expected a file that can be read, found none: it was removed, or is a"
                                + " dangling link");
                assertThat(refused.excerpt().bytes()).isEmpty();
                assertThat(refused.whole()).isNull();
            });
            assertThat(source.next()).isInstanceOf(SourceItem.Document.class);
            assertThat(source.next())
                    .isInstanceOfSatisfying(
                            SourceItem.Refused.class,
                            refused -> assertThat(refused.rejection().source()).endsWith("/d.json"));
            assertThat(source.next()).isNull();
            assertThat(source.skippedFiles()).isEqualTo(1);
        }
    }

    @Test
    void refusesWhatItMayNotReadAndGoesOn() throws IOException {
        assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"), "needs permissions");
        write("a.json");
        write("locked/b.json");
        write("z.json");
        Path locked = directory.resolve("locked");
        Path file = directory.resolve("a.json");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(file), "permissions do not bind the super-user");

        Pulled pulled = Pulled.from(directory);
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));

        assertThat(relativeNames(pulled)).containsExactly("z.json");
        assertThat(pulled.refusals())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .endsWith("/a.json: expected a file that can be read, found one without permission to"
                                        + " read it"),
                        second -> assertThat(second)
                                .endsWith("/locked: expected a directory that can be listed, found no access to it"));
    }

    @Test
    void refusesAPipeInADirectoryInsteadOfWaitingForIt() throws IOException, InterruptedException {
        Path pipe = directory.resolve("a.json");
        assumeTrue(makePipe(pipe), "needs mkfifo");
        write("b.json");

        Pulled pulled = Pulled.from(directory);

        assertThat(pulled.refusals())
                .singleElement()
                .asString()
                .endsWith("/a.json: expected a regular file, found a pipe or device");
        assertThat(relativeNames(pulled)).containsExactly("b.json");
    }

    @Test
    void seesTheDirectoryAsItWasWhenOpened() throws IOException {
        write("a.json");

        List<String> arguments = List.of(directory.toString());
        try (DocumentSource source =
                DocumentSource.open(arguments, InputStream.nullInputStream(), SourceLimits.defaults())) {
            write("b.json");

            assertThat(source.next()).isInstanceOf(SourceItem.Document.class);
            assertThat(source.next()).isNull();
        }
    }

    private static boolean makePipe(Path path) throws InterruptedException {
        try {
            return new ProcessBuilder("mkfifo", path.toString()).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void write(String relative) throws IOException {
        Path file = directory.resolve(relative);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{}");
    }

    private void link(String relative, Path target) throws IOException {
        Path link = directory.resolve(relative);
        Files.createDirectories(link.getParent());
        try {
            Files.createSymbolicLink(link, target);
        } catch (FileSystemException | UnsupportedOperationException e) {
            assumeTrue(false, "needs symbolic links: " + e.getMessage());
        }
    }

    private List<String> relativeNames(Pulled pulled) {
        String prefix = Pulled.nameOf(directory) + "/";
        return pulled.names().stream().map(name -> name.replace(prefix, "")).toList();
    }
}
