package dev.spartanlake.testsupport.api;

import java.util.Optional;

/// A service of the game or of Xbox, by what the first segment of a path calls it.
public enum Service {
    /// Histories, matches and service records.
    HALOSTATS("halostats"),
    /// Ratings and ranks.
    SKILL("skill"),
    /// Spartan tokens and clearances.
    SETTINGS("settings"),
    /// The career rank of a player.
    ECONOMY("economy"),
    /// The game's own content.
    CMS("gamecms-hacs"),
    /// Assets and manifests of films.
    DISCOVERY("discovery-infiniteugc"),
    /// Files of assets and films.
    BLOBS("blobs-infiniteugc"),
    /// Names.
    PROFILE("profile"),
    /// Who is signed in.
    COMMS("comms"),
    /// The accounts of Microsoft.
    LOGIN("login.live.com"),
    /// User tokens of Xbox.
    XBOX_USER("user.auth.xboxlive.com"),
    /// XSTS tokens of Xbox.
    XSTS("xsts.auth.xboxlive.com"),
    /// Names, as Xbox knows them.
    XBOX_PROFILE("profile.xboxlive.com");

    private final String origin;

    Service(String origin) {
        this.origin = origin;
    }

    /// The first label of the host, or the whole host of Xbox.
    public String origin() {
        return origin;
    }

    static Optional<Service> of(String origin) {
        for (Service service : values()) {
            if (service.origin.equals(origin)) {
                return Optional.of(service);
            }
        }
        return Optional.empty();
    }
}
