package dev.spartanlake.backup;

import dev.spartanlake.catalog.CatalogDifferences;
import dev.spartanlake.catalog.CatalogDifferences.Age;
import dev.spartanlake.catalog.CatalogDifferences.Difference;
import dev.spartanlake.catalog.CatalogDifferences.PartDifference;
import dev.spartanlake.schema.Partition;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What another warehouse has of matches that is not what is stored here.
///
/// @param documents documents that differ, or of matches that are not stored here
/// @param parts what differs of what belongs to matches beside their documents
record MergeContent(List<Difference> documents, List<PartDifference> parts) {

    /// Copies the lists.
    MergeContent {
        documents = List.copyOf(documents);
        parts = List.copyOf(parts);
    }

    static MergeContent of(CatalogDifferences differences) {
        return new MergeContent(differences.ofDocuments(), differences.ofParts());
    }

    boolean isEmpty() {
        return documents.isEmpty() && parts.isEmpty();
    }

    /// The partitions of the other that hold it.
    Set<Partition> partitions() {
        Set<Partition> partitions = new TreeSet<>(OtherParts.partitions(parts));
        documents.forEach(document -> partitions.add(OtherDocuments.partition(document)));
        return partitions;
    }

    /// The documents that are stored from now on.
    List<Difference> taken() {
        return documents.stream()
                .filter(difference -> difference.age() != Age.EARLIER)
                .toList();
    }

    /// The documents that are kept among the replaced ones.
    List<Difference> earlier() {
        return documents.stream()
                .filter(difference -> difference.age() == Age.EARLIER)
                .toList();
    }

    /// The parts that come to matches whose documents stay what they are here.
    List<PartDifference> supplements() {
        Set<String> arriving = matches(taken());
        return parts.stream()
                .filter(part -> part.isTaken() && !arriving.contains(part.matchId()))
                .toList();
    }

    /// Of how many matches of which nothing else differs parts are taken in.
    long supplemented() {
        Set<String> differing = matches(documents);
        return supplements().stream()
                .filter(part -> part.hasDocument() && !differing.contains(part.matchId()))
                .count();
    }

    long count(Age age) {
        return documents.stream().filter(difference -> difference.age() == age).count();
    }

    private static Set<String> matches(List<Difference> differences) {
        return differences.stream().map(Difference::matchId).collect(Collectors.toSet());
    }
}
