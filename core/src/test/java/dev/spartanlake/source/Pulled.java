package dev.spartanlake.source;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Everything that a source yields, in order.
record Pulled(List<SourceItem> items, long skippedFiles, long bytesRead, long totalBytes) {

    static Pulled from(Path... paths) {
        return from(SourceLimits.defaults(), paths);
    }

    static Pulled from(SourceLimits limits, Path... paths) {
        List<String> arguments = Stream.of(paths).map(Path::toString).toList();
        return from(limits, InputStream.nullInputStream(), arguments);
    }

    static Pulled fromStandardInput(byte[] bytes) {
        return from(SourceLimits.defaults(), new ByteArrayInputStream(bytes), List.of("-"));
    }

    static Pulled fromStandardInput(String text) {
        return fromStandardInput(text.getBytes(StandardCharsets.UTF_8));
    }

    static Pulled from(SourceLimits limits, InputStream standardInput, List<String> arguments) {
        try (DocumentSource source = DocumentSource.open(arguments, standardInput, limits)) {
            List<SourceItem> items = new ArrayList<>();
            for (SourceItem item = source.next(); item != null; item = source.next()) {
                items.add(item);
            }
            return new Pulled(items, source.skippedFiles(), source.bytesRead(), source.totalBytes());
        }
    }

    /// What a file is called in the names of what it yields.
    static String nameOf(Path file) {
        return file.toString().replace('\\', '/');
    }

    List<SourceDocument> documents() {
        return items.stream()
                .filter(SourceItem.Document.class::isInstance)
                .map(SourceItem.Document.class::cast)
                .map(SourceItem.Document::document)
                .toList();
    }

    List<SourceItem.Refused> refused() {
        return items.stream()
                .filter(SourceItem.Refused.class::isInstance)
                .map(SourceItem.Refused.class::cast)
                .toList();
    }

    List<String> texts() {
        return documents().stream()
                .map(document -> new String(document.bytes(), StandardCharsets.UTF_8))
                .toList();
    }

    List<String> names() {
        return documents().stream().map(SourceDocument::name).toList();
    }

    List<String> refusals() {
        return refused().stream().map(refused -> refused.rejection().sentence()).toList();
    }
}
