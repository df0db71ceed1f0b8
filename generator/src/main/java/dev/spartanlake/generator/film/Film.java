package dev.spartanlake.generator.film;

import dev.spartanlake.generator.chance.Draw;
import dev.spartanlake.generator.json.JsonObject;
import dev.spartanlake.generator.match.Scoreboard;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;

/// The film of a match: its manifest, and of its chunks the one with the highlight events.
///
/// **Source**: `GET discovery-infiniteugc /hi/films/matches/{matchId}/spectate`, and the file
/// below `BlobStoragePathPrefix`.
public final class Film {

    private static final int FIRST_VERSION = 30;
    private static final int LAST_VERSION = 41;
    private static final int REPLICATION_MILLIS = 20_000;
    private static final int HEADER = 1;
    private static final int REPLICATION = 2;
    private static final int HIGHLIGHTS = 3;

    private final Scoreboard match;
    private final List<FilmEvent> events;
    private final int majorVersion;
    private final byte[] chunk;

    private Film(Scoreboard match, List<FilmEvent> events) {
        this.match = match;
        this.events = events;
        this.majorVersion = Math.min(
                LAST_VERSION, FIRST_VERSION + (int) (match.fixture().progress() * (LAST_VERSION - FIRST_VERSION + 1)));
        HighlightChunkWriter writer =
                new HighlightChunkWriter(majorVersion, match.fixture().seed());
        events.forEach(writer::record);
        this.chunk = writer.chunk();
    }

    /// The film of a match. The version rises from 30 to 41 over a career.
    ///
    /// @param gamertags the names of humans by xuid
    public static Film of(Scoreboard match, LongFunction<String> gamertags) {
        return new Film(match, FilmScript.of(match, gamertags));
    }

    /// What the chunk says, in its order.
    public List<FilmEvent> events() {
        return events;
    }

    /// The version of the format.
    public int majorVersion() {
        return majorVersion;
    }

    /// The chunk with the highlight events, as it is downloaded.
    public byte[] chunk() {
        return chunk.clone();
    }

    /// Where the chunk is, below the host of the blobs.
    public String chunkPath() {
        return folder() + "filmChunk" + (replicationChunks() + 1);
    }

    /// The manifest.
    public String manifest() {
        return new JsonObject()
                .with("FilmStatusBond", 1)
                .with(
                        "CustomData",
                        new JsonObject()
                                .with("FilmLength", match.durationMillis())
                                .with("Chunks", chunks())
                                .with("HasGameEnded", true)
                                .with("ManifestRefreshSeconds", 30)
                                .with("MatchId", match.matchId())
                                .with("FilmMajorVersion", majorVersion))
                .with("BlobStoragePathPrefix", "https://blobs-infiniteugc.svc.halowaypoint.com" + folder())
                .with("AssetId", assetId())
                .toString();
    }

    /// All chunks; the last one is the highlights'.
    private List<JsonObject> chunks() {
        Draw draw = Draw.of(match.fixture().seed());
        List<JsonObject> chunks = new ArrayList<>();
        chunks.add(chunk(0, 0, 10, draw.between(300_000, 400_000), HEADER));
        for (int i = 1; i <= replicationChunks(); i++) {
            int start = (i - 1) * REPLICATION_MILLIS;
            int millis = Math.min(REPLICATION_MILLIS, match.durationMillis() - start);
            chunks.add(chunk(i, start, millis, draw.between(30_000, 900_000), REPLICATION));
        }
        chunks.add(chunk(replicationChunks() + 1, match.durationMillis() + 5, 2, chunk.length, HIGHLIGHTS));
        return chunks;
    }

    private static JsonObject chunk(int index, int startMillis, int millis, int size, int type) {
        return new JsonObject()
                .with("Index", index)
                .with("ChunkStartTimeOffsetMilliseconds", startMillis)
                .with("DurationMilliseconds", millis)
                .with("ChunkSize", size)
                .with("FileRelativePath", "/filmChunk" + index)
                .with("ChunkType", type);
    }

    private int replicationChunks() {
        return Math.ceilDiv(match.durationMillis(), REPLICATION_MILLIS);
    }

    private String folder() {
        return "/ugcstorage/film/" + assetId() + "/" + id(2) + "/";
    }

    private String assetId() {
        return id(1);
    }

    private String id(int which) {
        Draw draw = Draw.of(Draw.seed(match.fixture().seed(), which));
        return new UUID(draw.next(), draw.next()).toString();
    }
}
