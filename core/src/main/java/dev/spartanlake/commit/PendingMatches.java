package dev.spartanlake.commit;

import dev.spartanlake.catalog.Assets;
import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.document.AssetReference;
import dev.spartanlake.document.MatchInfo;
import dev.spartanlake.fact.DocumentRow;
import dev.spartanlake.fact.MatchRows;
import dev.spartanlake.schema.Partition;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a change will do to the ledger and to the assets: which match is new, which is replaced, which is known
/// already.
final class PendingMatches {

    /// Of two plays of an asset the later stands, and of two at the same moment the greater version.
    private static final Comparator<Assets.Played> LATEST = Comparator.comparing(Assets.Played::playedAt)
            .thenComparing(Assets.Played::versionId, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final Map<String, Ledger.Entry> entries = new LinkedHashMap<>();
    private final Map<String, Ledger.Entry> replaced = new HashMap<>();
    private final List<Ledger.Superseded> superseded = new ArrayList<>();
    private final Map<String, Assets.Played> played = new HashMap<>();
    private final Map<String, Integer> variantFamilies = new HashMap<>();
    private long sizeBytes;

    /// What a group of matches means.
    ///
    /// @param added the matches whose rows are needed
    /// @param takenBack the matches that were added before and are replaced by these
    /// @param dispositions what each match means, in order
    record Chunk(List<MatchRows> added, Set<String> takenBack, List<Disposition> dispositions) {}

    /// Takes in matches in the order in which they were obtained.
    ///
    /// @param ledger what is stored of the matches of these identifiers
    Chunk accept(List<MatchRows> matches, Function<Collection<String>, Map<String, Ledger.Entry>> ledger) {
        Map<String, Ledger.Entry> known =
                ledger.apply(matches.stream().map(PendingMatches::matchId).collect(Collectors.toSet()));
        Map<String, MatchRows> added = new LinkedHashMap<>();
        Set<String> takenBack = new HashSet<>();
        List<Disposition> dispositions = new ArrayList<>(matches.size());
        for (MatchRows match : matches) {
            String matchId = matchId(match);
            Ledger.Entry before = entries.getOrDefault(matchId, known.get(matchId));
            Disposition disposition = disposition(match, before);
            dispositions.add(disposition);
            if (disposition != Disposition.UNCHANGED) {
                MatchRows earlier = added.put(matchId, match);
                if (earlier != null) {
                    superseded.add(superseded(earlier));
                } else if (entries.containsKey(matchId)) {
                    takenBack.add(matchId);
                }
                accept(match, known.get(matchId));
            }
        }
        return new Chunk(List.copyOf(added.values()), takenBack, dispositions);
    }

    private static Disposition disposition(MatchRows match, Ledger.@Nullable Entry before) {
        if (before == null) {
            return Disposition.INSERTED;
        }
        boolean same = before.contentSha256().equals(match.document().content().sha256());
        return same ? Disposition.UNCHANGED : Disposition.UPDATED;
    }

    private void accept(MatchRows match, Ledger.@Nullable Entry stored) {
        DocumentRow row = match.document();
        MatchInfo info = row.document().matchInfo();
        entries.put(
                matchId(match),
                new Ledger.Entry(matchId(match), info.startTime(), row.content().sha256()));
        if (stored != null) {
            replaced.put(matchId(match), stored);
        }
        sizeBytes += row.content().sizeBytes();
        play(Assets.Kind.MAP, info.mapVariant(), info);
        play(Assets.Kind.PLAYLIST, info.playlist(), info);
        play(Assets.Kind.MAP_MODE_PAIR, info.playlistMapModePair(), info);
        play(Assets.Kind.GAME_VARIANT, info.ugcGameVariant(), info);
        Integer family = info.gameVariantCategory();
        AssetReference variant = info.ugcGameVariant();
        if (family != null && variant != null) {
            variantFamilies.merge(variant.assetId(), family, Math::max);
        }
    }

    private void play(Assets.Kind kind, @Nullable AssetReference asset, MatchInfo info) {
        if (asset != null) {
            Assets.Played now = new Assets.Played(kind, asset.assetId(), asset.versionId(), info.startTime());
            played.merge(kind + asset.assetId(), now, (a, b) -> LATEST.compare(a, b) >= 0 ? a : b);
        }
    }

    private static Ledger.Superseded superseded(MatchRows match) {
        DocumentRow row = match.document();
        return new Ledger.Superseded(
                matchId(match), row.content().sha256(), row.content().toString());
    }

    private static String matchId(MatchRows match) {
        return match.document().document().matchId();
    }

    void supersede(Collection<Ledger.Superseded> contents) {
        superseded.addAll(contents);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    long sizeBytes() {
        return sizeBytes;
    }

    /// The matches that will be stored with their new contents.
    Collection<Ledger.Entry> entries() {
        return entries.values();
    }

    /// The stored matches whose content will be replaced.
    Collection<Ledger.Entry> replaced() {
        return replaced.values();
    }

    Set<String> replacedIds() {
        return replaced.keySet();
    }

    /// The months in which replaced matches have rows.
    Set<YearMonth> replacedMonths() {
        return replaced.values().stream()
                .map(entry -> Partition.monthOf(entry.startTime()))
                .collect(Collectors.toSet());
    }

    /// The contents that were replaced before they were ever stored.
    List<Ledger.Superseded> superseded() {
        return superseded;
    }

    Collection<Assets.Played> played() {
        return played.values();
    }

    Map<String, Integer> variantFamilies() {
        return variantFamilies;
    }

    long inserted() {
        return entries.size() - (long) replaced.size();
    }

    long updated() {
        return replaced.size();
    }
}
