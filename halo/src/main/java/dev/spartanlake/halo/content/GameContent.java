package dev.spartanlake.halo.content;

import dev.spartanlake.halo.cache.Fetcher;
import dev.spartanlake.halo.cache.Keeping;
import dev.spartanlake.halo.json.JsonDecoder;
import dev.spartanlake.halo.reply.Reply;
import dev.spartanlake.halo.reply.Served;
import dev.spartanlake.halo.wire.Call;
import dev.spartanlake.halo.wire.Origin;
import java.util.List;

/// Asks for the game's content files, which change now and then. Every method throws
/// [InterruptedException] if the caller is not to wait any longer.
public final class GameContent {

    private static final int MOST_BYTES = 16 << 20;

    private final Fetcher fetcher;

    /// Asks through a fetcher, which keeps files for a day.
    public GameContent(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /// What medals there are.
    public Reply<Served<MedalMetadata>> medals() throws InterruptedException {
        return file("/hi/Waypoint/file/medals/metadata.json", MedalMetadata::read);
    }

    /// The career ranks.
    public Reply<Served<CareerTrack>> careerTrack() throws InterruptedException {
        return file("/hi/Progression/file/RewardTracks/CareerRanks/careerRank1.json", CareerTrack::read);
    }

    /// The seasons of competitive ranks.
    public Reply<Served<List<CsrSeason>>> csrSeasons() throws InterruptedException {
        return file(
                "/hi/Progression/file/Csr/Calendars/CsrSeasonCalendar.json",
                calendar -> calendar.field("Seasons").elements(CsrSeason::read));
    }

    /// The seasons and events of the game.
    public Reply<Served<SeasonCalendar>> seasons() throws InterruptedException {
        return file("/hi/progression/file/calendars/seasons/seasoncalendar.json", SeasonCalendar::read);
    }

    private <T> Reply<Served<T>> file(String path, JsonDecoder.Shape<T> shape) throws InterruptedException {
        return fetcher.fetch(Call.get(Origin.GAMECMS, path, MOST_BYTES), Keeping.A_DAY, JsonDecoder.served(shape));
    }
}
