package dev.spartanlake.generator.game;

import dev.spartanlake.generator.json.Fragment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Every pairing that can be played, with the playlists, maps, pairs and variants they are made of.
public final class Catalogue {

    private static final Catalogue INSTANCE = new Catalogue(CatalogueText.TEXT);

    private final List<Playlist> playlists = new ArrayList<>();
    private final List<Pairing> pairings = new ArrayList<>();
    private final Map<String, Asset> assets = new LinkedHashMap<>();

    private Catalogue(String text) {
        @Nullable Playlist playlist = null;
        for (String line : text.lines().toList()) {
            if (line.startsWith("> ")) {
                playlist = playlist(line.substring(2).split("\\s*\\|\\s*", -1));
            } else if (line.startsWith("-")) {
                playlist = null;
            } else {
                pairings(playlist, line.split("\\s*\\|\\s*", -1));
            }
        }
    }

    /// The one catalogue; it never changes.
    public static Catalogue instance() {
        return INSTANCE;
    }

    /// The playlists.
    public List<Playlist> playlists() {
        return List.copyOf(playlists);
    }

    /// Everything the documents refer to by id, in a fixed order.
    public List<Asset> assets() {
        return List.copyOf(assets.values());
    }

    /// The pairings of a playlist.
    public List<Pairing> in(Playlist playlist) {
        return pairings.stream()
                .filter(pairing -> playlist.equals(pairing.playlist()))
                .toList();
    }

    /// The pairings of a mode where players meet in the given way.
    ///
    /// @throws IllegalArgumentException when the mode is never played there
    public List<Pairing> of(GameMode mode, Venue venue) {
        List<Pairing> found = pairings.stream()
                .filter(pairing -> pairing.mode() == mode && pairing.venue() == venue)
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("the catalogue has no pairing of " + mode + " in " + venue);
        }
        return found;
    }

    private Playlist playlist(String[] cells) {
        Asset asset = assets.computeIfAbsent(
                Asset.PLAYLIST + cells[0],
                _ -> cells[1].isEmpty()
                        ? Asset.invented(Asset.PLAYLIST, cells[0], cells[2])
                        : Asset.known(Asset.PLAYLIST, cells[1], cells[0], cells[2]));
        Playlist playlist =
                new Playlist(asset, Integer.parseInt(cells[3]), Integer.parseInt(cells[4]), Venue.valueOf(cells[5]));
        playlists.add(playlist);
        return playlist;
    }

    private void pairings(@Nullable Playlist playlist, String[] cells) {
        GameMode mode = GameMode.valueOf(cells[0]);
        Asset variant = asset(Asset.GAME_VARIANT, cells[1], cells[2]);
        for (String mapName : cells[3].split(", ", -1)) {
            Asset map = asset(Asset.MAP, mapName, mapName);
            @Nullable
            Asset pair = playlist == null ? null : asset(Asset.MAP_MODE_PAIR, cells[1] + " on " + mapName, cells[2]);
            Venue venue = playlist == null ? Venue.valueOf(cells[4]) : playlist.venue();
            pairings.add(new Pairing(mode, venue, playlist, pair, variant, map, level(mapName)));
        }
    }

    private Asset asset(int kind, String publicName, String nameFr) {
        return assets.computeIfAbsent(kind + publicName, _ -> Asset.invented(kind, publicName, nameFr));
    }

    private static Fragment level(String mapName) {
        int suffix = mapName.indexOf(" - ");
        String terrain = suffix < 0 ? mapName : mapName.substring(0, suffix);
        return Fragment.text(Asset.inventedId("level/" + terrain));
    }
}
