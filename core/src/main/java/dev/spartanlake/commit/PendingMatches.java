package dev.spartanlake.commit;

import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.document.MatchInfo;
import dev.spartanlake.document.SkillDocument;
import dev.spartanlake.fact.DocumentRow;
import dev.spartanlake.fact.MatchRows;
import dev.spartanlake.film.FilmIdentity;
import dev.spartanlake.film.Highlights;
import dev.spartanlake.schema.Partition;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a change will do to the ledger and to the assets: which match is new, which is replaced, which is known
/// already.
final class PendingMatches {

    private final Map<String, Ledger.Entry> entries = new LinkedHashMap<>();
    private final Map<String, Ledger.Entry> replaced = new HashMap<>();
    private final List<Ledger.Content> superseded = new ArrayList<>();
    private final Map<String, Ledger.Entry> removed = new HashMap<>();
    private final PlayedAssets assets = new PlayedAssets();
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
                ledger.apply(matches.stream().map(MatchRows::matchId).collect(Collectors.toSet()));
        Map<String, MatchRows> added = new LinkedHashMap<>();
        Set<String> takenBack = new HashSet<>();
        List<Disposition> dispositions = new ArrayList<>(matches.size());
        for (MatchRows next : matches) {
            MatchRows match = next;
            String matchId = match.matchId();
            Ledger.Entry before = entries.getOrDefault(matchId, known.get(matchId));
            Disposition disposition = disposition(match, before);
            dispositions.add(disposition);
            if (disposition != Disposition.UNCHANGED) {
                MatchRows earlier = added.get(matchId);
                if (earlier != null) {
                    match = match.completedBy(earlier.parts());
                    supersede(contents(earlier));
                } else if (entries.containsKey(matchId)) {
                    takenBack.add(matchId);
                }
                added.put(matchId, match);
                accept(match, before, known.get(matchId));
            }
        }
        return new Chunk(List.copyOf(added.values()), takenBack, dispositions);
    }

    private static Disposition disposition(MatchRows match, Ledger.@Nullable Entry before) {
        if (before == null) {
            return Disposition.INSERTED;
        }
        if (!match.document().content().sha256().equals(before.contentSha256())) {
            return Disposition.UPDATED;
        }
        boolean isKnown = Objects.equals(skillOf(match, before), before.skillSha256())
                && Objects.equals(filmOf(match, before), before.film());
        return isKnown ? Disposition.UNCHANGED : Disposition.SUPPLEMENTED;
    }

    /// @param before what stands of the match so far, of this change or stored; its parts stay where there are no
    /// others
    /// @param stored what is stored of it
    private void accept(MatchRows match, Ledger.@Nullable Entry before, Ledger.@Nullable Entry stored) {
        DocumentRow row = match.document();
        MatchInfo info = row.document().matchInfo();
        Ledger.Entry next = new Ledger.Entry(
                match.matchId(),
                info.startTime(),
                row.content().sha256(),
                skillOf(match, before),
                filmOf(match, before));
        entries.put(match.matchId(), next);
        if (stored != null) {
            replaced.put(match.matchId(), stored);
        }
        sizeBytes += row.content().sizeBytes();
        assets.add(info);
    }

    private static @Nullable String skillOf(MatchRows match, Ledger.@Nullable Entry before) {
        SkillDocument skill = match.skill();
        if (skill != null) {
            return skill.content().sha256();
        }
        return before == null ? null : before.skillSha256();
    }

    private static @Nullable FilmIdentity filmOf(MatchRows match, Ledger.@Nullable Entry before) {
        Highlights highlights = match.highlights();
        if (highlights != null) {
            return highlights.film();
        }
        return before == null ? null : before.film();
    }

    private static List<Ledger.Content> contents(MatchRows match) {
        return Stream.concat(Stream.of(match.document()), match.skillDocuments().stream())
                .map(DocumentRow::content)
                .map(content -> new Ledger.Content(match.matchId(), content.sha256(), content.toString()))
                .toList();
    }

    /// Says that these contents are replaced, unless they turn out to stay.
    void supersede(Collection<Ledger.Content> contents) {
        superseded.addAll(contents);
    }

    /// Takes in matches that are stored already with these very contents, to make their rows anew. Rows of a
    /// match the ledger does not know are replaced likewise.
    ///
    /// @param ledger what is stored of the matches of these identifiers
    void acceptAgain(List<MatchRows> matches, Function<Collection<String>, Map<String, Ledger.Entry>> ledger) {
        Map<String, Ledger.Entry> known =
                ledger.apply(matches.stream().map(MatchRows::matchId).collect(Collectors.toSet()));
        for (MatchRows match : matches) {
            Instant startTime = match.document().document().matchInfo().startTime();
            Ledger.Entry stored =
                    known.getOrDefault(match.matchId(), new Ledger.Entry(match.matchId(), startTime, null, null, null));
            accept(match, stored, stored);
        }
    }

    /// Takes in matches of which nothing but this is stored from now on: what they lack is not taken from what is
    /// stored.
    ///
    /// @param ledger what is stored of the matches of these identifiers
    void acceptExactly(List<MatchRows> matches, Function<Collection<String>, Map<String, Ledger.Entry>> ledger) {
        Map<String, Ledger.Entry> known =
                ledger.apply(matches.stream().map(MatchRows::matchId).collect(Collectors.toSet()));
        matches.forEach(match -> accept(match, null, known.get(match.matchId())));
    }

    /// Says that matches go, and that nothing takes their place.
    void remove(Collection<Ledger.Entry> matches) {
        matches.forEach(match -> removed.put(match.matchId(), match));
    }

    boolean isEmpty() {
        return entries.isEmpty() && removed.isEmpty();
    }

    long sizeBytes() {
        return sizeBytes;
    }

    /// The matches that will be stored with their new contents.
    Collection<Ledger.Entry> entries() {
        return entries.values();
    }

    /// The stored matches whose content will be replaced by another one.
    List<Ledger.Entry> replaced() {
        return replaced.values().stream()
                .filter(before -> !Objects.equals(before.contentSha256(), contentOf(before.matchId())))
                .toList();
    }

    /// The stored matches whose skill document will be replaced by another one.
    List<Ledger.Entry> replacedSkill() {
        return replaced.values().stream()
                .filter(before -> before.skillSha256() != null)
                .filter(before -> {
                    Ledger.Entry next = entries.get(before.matchId());
                    return next != null && !Objects.equals(before.skillSha256(), next.skillSha256());
                })
                .toList();
    }

    /// What the events of each of these matches were read from, by the match; null where there are none.
    Map<String, @Nullable FilmIdentity> films(Collection<String> matchIds) {
        Map<String, @Nullable FilmIdentity> films = new HashMap<>();
        matchIds.forEach(match -> {
            Ledger.Entry entry = entries.get(match);
            films.put(match, entry == null ? null : entry.film());
        });
        return films;
    }

    private @Nullable String contentOf(String matchId) {
        Ledger.Entry entry = entries.get(matchId);
        return entry == null ? null : entry.contentSha256();
    }

    /// The matches that go without another content.
    Set<String> removedIds() {
        return removed.keySet();
    }

    /// The matches whose stored rows go.
    Set<String> goingIds() {
        Set<String> going = new TreeSet<>(replaced.keySet());
        going.addAll(removed.keySet());
        return going;
    }

    /// The months in which the rows are that go.
    Set<YearMonth> goingMonths() {
        return Stream.concat(replaced.values().stream(), removed.values().stream())
                .map(entry -> Partition.monthOf(entry.startTime()))
                .collect(Collectors.toSet());
    }

    /// The contents that are replaced by others, stored or not.
    List<Ledger.Content> superseded() {
        return superseded.stream().filter(content -> !stays(content)).toList();
    }

    private boolean stays(Ledger.Content content) {
        Ledger.Entry entry = entries.get(content.matchId());
        return entry != null
                && (content.contentSha256().equals(entry.contentSha256())
                        || content.contentSha256().equals(entry.skillSha256()));
    }

    PlayedAssets assets() {
        return assets;
    }

    long inserted() {
        return entries.size() - (long) replaced.size();
    }

    long updated() {
        return replaced().size();
    }
}
