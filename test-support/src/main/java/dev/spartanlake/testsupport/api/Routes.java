package dev.spartanlake.testsupport.api;

import dev.spartanlake.generator.json.JsonObject;
import dev.spartanlake.generator.service.AssetDocuments;
import dev.spartanlake.generator.service.Calendars;
import dev.spartanlake.generator.service.CareerRanks;
import dev.spartanlake.generator.service.MedalMetadata;
import dev.spartanlake.generator.service.PlaylistConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which path of which service is answered by what.
final class Routes {

    /// What a request has to show.
    enum Access {
        /// Nothing.
        OPEN,
        /// A Spartan token.
        SPARTAN,
        /// A Spartan token and the clearance.
        CLEARED,
        /// An XSTS token for Xbox.
        XBOX
    }

    /// A path that is answered.
    ///
    /// @param method the method it takes
    /// @param path the path after the origin, in any case
    /// @param answer the answer, given what the groups of the path are
    record Route(
            Service service,
            Kind kind,
            String method,
            Access access,
            Pattern path,
            BiFunction<Request, Matcher, Reply> answer) {}

    /// A route with what a request's path is for it.
    record Found(Route route, Matcher matcher) {

        Reply answer(Request request) {
            return route.answer().apply(request, matcher);
        }
    }

    private static final String GUID = "([0-9a-f-]{36})";
    private static final String XUID = "xuid\\((\\d+)\\)";

    private final List<Route> routes = new ArrayList<>();

    Routes(World world, SignIn signIn) {
        signingIn(signIn);
        histories(new HistoryAnswers(world), new StandingAnswers(world));
        names(new NameAnswers(world));
        assets(new FilmAnswers(world));
        content();
    }

    /// The route of a request; empty where there is none.
    Optional<Found> find(Request request) {
        for (Route route : routes) {
            if (route.service().origin().equals(request.origin())
                    && route.method().equals(request.method())) {
                Matcher matcher = route.path().matcher(request.path());
                if (matcher.matches()) {
                    return Optional.of(new Found(route, matcher));
                }
            }
        }
        return Optional.empty();
    }

    private void signingIn(SignIn signIn) {
        get(
                Service.LOGIN,
                Kind.AUTHORIZE,
                Access.OPEN,
                "/oauth20_authorize\\.srf",
                (request, _) -> signIn.account().authorize(request));
        post(Service.LOGIN, Kind.OAUTH_TOKEN, Access.OPEN, "/oauth20_token\\.srf", signIn.account()::oauthToken);
        post(Service.XBOX_USER, Kind.USER_TOKEN, Access.OPEN, "/user/authenticate", signIn.xbox()::userToken);
        post(Service.XSTS, Kind.XSTS_TOKEN, Access.OPEN, "/xsts/authorize", signIn.xbox()::xstsToken);
        post(Service.SETTINGS, Kind.SPARTAN_TOKEN, Access.OPEN, "/spartan-token", signIn::spartanToken);
        get(
                Service.SETTINGS,
                Kind.CLEARANCE,
                Access.SPARTAN,
                "/oban/flight-configurations/titles/hi/audiences/retail/(players/" + XUID + "/)?active",
                (_, _) -> Reply.json(new JsonObject()
                        .with("FlightConfigurationId", signIn.clearance())
                        .toString()));
    }

    private void histories(HistoryAnswers matches, StandingAnswers standings) {
        get(
                Service.HALOSTATS,
                Kind.MATCH_COUNT,
                Access.SPARTAN,
                "/hi/players/([^/]+)/matches/count",
                (_, path) -> matches.count(path.group(1)));
        get(
                Service.HALOSTATS,
                Kind.HISTORY,
                Access.SPARTAN,
                "/hi/players/([^/]+)/matches",
                (request, path) -> matches.history(request, path.group(1)));
        get(
                Service.HALOSTATS,
                Kind.STATS,
                Access.SPARTAN,
                "/hi/matches/" + GUID + "/stats",
                (_, path) -> matches.stats(path.group(1)));
        get(
                Service.HALOSTATS,
                Kind.SERVICE_RECORD,
                Access.SPARTAN,
                "/hi/players/([^/]+)/(matchmade|custom|local)/servicerecord",
                (_, path) -> matches.xuid(path.group(1))
                        .map(xuid -> standings.serviceRecord(xuid, path.group(2)))
                        .orElseGet(() -> Reply.empty(404)));
        get(
                Service.SKILL,
                Kind.SKILL,
                Access.CLEARED,
                "/hi/matches/" + GUID + "/skill",
                (request, path) -> matches.skill(request, path.group(1)));
        get(
                Service.SKILL,
                Kind.PLAYLIST_CSR,
                Access.CLEARED,
                "/hi/playlist/" + GUID + "/csrs",
                (request, path) -> standings.playlistCsr(request, path.group(1)));
        get(
                Service.ECONOMY,
                Kind.CAREER_RANK,
                Access.CLEARED,
                "/hi/players/" + XUID + "/rewardtracks/careerranks/careerrank1",
                (_, path) -> standings.careerRank(Long.parseLong(path.group(1))));
    }

    private void names(NameAnswers names) {
        get(Service.PROFILE, Kind.USERS, Access.SPARTAN, "/users", (request, _) -> names.users(request));
        get(Service.PROFILE, Kind.USERS, Access.SPARTAN, "/users/me", (_, _) -> names.me());
        get(Service.COMMS, Kind.USERS, Access.SPARTAN, "/users/me", (_, _) -> names.me());
        get(
                Service.PROFILE,
                Kind.USERS,
                Access.SPARTAN,
                "/users/gt\\((.+)\\)",
                (_, path) -> names.named(path.group(1)));
        get(
                Service.PROFILE,
                Kind.USERS,
                Access.SPARTAN,
                "/users/" + XUID,
                (_, path) -> names.user(Long.parseLong(path.group(1))));
        post(Service.XBOX_PROFILE, Kind.USERS, Access.XBOX, "/users/batch/profile/settings", names::xboxProfiles);
    }

    private void assets(FilmAnswers films) {
        get(
                Service.DISCOVERY,
                Kind.FILM_MANIFEST,
                Access.SPARTAN,
                "/hi/films/matches/" + GUID + "/spectate",
                (_, path) -> films.manifest(path.group(1)));
        get(
                Service.BLOBS,
                Kind.FILM_CHUNK,
                Access.OPEN,
                "/ugcstorage/film/.+",
                (request, _) -> films.chunk(request.path()));
        asset(Access.SPARTAN, "(maps|ugcGameVariants)");
        asset(Access.CLEARED, "(playlists|mapModePairs)");
    }

    private void asset(Access access, String kinds) {
        get(
                Service.DISCOVERY,
                Kind.ASSET,
                access,
                "/hi/" + kinds + "/" + GUID,
                (_, path) -> Reply.json(AssetDocuments.latest(path.group(1), path.group(2))));
        get(
                Service.DISCOVERY,
                Kind.ASSET,
                access,
                "/hi/" + kinds + "/" + GUID + "/versions/" + GUID,
                (_, path) -> Reply.json(AssetDocuments.version(path.group(1), path.group(2), path.group(3))));
    }

    private void content() {
        content(Kind.MEDALS, "/hi/Waypoint/file/medals/metadata\\.json", MedalMetadata.json());
        content(Kind.CALENDAR, "/hi/Progression/file/Csr/Calendars/CsrSeasonCalendar\\.json", Calendars.csrSeasons());
        content(Kind.CALENDAR, "/hi/progression/file/calendars/seasons/seasoncalendar\\.json", Calendars.seasons());
        content(
                Kind.CAREER_TRACK,
                "/hi/Progression/file/RewardTracks/CareerRanks/careerRank1\\.json",
                CareerRanks.track());
        get(
                Service.CMS,
                Kind.PLAYLIST_CONFIG,
                Access.CLEARED,
                "/hi/multiplayer/file/playlists/assets/" + GUID + "\\.json",
                (_, path) -> Reply.json(PlaylistConfig.of(path.group(1))));
    }

    private void content(Kind kind, String path, String json) {
        get(Service.CMS, kind, Access.CLEARED, path, (_, _) -> Reply.json(json));
    }

    private void get(
            Service service, Kind kind, Access access, String path, BiFunction<Request, Matcher, Reply> answer) {
        routes.add(new Route(service, kind, "GET", access, Pattern.compile(path, Pattern.CASE_INSENSITIVE), answer));
    }

    private void post(
            Service service,
            Kind kind,
            Access access,
            String path,
            java.util.function.Function<Request, Reply> answer) {
        routes.add(
                new Route(service, kind, "POST", access, Pattern.compile(path), (request, _) -> answer.apply(request)));
    }
}
