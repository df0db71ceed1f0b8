package dev.spartanlake.halo.wire;

/// The services that requests go to, in the order of the reference.
public enum Origin {
    /// Spartan tokens and clearances.
    SETTINGS("settings", true),
    /// Match history, match stats, service records.
    HALOSTATS("halostats", true),
    /// Match skill and competitive ranks.
    SKILL("skill", true),
    /// Career rank progress.
    ECONOMY("economy", true),
    /// The game's content files.
    GAMECMS("gamecms-hacs", true),
    /// Maps, game variants, playlists, film manifests.
    DISCOVERY("discovery-infiniteugc", true),
    /// Files of assets and films; public.
    BLOBS("blobs-infiniteugc", true),
    /// Gamertags and xuids.
    PROFILE("profile", true),
    /// The Microsoft account's sign-in.
    LOGIN("login.live.com", false),
    /// Xbox user tokens.
    XBOX_USER("user.auth.xboxlive.com", false),
    /// Xbox tokens for others to trust.
    XSTS("xsts.auth.xboxlive.com", false),
    /// Gamertags and xuids at Xbox Live.
    XBOX_PROFILE("profile.xboxlive.com", false);

    private final String label;
    private final boolean halo;

    Origin(String label, boolean halo) {
        this.label = label;
        this.halo = halo;
    }

    /// What stands for `{origin}` in a template of addresses: the first label of a host of the
    /// game, such as `halostats`, or the full name of a host of Xbox, such as `login.live.com`.
    public String label() {
        return label;
    }

    /// The host's real name.
    String host() {
        return halo ? label + ".svc.halowaypoint.com" : label;
    }
}
