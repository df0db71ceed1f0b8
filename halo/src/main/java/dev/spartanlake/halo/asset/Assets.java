package dev.spartanlake.halo.asset;

import dev.spartanlake.halo.cache.Fetcher;
import dev.spartanlake.halo.cache.Keeping;
import dev.spartanlake.halo.json.JsonDecoder;
import dev.spartanlake.halo.reply.Reply;
import dev.spartanlake.halo.reply.Served;
import dev.spartanlake.halo.wire.Call;
import dev.spartanlake.halo.wire.Origin;
import java.util.UUID;

/// Asks about maps, game variants, playlists and map-mode pairs. Every method throws
/// [InterruptedException] if the caller is not to wait any longer.
public final class Assets {

    private static final int MOST_BYTES = 8 << 20;

    private final Fetcher fetcher;

    /// Asks through a fetcher, which keeps versions for ever.
    public Assets(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /// A version of an asset. Old versions can vanish; the newest, or another one, then has to do.
    ///
    /// @param language as BCP 47 has it, such as `en-US`
    public Reply<Served<Asset>> version(AssetKind kind, AssetVersion version, String language)
            throws InterruptedException {
        String path = "/hi/" + kind.path() + "/" + version.assetId() + "/versions/" + version.versionId();
        return asset(kind, path, language, Keeping.FOR_EVER);
    }

    /// The newest version of an asset.
    ///
    /// @param language as BCP 47 has it, such as `en-US`
    public Reply<Served<Asset>> newest(AssetKind kind, UUID assetId, String language) throws InterruptedException {
        return asset(kind, "/hi/" + kind.path() + "/" + assetId, language, Keeping.A_DAY);
    }

    private Reply<Served<Asset>> asset(AssetKind kind, String path, String language, Keeping keeping)
            throws InterruptedException {
        if (!language.matches("[A-Za-z0-9-]{2,35}")) {
            throw new IllegalArgumentException("language: expected one such as en-US, found \"" + language + "\"");
        }
        Call call = Call.get(Origin.DISCOVERY, path, MOST_BYTES).with("Accept-Language", language);
        return fetcher.fetch(call, keeping, JsonDecoder.served(value -> Asset.read(kind, value)));
    }

    /// How a playlist is set up, which says whether it is ranked.
    public Reply<Served<PlaylistConfig>> playlistConfig(UUID playlist) throws InterruptedException {
        String path = "/hi/multiplayer/file/playlists/assets/" + playlist + ".json";
        return fetcher.fetch(
                Call.get(Origin.GAMECMS, path, MOST_BYTES), Keeping.A_DAY, JsonDecoder.served(PlaylistConfig::read));
    }
}
