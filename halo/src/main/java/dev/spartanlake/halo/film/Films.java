package dev.spartanlake.halo.film;

import dev.spartanlake.halo.cache.Fetcher;
import dev.spartanlake.halo.json.JsonDecoder;
import dev.spartanlake.halo.reply.Bytes;
import dev.spartanlake.halo.reply.Reply;
import dev.spartanlake.halo.reply.Served;
import dev.spartanlake.halo.wire.Answer;
import dev.spartanlake.halo.wire.Call;
import dev.spartanlake.halo.wire.Origin;
import dev.spartanlake.halo.wire.Origins;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Asks for films. Every method throws [InterruptedException] if the caller is not to wait any
/// longer.
public final class Films {

    /// No chunk is longer, compressed; the longest seen has less than one MiB.
    public static final int MOST_CHUNK_BYTES = 16 << 20;

    private static final int MOST_BYTES = 4 << 20;
    private static final Pattern PATH = Pattern.compile("/?[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
    private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*)+/");

    private final Fetcher fetcher;

    /// Asks through a fetcher; nothing about films is kept.
    public Films(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /// What the film of a match is made of.
    ///
    /// @return absent also when the film is gone, which films are after a while
    public Reply<Served<FilmManifest>> manifest(UUID match) throws InterruptedException {
        return fetcher.fetch(
                Call.get(Origin.DISCOVERY, "/hi/films/matches/" + match + "/spectate", MOST_BYTES),
                JsonDecoder.served(value -> FilmManifest.read(match, value)));
    }

    /// A chunk of a film, compressed as it is stored. No token goes with the request, and it goes
    /// to the service's own host only, whatever the manifest says.
    public Reply<Bytes> chunk(FilmManifest film, FilmChunk chunk) throws InterruptedException {
        String name =
                "GET " + Origin.BLOBS.label() + " chunk " + chunk.index() + " of the film of match " + film.match();
        Optional<String> prefix = Origins.pathAt(Origin.BLOBS, film.prefix())
                .filter(path -> PREFIX.matcher(path).matches());
        if (prefix.isEmpty()) {
            return new Reply.Malformed<>(
                    name, "/BlobStoragePathPrefix", "expected an address at the host of films, found another");
        }
        if (!PATH.matcher(chunk.path()).matches()) {
            return new Reply.Malformed<>(name, "", "expected the name of a file as its path, found another text");
        }
        if (chunk.sizeBytes() < 1 || chunk.sizeBytes() > MOST_CHUNK_BYTES) {
            return new Reply.Malformed<>(
                    name,
                    "",
                    "expected a ChunkSize of 1 to " + MOST_CHUNK_BYTES + " bytes, found " + chunk.sizeBytes());
        }
        String path = chunk.path().startsWith("/") ? chunk.path().substring(1) : chunk.path();
        return download(Call.get(Origin.BLOBS, prefix.get() + path, MOST_CHUNK_BYTES), chunk.sizeBytes());
    }

    private Reply<Bytes> download(Call call, int sizeBytes) throws InterruptedException {
        return switch (fetcher.send(call.with("Accept", "*/*"))) {
            case Reply.Missed<Answer> missed -> missed.instead();
            case Reply.Found<Answer>(Answer answer) ->
                answer.body().sizeBytes() == sizeBytes
                        ? new Reply.Found<>(answer.body())
                        : new Reply.Malformed<>(
                                call.name(),
                                "",
                                "expected " + sizeBytes + " bytes as its manifest says, found "
                                        + answer.body().sizeBytes());
        };
    }
}
