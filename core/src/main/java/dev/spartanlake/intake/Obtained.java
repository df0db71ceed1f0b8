package dev.spartanlake.intake;

import dev.spartanlake.catalog.Absences.Absence;
import dev.spartanlake.catalog.Assets.NamedAsset;
import dev.spartanlake.catalog.Snapshots.CareerRank;
import dev.spartanlake.catalog.Snapshots.PlaylistCsr;
import dev.spartanlake.catalog.Snapshots.ServiceRecord;
import dev.spartanlake.catalog.SyncStates.Conclusion;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.validation.Rejection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What was obtained and becomes one commit. Collected by one thread.
public final class Obtained {

    private final List<ObtainedMatch> matches = new ArrayList<>();
    private final Set<Xuid> tracked = new LinkedHashSet<>();
    private final Map<Xuid, String> gamertags = new HashMap<>();
    private final Map<Xuid, String> formerGamertags = new HashMap<>();
    private final List<NamedAsset> assets = new ArrayList<>();
    private final Map<String, Boolean> ranked = new HashMap<>();
    private final List<Absence> absences = new ArrayList<>();
    private final List<ServiceRecord> serviceRecords = new ArrayList<>();
    private final List<PlaylistCsr> csrs = new ArrayList<>();
    private final List<CareerRank> careerRanks = new ArrayList<>();
    private final List<Conclusion> conclusions = new ArrayList<>();
    private final List<RefusedText> refused = new ArrayList<>();
    private long bytes;

    /// A match. Of two contents of one match the later stands.
    public void add(ObtainedMatch match) {
        matches.add(match);
        bytes += match.bytes();
    }

    /// A player whose career is kept from now on.
    public void track(Xuid player) {
        tracked.add(player);
    }

    /// A player's name of today.
    public void name(Xuid player, String gamertag) {
        gamertags.put(player, gamertag);
    }

    /// A player's name of some time ago, for one who has no other.
    public void nameIfUnnamed(Xuid player, String gamertag) {
        formerGamertags.put(player, gamertag);
    }

    /// Names of an asset.
    public void add(NamedAsset asset) {
        assets.add(asset);
    }

    /// Whether a playlist has competitive ranks.
    public void rank(String playlistId, boolean isRanked) {
        ranked.put(playlistId, isRanked);
    }

    /// Something that does not exist, and need not be asked for again.
    public void add(Absence absence) {
        absences.add(absence);
    }

    /// A player's service record.
    public void add(ServiceRecord snapshot) {
        serviceRecords.add(snapshot);
    }

    /// A player's competitive rank in a playlist.
    public void add(PlaylistCsr snapshot) {
        csrs.add(snapshot);
    }

    /// A player's career rank.
    public void add(CareerRank snapshot) {
        careerRanks.add(snapshot);
    }

    /// How a sync of a player ended.
    public void add(Conclusion conclusion) {
        conclusions.add(conclusion);
    }

    /// A text that was to be a document and is not, so that it is kept in quarantine.
    ///
    /// @param text as it was found; shared, not copied
    /// @param reasons why it is refused, at least one
    public void refuse(byte[] text, List<Rejection> reasons) {
        refused.add(new RefusedText(text, reasons));
    }

    /// Whether there is nothing.
    public boolean isEmpty() {
        return matches.isEmpty()
                && tracked.isEmpty()
                && gamertags.isEmpty()
                && formerGamertags.isEmpty()
                && assets.isEmpty()
                && ranked.isEmpty()
                && absences.isEmpty()
                && serviceRecords.isEmpty()
                && csrs.isEmpty()
                && careerRanks.isEmpty()
                && conclusions.isEmpty()
                && refused.isEmpty();
    }

    /// How many matches there are.
    public int size() {
        return matches.size();
    }

    /// How long the parts of these matches are together, as they wait in memory, in bytes.
    public long bytes() {
        return bytes;
    }

    List<ObtainedMatch> matches() {
        return matches;
    }

    Set<Xuid> tracked() {
        return tracked;
    }

    Map<Xuid, String> gamertags() {
        return gamertags;
    }

    Map<Xuid, String> formerGamertags() {
        return formerGamertags;
    }

    List<NamedAsset> assets() {
        return assets;
    }

    Map<String, Boolean> ranked() {
        return ranked;
    }

    List<Absence> absences() {
        return absences;
    }

    List<ServiceRecord> serviceRecords() {
        return serviceRecords;
    }

    List<PlaylistCsr> csrs() {
        return csrs;
    }

    List<CareerRank> careerRanks() {
        return careerRanks;
    }

    List<Conclusion> conclusions() {
        return conclusions;
    }

    List<RefusedText> refused() {
        return refused;
    }

    /// A text that is no document.
    static final class RefusedText {

        private final byte[] text;
        private final List<Rejection> reasons;

        private RefusedText(byte[] text, List<Rejection> reasons) {
            this.text = text;
            this.reasons = List.copyOf(reasons);
        }

        byte[] text() {
            return text;
        }

        List<Rejection> reasons() {
            return reasons;
        }
    }
}
