package dev.spartanlake.ingest;

import dev.spartanlake.fact.MatchReader;
import dev.spartanlake.fact.MatchReading;
import dev.spartanlake.parallel.OrderedTasks;
import dev.spartanlake.source.DocumentSource;
import dev.spartanlake.source.SourceDocument;
import dev.spartanlake.source.SourceItem;
import java.util.ArrayList;
import java.util.List;

/// Parses a source's documents on several threads and hands them on in the source's order, a group at a time.
///
/// Groups are bounded in number and in bytes, so memory does not depend on the length of the input.
final class ParsePipeline implements AutoCloseable {

    private static final int GROUP_DOCUMENTS = 64;
    private static final long GROUP_BYTES = 1L << 20;

    /// How much is read ahead: enough to keep the threads busy while rows are handed to the engine. The bytes count
    /// because one document may be as long as many groups, the groups because refused lines may have hardly any.
    private static final int GROUPS_AHEAD = 24;

    private static final long BYTES_AHEAD = 24L << 20;

    private final DocumentSource source;
    private final MatchReader reader = new MatchReader();
    private final OrderedTasks<ParsedGroup> groups;
    private final int groupsAhead;
    private long bytesAhead;
    private long bytesTaken;
    private boolean exhausted;

    ParsePipeline(DocumentSource source, int threads) {
        this.source = source;
        groupsAhead = threads + GROUPS_AHEAD;
        groups = new OrderedTasks<>(threads, "parse");
    }

    /// The next group in the source's order; empty at the end.
    List<ParsedItem> next() {
        while (!exhausted && groups.size() < groupsAhead && bytesAhead < BYTES_AHEAD) {
            submitNext();
        }
        if (groups.size() == 0) {
            bytesTaken = source.bytesRead();
            return List.of();
        }
        ParsedGroup group = groups.take();
        bytesAhead -= group.bytes();
        bytesTaken = group.sourceBytes();
        return group.items();
    }

    /// How many bytes of the source were read up to the end of the group that was returned last.
    long bytesTaken() {
        return bytesTaken;
    }

    private void submitNext() {
        List<SourceItem> group = new ArrayList<>();
        long bytes = 0;
        while (group.size() < GROUP_DOCUMENTS && bytes < GROUP_BYTES) {
            SourceItem item = source.next();
            if (item == null) {
                break;
            }
            group.add(item);
            bytes += switch (item) {
                case SourceItem.Document document -> document.document().bytes().length;
                case SourceItem.Refused refused -> refused.excerpt().bytes().length;
            };
        }
        exhausted = group.isEmpty();
        if (!exhausted) {
            long groupBytes = bytes;
            long sourceBytes = source.bytesRead();
            bytesAhead += groupBytes;
            groups.submit(() -> new ParsedGroup(group.stream().map(this::parse).toList(), groupBytes, sourceBytes));
        }
    }

    private ParsedItem parse(SourceItem item) {
        return switch (item) {
            case SourceItem.Refused refused -> new ParsedItem.Unreadable(refused);
            case SourceItem.Document document -> parse(document.document());
        };
    }

    private ParsedItem parse(SourceDocument document) {
        return switch (reader.read(document.bytes())) {
            case MatchReading.Accepted accepted -> new ParsedItem.Accepted(document, accepted.rows());
            case MatchReading.Refused refused -> new ParsedItem.Refused(document, refused.violations());
        };
    }

    @Override
    public void close() {
        groups.close();
    }

    /// Items in the source's order.
    ///
    /// @param bytes how long their texts are together
    /// @param sourceBytes how many bytes of the source were read up to their end, as they are on disk
    private record ParsedGroup(List<ParsedItem> items, long bytes, long sourceBytes) {}
}
