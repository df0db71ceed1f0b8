package dev.spartanlake.imports;

import dev.spartanlake.Unnamed;
import dev.spartanlake.Warehouse;
import dev.spartanlake.catalog.Assets.Kind;
import dev.spartanlake.catalog.Snapshots.PlaylistCsr;
import dev.spartanlake.catalog.Snapshots.ServiceRecord;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.query.Limits;
import dev.spartanlake.reference.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a warehouse knows of players and assets, so that nothing is handed over to it that it has:
/// an import that brings nothing new makes no commit.
final class Known {

    /// Xbox gives out names of at most 15 characters, with a number behind some of them.
    private static final int LONGEST_GAMERTAG = 100;

    private final Warehouse warehouse;
    private final Delivery delivery;
    private final Tally tally;
    private final Set<String> wanted = new HashSet<>();
    private final Set<Xuid> unnamed = new HashSet<>();

    /// @param delivery takes over what is new; everything before is committed
    Known(Warehouse warehouse, Delivery delivery, Tally tally) {
        this.warehouse = warehouse;
        this.delivery = delivery;
        this.tally = tally;
        Unnamed nameless = warehouse.coverage().unnamed();
        nameless.assets().forEach(asset -> wanted.add(key(asset.kind(), asset.assetId(), asset.versionId())));
        unnamed.addAll(nameless.players());
    }

    private static String key(Kind kind, String assetId, String versionId) {
        return kind + "/" + assetId + "/" + versionId;
    }

    /// Whether any asset or player has no name.
    boolean wantsNames() {
        return !wanted.isEmpty() || !unnamed.isEmpty();
    }

    /// Names an asset, if it is the version that was played last and has no name.
    void name(Answers.AssetVersion version) {
        if (wanted.remove(key(version.asset().kind(), version.asset().assetId(), version.versionId()))) {
            delivery.also(obtained -> obtained.add(version.asset()));
            tally.names(1);
        }
    }

    /// Names a player who was in a stored match and has no name.
    void name(Xuid player, String gamertag) {
        boolean isName = !gamertag.isBlank() && gamertag.length() <= LONGEST_GAMERTAG;
        if (isName && unnamed.remove(player)) {
            delivery.also(obtained -> obtained.nameIfUnnamed(player, gamertag.strip()));
            tally.names(1);
        }
    }

    /// Adds those service records that say something else than the one before.
    void serviceRecords(List<ServiceRecord> records) {
        add(
                records,
                new Shape<>(
                        record -> record.xuid().text(),
                        ServiceRecord::obtainedAt,
                        ServiceRecord::document,
                        record -> delivery.also(obtained -> obtained.add(record))),
                stored("SELECT xuid, obtained_at, document FROM meta.service_records"));
    }

    /// Adds those ranks that say something else than the one before.
    void csrs(List<PlaylistCsr> csrs) {
        add(
                csrs,
                new Shape<>(
                        csr -> csr.xuid() + "/" + csr.playlistId(),
                        PlaylistCsr::obtainedAt,
                        PlaylistCsr::document,
                        csr -> delivery.also(obtained -> obtained.add(csr))),
                stored("SELECT xuid || '/' || playlist_id, obtained_at, document FROM meta.playlist_csrs"));
    }

    /// Each series in the order of time. The warehouse leaves out what says the same as its latest
    /// one.
    private <T> void add(List<T> snapshots, Shape<T> shape, Map<String, Series> stored) {
        Map<String, @Nullable String> before = new HashMap<>();
        List<T> ordered = new ArrayList<>(snapshots);
        ordered.sort(Comparator.comparing(shape.moment));
        for (T snapshot : ordered) {
            String key = shape.key.apply(snapshot);
            String document = shape.document.apply(snapshot);
            Series series = stored.getOrDefault(key, Series.NONE);
            boolean isRepeated = document.equals(before.put(key, document));
            boolean isStored = series.moments.contains(shape.moment.apply(snapshot)) || document.equals(series.latest);
            if (!isRepeated && !isStored) {
                shape.hand.accept(snapshot);
                tally.snapshots(1);
            }
        }
    }

    private Map<String, Series> stored(String sql) {
        if (!warehouse.exists()) {
            return Map.of();
        }
        Map<String, Series> stored = new HashMap<>();
        warehouse
                .query(
                        sql + " ORDER BY obtained_at",
                        List.of(),
                        Language.EN,
                        Limits.standard().withRows(Limits.MOST_ROWS))
                .rows()
                .forEach(row -> stored.merge(
                        String.valueOf(row.get(0)),
                        new Series(Set.of((Instant) Objects.requireNonNull(row.get(1))), String.valueOf(row.get(2))),
                        Series::followedBy));
        return stored;
    }

    /// How a kind of snapshot is taken apart.
    private record Shape<T>(
            Function<T, String> key, Function<T, Instant> moment, Function<T, String> document, Consumer<T> hand) {}

    /// What is stored of one series.
    ///
    /// @param latest the document of the last moment; null where there is none
    private record Series(Set<Instant> moments, @Nullable String latest) {

        private static final Series NONE = new Series(Set.of(), null);

        Series followedBy(Series later) {
            Set<Instant> all = new HashSet<>(moments);
            all.addAll(later.moments);
            return new Series(all, later.latest);
        }
    }
}
