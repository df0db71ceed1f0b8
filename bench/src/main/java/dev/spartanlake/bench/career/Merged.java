package dev.spartanlake.bench.career;

import dev.spartanlake.generator.GeneratedDocument;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/// The documents of several careers in the order of play. It holds one of each career.
final class Merged implements Iterator<GeneratedDocument> {

    private record Head(GeneratedDocument document, Iterator<GeneratedDocument> rest) {}

    private static final Comparator<Head> ORDER = Comparator.comparing(
                    (Head head) -> head.document().startTime())
            .thenComparing(head -> head.document().matchId());

    private final PriorityQueue<Head> heads = new PriorityQueue<>(ORDER);

    /// @param careers each in the order of play
    Merged(List<Iterator<GeneratedDocument>> careers) {
        careers.forEach(this::advance);
    }

    private void advance(Iterator<GeneratedDocument> documents) {
        if (documents.hasNext()) {
            heads.add(new Head(documents.next(), documents));
        }
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public GeneratedDocument next() {
        Head first = heads.poll();
        if (first == null) {
            throw new NoSuchElementException("all careers have ended");
        }
        advance(first.rest());
        return first.document();
    }
}
