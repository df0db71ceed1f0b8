package dev.spartanlake.bench.career;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A directory of files and directories that are made when they are first asked for, and found by later runs.
///
/// @param directory need not exist yet
record Kept(Path directory) {

    /// Makes a file or directory that does not exist.
    interface Making {

        void into(Path target) throws IOException;
    }

    /// What has a name. What is half made has another name, so that a run that was stopped leaves nothing to be taken
    /// for whole.
    Path made(String name, Making making) throws IOException {
        Path made = directory.resolve(name);
        if (!Files.exists(made)) {
            Files.createDirectories(directory);
            Path unfinished = directory.resolve("unfinished-" + name);
            Scratch.delete(unfinished);
            making.into(unfinished);
            Files.move(unfinished, made);
        }
        return made;
    }

    /// A place for files of a benchmark's own.
    Path work(String name) throws IOException {
        Path work = workDirectory();
        Files.createDirectories(work);
        return work.resolve(name);
    }

    /// Deletes what benchmarks left in [#work].
    void clean() throws IOException {
        Scratch.delete(workDirectory());
    }

    private Path workDirectory() {
        return directory.resolve("work");
    }
}
