package dev.spartanlake.ingest;

import dev.spartanlake.document.MatchDocumentParser;
import dev.spartanlake.document.ParseResult;
import dev.spartanlake.fact.MatchRows;
import dev.spartanlake.source.DocumentSource;
import dev.spartanlake.source.SourceDocument;
import dev.spartanlake.source.SourceItem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Parses a source's documents on several threads and hands them on in the source's order, a group at a time.
///
/// Groups are bounded in number and in bytes, so memory does not depend on the length of the input.
final class ParsePipeline implements AutoCloseable {

    private static final int GROUP_DOCUMENTS = 256;
    private static final long GROUP_BYTES = 8L << 20;

    private final DocumentSource source;
    private final MatchDocumentParser parser = new MatchDocumentParser();
    private final ExecutorService workers;
    private final int ahead;
    private final Deque<Future<List<ParsedItem>>> groups = new ArrayDeque<>();
    private boolean exhausted;

    ParsePipeline(DocumentSource source, int threads) {
        this.source = source;
        ahead = threads + 1;
        workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("parse-", 0).daemon().factory());
    }

    /// The next group in the source's order; empty at the end.
    List<ParsedItem> next() {
        while (!exhausted && groups.size() < ahead) {
            List<SourceItem> group = read();
            exhausted = group.isEmpty();
            if (!exhausted) {
                groups.add(workers.submit(() -> group.stream().map(this::parse).toList()));
            }
        }
        Future<List<ParsedItem>> first = groups.poll();
        return first == null ? List.of() : await(first);
    }

    private List<SourceItem> read() {
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
        return group;
    }

    private ParsedItem parse(SourceItem item) {
        return switch (item) {
            case SourceItem.Refused refused -> new ParsedItem.Unreadable(refused);
            case SourceItem.Document document -> parse(document.document());
        };
    }

    private ParsedItem parse(SourceDocument document) {
        return switch (parser.parse(document.bytes())) {
            case ParseResult.Parsed parsed -> new ParsedItem.Accepted(document, MatchRows.of(parsed));
            case ParseResult.Refused refused -> new ParsedItem.Refused(document, refused.violations());
        };
    }

    private static List<ParsedItem> await(Future<List<ParsedItem>> group) {
        try {
            return group.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while parsing", interrupted);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("parsing failed", failed.getCause());
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
