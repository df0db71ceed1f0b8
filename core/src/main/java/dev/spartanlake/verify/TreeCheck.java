package dev.spartanlake.verify;

import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.error.Location;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.mirror.Mirror;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.schema.Table;
import dev.spartanlake.storage.Directories;
import dev.spartanlake.storage.Obstacles;
import dev.spartanlake.storage.WarehouseDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Looks for what is in the warehouse's directory and is not listed.
final class TreeCheck {

    private static final String PARQUET = ".parquet";

    private final WarehouseDirectory directory;
    private final Findings findings;

    TreeCheck(WarehouseDirectory directory, Findings findings) {
        this.directory = directory;
        this.findings = findings;
    }

    void run(Listing listing) {
        Set<Path> expected = new HashSet<>();
        Set<Path> copies = new HashSet<>();
        for (DataFile file : listing.files()) {
            expect(file.partition(), expected, copies);
        }
        listing.pending().places().forEach(place -> expect(Partition.parse(place), expected, copies));
        Set<Path> inTheWay = inTheWay(expected, copies);
        inTheWay.forEach(
                obstacle -> findings.add(Kind.IN_THE_WAY, Location.of(obstacle), Findings.NONE, description(obstacle)));
        for (Table<?> table : Tables.ALL) {
            findUnlisted(directory.root().resolve(table.name()), expected, inTheWay, Kind.FILE_UNLISTED);
            findUnlisted(directory.secondCopy().resolve(table.name()), copies, inTheWay, Kind.COPY_UNLISTED);
        }
        lookAtStaging(listing);
    }

    private void expect(Partition partition, Set<Path> files, Set<Path> copies) {
        files.add(directory.resolve(partition.file()));
        if (Mirror.holds(partition)) {
            copies.add(directory.secondCopy().resolve(partition.file()));
        }
    }

    /// What stands in the way of files that are listed, or may come. A directory in the very place of a listed file is
    /// that file, which cannot be read.
    private Set<Path> inTheWay(Set<Path> expected, Set<Path> copies) {
        Set<Path> inTheWay = new TreeSet<>();
        Stream.concat(expected.stream(), copies.stream())
                .forEach(file -> Obstacles.onTheWayTo(directory, file).ifPresent(inTheWay::add));
        for (Table<?> table : Tables.ALL) {
            for (Path tree : List.of(directory.root(), directory.secondCopy())) {
                Path ofTable = tree.resolve(table.name());
                Obstacles.onTheWayTo(directory, ofTable.resolve(Partition.FILE_NAME))
                        .ifPresent(inTheWay::add);
                Directories.below(ofTable).stream()
                        .filter(path -> path.toString().endsWith(PARQUET))
                        .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                        .forEach(inTheWay::add);
            }
        }
        inTheWay.removeAll(expected);
        inTheWay.removeAll(copies);
        return inTheWay;
    }

    private static String description(Path obstacle) {
        if (Files.isSymbolicLink(obstacle)) {
            return "a link to " + target(obstacle);
        }
        return Files.isDirectory(obstacle) ? "a directory" : "no directory";
    }

    private void findUnlisted(Path tree, Set<Path> expected, Set<Path> inTheWay, Kind kind) {
        for (Path file : Directories.filesBelow(tree)) {
            if (inTheWay.stream().anyMatch(file::startsWith)) {
                continue;
            }
            if (Files.isSymbolicLink(file)) {
                findings.add(Kind.LINK_FOREIGN, location(tree, file), Findings.NONE, "a link to " + target(file));
            } else if (!expected.contains(file)) {
                boolean isParquet = file.getFileName().toString().endsWith(PARQUET);
                Kind found = isParquet ? kind : Kind.FILE_FOREIGN;
                size(file).ifPresent(size -> findings.add(found, location(tree, file), Findings.NONE, size + " B"));
            }
        }
    }

    /// Where a link points to, as it says.
    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    /// The length of a file; empty when it has vanished.
    private static OptionalLong size(Path file) {
        try {
            return OptionalLong.of(Files.size(file));
        } catch (IOException gone) {
            return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? OptionalLong.of(0) : OptionalLong.empty();
        }
    }

    /// The partition that the file's place is one of, if it is.
    private static Location location(Path tree, Path file) {
        StringBuilder path = new StringBuilder(tree.getFileName().toString());
        for (Path step : tree.relativize(file)) {
            path.append('/').append(step);
        }
        try {
            Partition partition = Partition.parse(path.toString());
            return new Location(partition.table(), partition.path(), file);
        } catch (IllegalArgumentException noPartition) {
            return new Location(tree.getFileName().toString(), null, file);
        }
    }

    /// Staged files that a commit has yet to put in place are no rubbish.
    private void lookAtStaging(Listing listing) {
        if (!listing.pending().places().isEmpty()) {
            findings.add(
                    Kind.COMMIT_PENDING,
                    Location.of(directory.staging()),
                    "0",
                    Integer.toString(listing.pending().places().size()));
        }
        List<String> left = new ArrayList<>();
        for (Path entry : Directories.entries(directory.staging())) {
            boolean isNeeded = listing.pending().staged().values().stream()
                    .anyMatch(staged -> directory.resolve(staged).startsWith(entry));
            if (!isNeeded) {
                left.add(entry.getFileName().toString());
            }
        }
        if (!left.isEmpty()) {
            findings.add(Kind.STAGING_LEFT, Location.of(directory.staging()), Findings.NONE, String.join(", ", left));
        }
    }
}
