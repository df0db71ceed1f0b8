package dev.spartanlake.generator.match;

import dev.spartanlake.generator.chance.Draw;
import dev.spartanlake.generator.game.Asset;
import dev.spartanlake.generator.game.Pairing;
import dev.spartanlake.generator.game.Playlist;
import dev.spartanlake.generator.json.Fragment;
import dev.spartanlake.generator.json.JsonBytes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes the `MatchInfo` object.
final class InfoWriter {

    private static final Fragment START_TIME = Fragment.name("StartTime");
    private static final Fragment END_TIME = Fragment.name("EndTime");
    private static final Fragment DURATION = Fragment.name("Duration");
    private static final Fragment LIFECYCLE_MODE = Fragment.name("LifecycleMode");
    private static final Fragment GAME_VARIANT_CATEGORY = Fragment.name("GameVariantCategory");
    private static final Fragment LEVEL_ID = Fragment.name("LevelId");
    private static final Fragment MAP_VARIANT = Fragment.name("MapVariant");
    private static final Fragment UGC_GAME_VARIANT = Fragment.name("UgcGameVariant");
    private static final Fragment CLEARANCE_ID = Fragment.name("ClearanceId");
    private static final Fragment PLAYLIST = Fragment.name("Playlist");
    private static final Fragment PLAYLIST_EXPERIENCE = Fragment.name("PlaylistExperience");
    private static final Fragment PLAYLIST_MAP_MODE_PAIR = Fragment.name("PlaylistMapModePair");
    private static final Fragment SEASON_ID = Fragment.name("SeasonId");
    private static final Fragment PLAYABLE_DURATION = Fragment.name("PlayableDuration");
    private static final Fragment TEAMS_ENABLED = Fragment.name("TeamsEnabled");
    private static final Fragment TEAM_SCORING_ENABLED = Fragment.name("TeamScoringEnabled");
    private static final Fragment GAMEPLAY_INTERACTION = Fragment.name("GameplayInteraction");

    private static final int CUSTOM_GAME = 1;
    private static final int MATCHMADE = 3;
    private static final int PVP = 1;
    private static final int PVE = 2;

    private final JsonBytes json;

    InfoWriter(JsonBytes json) {
        this.json = json;
    }

    void write(PlayedMatch match) {
        Fixture fixture = match.fixture();
        Pairing pairing = fixture.pairing();
        MatchClock clock = match.clock();
        json.openObject();
        json.name(START_TIME).timestamp(clock.startMillis());
        json.name(END_TIME).timestamp(clock.endMillis());
        json.name(DURATION).duration(clock.durationTicks());
        json.name(LIFECYCLE_MODE).number(pairing.venue().isCustom() ? CUSTOM_GAME : MATCHMADE);
        json.name(GAME_VARIANT_CATEGORY).number(pairing.mode().category());
        json.name(LEVEL_ID).value(pairing.levelId());
        json.name(MAP_VARIANT).value(pairing.map().reference());
        json.name(UGC_GAME_VARIANT).value(pairing.variant().reference());
        json.name(CLEARANCE_ID).text(clearanceId(clock.startMillis()));
        playlist(pairing, fixture);
        json.name(PLAYABLE_DURATION).duration(clock.playableMillis() * JsonBytes.TICKS_PER_MILLI);
        json.name(TEAMS_ENABLED).truth(pairing.venue().hasTeams());
        json.name(TEAM_SCORING_ENABLED).truth(pairing.venue().hasTeams());
        if (fixture.shape() == PayloadShape.CURRENT) {
            json.name(GAMEPLAY_INTERACTION).number(pairing.mode().isPve() ? PVE : PVP);
        }
        json.closeObject();
    }

    private void playlist(Pairing pairing, Fixture fixture) {
        @Nullable Playlist playlist = pairing.playlist();
        if (playlist == null) {
            json.name(PLAYLIST).nothing();
            json.name(PLAYLIST_EXPERIENCE).nothing();
            json.name(PLAYLIST_MAP_MODE_PAIR).nothing();
            json.name(SEASON_ID).nothing();
            return;
        }
        json.name(PLAYLIST).value(playlist.asset().reference());
        json.name(PLAYLIST_EXPERIENCE).number(playlist.experience());
        reference(PLAYLIST_MAP_MODE_PAIR, pairing.pair());
        json.name(SEASON_ID).text(seasonId(fixture));
    }

    private void reference(Fragment name, @Nullable Asset asset) {
        json.name(name);
        if (asset == null) {
            json.nothing();
        } else {
            json.value(asset.reference());
        }
    }

    private static String seasonId(Fixture fixture) {
        Season season = Season.at(fixture.startMillis());
        return switch (fixture.shape()) {
            case EARLY -> season.earlyId();
            case CURRENT -> season.currentId();
        };
    }

    private static String clearanceId(long startMillis) {
        Draw draw = Draw.of(Season.quarter(startMillis));
        return new UUID(draw.next(), draw.next()).toString();
    }
}
