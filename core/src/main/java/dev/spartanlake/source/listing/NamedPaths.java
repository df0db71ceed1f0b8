package dev.spartanlake.source.listing;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.source.packing.BrokenInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Finds the files that the arguments of a command name. All arguments are looked at before any of them is read.
public final class NamedPaths {

    private final Consumer<FoundFile> skipped;
    private final List<FoundFile> files = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private @Nullable Path firstProblem;

    private NamedPaths(Consumer<FoundFile> skipped) {
        this.skipped = skipped;
    }

    /// The files, in the order of the arguments.
    ///
    /// @param skipped is given each file in a directory that no known extension ends
    /// @throws WarehouseException `SOURCE_UNREADABLE` if an argument names nothing that can be read; the
    ///     message names all such arguments
    public static List<FoundFile> find(List<String> arguments, Consumer<FoundFile> skipped) {
        NamedPaths paths = new NamedPaths(skipped);
        arguments.forEach(paths::add);
        if (!paths.problems.isEmpty()) {
            throw paths.unreadable();
        }
        return paths.files;
    }

    private void add(String argument) {
        if (argument.equals(FoundFile.STANDARD_INPUT)) {
            addStandardInput();
            return;
        }
        if (argument.isEmpty()) {
            problems.add("'' (an empty path)");
            return;
        }
        try {
            add(argument, Path.of(argument));
        } catch (InvalidPathException e) {
            problems.add("'" + FileNames.printable(argument) + "' (not a path: " + e.getReason() + ")");
        }
    }

    private void addStandardInput() {
        FoundFile standardInput = FoundFile.standardInput();
        if (files.contains(standardInput)) {
            problems.add("'-' (standard input, named twice)");
        } else {
            files.add(standardInput);
        }
    }

    private void add(String argument, Path path) {
        if (!Files.exists(path)) {
            problem(path, argument, "there is no such file or directory");
        } else if (!Files.isReadable(path)) {
            problem(path, argument, "there is no permission to read it");
        } else {
            try {
                addReadable(path);
            } catch (IOException e) {
                problem(path, argument, BrokenInput.violation(e).value());
            }
        }
    }

    private void addReadable(Path path) throws IOException {
        String name = FileNames.slashed(path);
        if (Files.isDirectory(path)) {
            files.addAll(FileListing.of(path, name, skipped));
            return;
        }
        Format format = Format.ofName(name);
        long sizeBytes = Files.isRegularFile(path) ? Files.size(path) : FoundFile.UNKNOWN_SIZE;
        files.add(new FoundFile(name, path, format == null ? Format.SNIFFED : format, sizeBytes));
    }

    private void problem(Path path, String argument, String reason) {
        problems.add("'" + FileNames.printable(argument) + "' (" + reason + ")");
        if (firstProblem == null) {
            firstProblem = path;
        }
    }

    private WarehouseException unreadable() {
        Location location = firstProblem == null ? Location.nowhere() : Location.of(firstProblem);
        return new WarehouseException(
                ErrorCode.SOURCE_UNREADABLE,
                location,
                "Cannot read " + String.join(", ", problems)
                        + "; expected files, directories or '-' that can be read. Nothing was read: correct the paths"
                        + " and run the command again.");
    }
}
