package dev.spartanlake.source.listing;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Lists the files below a directory in an order that is the same on every platform.
///
/// Links are followed, but each directory is listed once, under its own name rather than a link's, so loops end.
final class FileListing {

    private final Consumer<FoundFile> skipped;
    private final List<FoundFile> files = new ArrayList<>();
    /// In an order of its own, so that it does not depend on the platform under which of two links a directory
    /// goes.
    private final Queue<Folder> pending =
            new PriorityQueue<>(Comparator.comparing(Folder::name, FileNames.BY_CODE_POINT));
    private final Set<Path> listed = new HashSet<>();

    private FileListing(Consumer<FoundFile> skipped) {
        this.skipped = skipped;
    }

    /// The files below a directory, sorted by relative path in code point order; files without a known
    /// extension are only counted, hidden ones not even that. What cannot be listed or followed is among the
    /// files, to be refused in its turn.
    ///
    /// @param name the directory as the user names it
    /// @param skipped is given each file that no known extension ends
    /// @throws IOException if the directory itself cannot be listed
    static List<FoundFile> of(Path directory, String name, Consumer<FoundFile> skipped) throws IOException {
        try (DirectoryStream<Path> _ = Files.newDirectoryStream(directory)) {
            return of(new Folder(directory.toRealPath(), name), skipped);
        }
    }

    private static List<FoundFile> of(Folder top, Consumer<FoundFile> skipped) throws IOException {
        FileListing listing = new FileListing(skipped);
        listing.pending.add(top);
        for (Folder folder = listing.pending.poll(); folder != null; folder = listing.pending.poll()) {
            Files.walkFileTree(folder.path, listing.new Visitor(folder));
        }
        listing.files.sort(Comparator.comparing(FoundFile::name, FileNames.BY_CODE_POINT));
        return listing.files;
    }

    /// A directory to be listed: its real path, and the name it goes by.
    private record Folder(Path path, String name) {

        String nameOf(Path below) {
            String relative = FileNames.slashed(path.relativize(below));
            return relative.isEmpty() ? name : FileNames.join(name, relative);
        }
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        private final Folder folder;

        private Visitor(Folder folder) {
            this.folder = folder;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean top = directory.equals(folder.path);
            if (!top && hidden(directory)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (!top && attributes.isOther()) {
                // A junction: on Windows a link that does not call itself one.
                follow(directory);
                return FileVisitResult.SKIP_SUBTREE;
            }
            return listed.add(directory) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!hidden(file)) {
                if (attributes.isSymbolicLink()) {
                    follow(file);
                } else {
                    add(file, attributes);
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            addUnreadable(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) {
            if (failure != null) {
                addUnreadable(directory);
            }
            return FileVisitResult.CONTINUE;
        }

        private void follow(Path link) {
            try {
                BasicFileAttributes target = Files.readAttributes(link, BasicFileAttributes.class);
                if (target.isDirectory()) {
                    pending.add(new Folder(link.toRealPath(), folder.nameOf(link)));
                } else {
                    add(link, target);
                }
            } catch (IOException e) {
                // Met again, and then reported, when the reading comes to it.
                add(link, null);
            }
        }

        private void add(Path file, @Nullable BasicFileAttributes attributes) {
            Format format = Format.ofName(file.toString());
            long sizeBytes = attributes != null && attributes.isRegularFile() ? attributes.size() : 0;
            if (format == null) {
                skipped.accept(new FoundFile(folder.nameOf(file), file, Format.SNIFFED, sizeBytes));
                return;
            }
            files.add(new FoundFile(folder.nameOf(file), file, format, sizeBytes));
        }

        private void addUnreadable(Path path) {
            files.add(new FoundFile(folder.nameOf(path), path, Format.SNIFFED, 0));
        }
    }

    private static boolean hidden(Path path) {
        Path name = path.getFileName();
        return name != null && FileNames.hidden(name.toString());
    }
}
